//! A reader at a browser: the interface that scenarios act through. Each method does what a person
//! does and waits until the page allows it. No action is repeated. This file opens pages and moves
//! through the history, `actions` acts on a page, `queries` looks at it, and `devtools` has the
//! commands that only Chromium knows.

use std::rc::Rc;

use fantoccini::Client;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

use crate::browsers::Browser;
use crate::check::problems;
use crate::engine::{Engine, Setup};
use crate::server::{BLANK_PATH, Server};
use crate::wait::{Outcome, command};

mod actions;
mod devtools;
mod queries;

/// Default width and height of the window in CSS pixels: wide enough for filters beside the list.
const WINDOW: (u32, u32) = (1280, 1000);
/// Width and height of a page on a common phone, between the bars of the browser, in CSS pixels.
const PHONE: (u32, u32) = (390, 664);

/// A person at a browser who visits one served bundle.
pub struct Reader {
    pub engine: Engine,
    pub setup: Setup,
    pub server: Rc<Server>,
    /// Problems found in this reader's earlier sessions.
    pub earlier: Vec<String>,
    client: Client,
    // Dropped last, because dropping it ends the session.
    browser: Browser,
}

impl Reader {
    /// Starts in a browser that shows an empty tab.
    pub async fn new(browser: Browser, server: Rc<Server>) -> Outcome<Self> {
        let Browser { engine, setup, .. } = browser;
        let client = browser.client.clone();
        let reader = Self { engine, setup, server, earlier: Vec::new(), client, browser };
        let (width, height) = WINDOW;
        command("resize the window", reader.client.set_window_size(width, height)).await?;
        // A tab that is not visible yet draws no frames.
        let is_visible =
            format!("outerWidth === {width} && document.visibilityState === 'visible'");
        reader.wait_for("a visible window", &is_visible).await?;
        if engine == Engine::Chromium {
            reader.emulate_media().await?;
            // Discards entries from an earlier scenario.
            reader.log("browser").await?;
            reader.log("performance").await?;
        }
        Ok(reader)
    }

    /// Starts in a new browser without history, cache or storage.
    pub async fn start(engine: Engine, setup: Setup, server: Rc<Server>) -> Outcome<Self> {
        Self::new(Browser::start(engine, setup).await?, server).await
    }

    /// Continues as another reader would: in a new browser without history, cache or storage.
    pub async fn restart(&mut self) -> Outcome {
        let earlier = problems(self).await?;
        let new = Self::start(self.engine, self.setup, Rc::clone(&self.server)).await?;
        std::mem::replace(self, Self { earlier, ..new }).into_browser().close().await;
        Ok(())
    }

    /// Returns the browser, which stays open.
    pub fn into_browser(self) -> Browser {
        self.browser
    }

    /// Opens another tab and goes on there. Returns the tab before.
    pub async fn other_tab(&self) -> Outcome<WindowHandle> {
        let before = command("name the tab", self.client.window()).await?;
        let new = command("open a tab", self.client.new_window(true)).await?;
        command("go to the tab", self.client.switch_to_window(new.handle)).await?;
        Ok(before)
    }

    /// Goes on in another tab.
    pub async fn go_to_tab(&self, tab: &WindowHandle) -> Outcome {
        command("go to the tab", self.client.switch_to_window(tab.clone())).await
    }

    /// Closes the tab and goes on in another one.
    pub async fn close_tab(&self, next: &WindowHandle) -> Outcome {
        command("close the tab", self.client.close_window()).await?;
        self.go_to_tab(next).await
    }

    /// Opens a path inside the bundle, such as `about/` or `?q=timeline`.
    pub async fn goto(&self, path: &str) -> Outcome {
        self.visit(&self.server.url(path)).await
    }

    /// Opens any address.
    pub async fn visit(&self, url: &str) -> Outcome {
        command(format_args!("open {url}"), self.client.goto(url)).await
    }

    /// Opens a path and waits until the app has taken over.
    pub async fn open(&self, path: &str) -> Outcome {
        self.goto(path).await?;
        self.ready().await
    }

    /// Opens a path in a frame of this width in CSS pixels and waits until the app has taken over.
    pub async fn open_in_frame(&self, width: u32, path: &str) -> Outcome {
        self.goto_in_frame(width, path).await?;
        self.ready().await
    }

    /// Opens a path in a frame of this width in CSS pixels, for widths that a window cannot have.
    /// All later steps happen inside the frame.
    pub async fn goto_in_frame(&self, width: u32, path: &str) -> Outcome {
        self.visit_frame(json!({ "src": self.server.url(path), "width": width, "height": 640 }))
            .await
    }

    /// Opens a path as on a phone and waits until the app has taken over.
    pub async fn open_on_phone(&self, path: &str) -> Outcome {
        self.goto_on_phone(path).await?;
        self.ready().await
    }

    /// Opens a path in a frame as large as the page on a common phone, where scroll bars take no
    /// space.
    pub async fn goto_on_phone(&self, path: &str) -> Outcome {
        let (width, height) = PHONE;
        let src = self.server.url(path);
        self.visit_frame(json!({ "src": src, "width": width, "height": height, "scrolling": "no" }))
            .await
    }

    async fn visit_frame(&self, frame: Value) -> Outcome {
        self.visit(&format!("{}{BLANK_PATH}", self.server.origin)).await?;
        let add = format!("Object.assign(document.createElement('iframe'), {frame})");
        self.eval(&format!("void document.body.append({add})")).await?;
        command("enter the frame", self.client.enter_frame(0)).await?;
        let arrived = "document.readyState === 'complete' && location.href !== 'about:blank'";
        self.wait_for("the page in the frame", arrived).await
    }

    /// Waits until the app has taken over the prerendered page.
    pub async fn ready(&self) -> Outcome {
        let ready = "document.documentElement.dataset.ready === 'true'";
        self.wait_for("the app to take over", ready).await
    }

    pub async fn back(&self) -> Outcome {
        command("go back", self.client.back()).await
    }

    pub async fn forward(&self) -> Outcome {
        command("go forward", self.client.forward()).await
    }

    pub async fn reload(&self) -> Outcome {
        command("reload", self.client.refresh()).await
    }
}
