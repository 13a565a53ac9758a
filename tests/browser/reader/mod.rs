//! A reader at a browser: what scenarios act through. Each method does what a person does, waiting
//! until the page lets them; none tries an action twice. Here they come, go and leave; `hands` act,
//! `eyes` look, and `devtools` is what only Chromium can be told.

use std::rc::Rc;

use fantoccini::Client;
use serde_json::json;

use crate::browsers::Browser;
use crate::check::problems;
use crate::engine::{Engine, Setup};
use crate::server::{BLANK_PATH, Server};
use crate::wait::{OrFailed, Outcome};

mod devtools;
mod eyes;
mod hands;

/// Width and height of the window in CSS pixels where nothing else is asked for: wide enough for
/// filters beside the list.
const DESK: (u32, u32) = (1280, 1000);

/// Somebody at a browser, looking at one served bundle.
pub struct Reader {
    pub engine: Engine,
    pub setup: Setup,
    pub server: Rc<Server>,
    /// What went wrong in this reader's earlier sessions.
    pub earlier: Vec<String>,
    client: Client,
    // Dropped last: the session lives in it.
    browser: Browser,
}

impl Reader {
    /// Sits down at a browser that shows nothing yet.
    pub async fn at(browser: Browser, server: Rc<Server>) -> Outcome<Self> {
        let Browser { engine, setup, .. } = browser;
        let client = browser.client.clone();
        let reader = Self { engine, setup, server, earlier: Vec::new(), client, browser };
        let (width, height) = DESK;
        reader.client.set_window_size(width, height).await.or_failed("resize the window")?;
        if engine == Engine::Chromium {
            reader.emulate_media().await?;
            // What it logged before is none of this reader's.
            reader.log("browser").await?;
            reader.log("performance").await?;
        }
        Ok(reader)
    }

    /// Opens a browser without history, cache or storage.
    pub async fn start(engine: Engine, setup: Setup, server: Rc<Server>) -> Outcome<Self> {
        Self::at(Browser::start(engine, setup).await?, server).await
    }

    /// Starts over as another reader would: in a browser without history, cache or storage.
    pub async fn restart(&mut self) -> Outcome {
        let earlier = problems(self).await?;
        let fresh = Self::start(self.engine, self.setup, Rc::clone(&self.server)).await?;
        std::mem::replace(self, Self { earlier, ..fresh }).leave().leave().await;
        Ok(())
    }

    /// Gets up, and leaves the browser as it is.
    pub fn leave(self) -> Browser {
        self.browser
    }

    /// Opens a path inside the bundle, such as `about/` or `?q=timeline`.
    pub async fn goto(&self, path: &str) -> Outcome {
        self.visit(&self.server.url(path)).await
    }

    /// Opens any address.
    pub async fn visit(&self, url: &str) -> Outcome {
        self.client.goto(url).await.or_failed(format_args!("open {url}"))
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

    /// Opens a path in a frame of this width in CSS pixels, where a window cannot be so narrow. What
    /// follows happens in the frame.
    pub async fn goto_in_frame(&self, width: u32, path: &str) -> Outcome {
        self.visit(&format!("{}{BLANK_PATH}", self.server.origin)).await?;
        let frame = json!({ "src": self.server.url(path), "width": width, "height": 640 });
        let add = format!("Object.assign(document.createElement('iframe'), {frame})");
        self.eval(&format!("void document.body.append({add})")).await?;
        self.client.enter_frame(0).await.or_failed("enter the frame")?;
        let arrived = "document.readyState === 'complete' && location.href !== 'about:blank'";
        self.wait_for("the page in the frame", arrived).await
    }

    /// Waits until the app has taken over the prerendered page.
    pub async fn ready(&self) -> Outcome {
        let ready = "document.documentElement.dataset.ready === 'true'";
        self.wait_for("the app to take over", ready).await
    }

    pub async fn back(&self) -> Outcome {
        self.client.back().await.or_failed("go back")
    }

    pub async fn forward(&self) -> Outcome {
        self.client.forward().await.or_failed("go forward")
    }

    pub async fn reload(&self) -> Outcome {
        self.client.refresh().await.or_failed("reload")
    }
}
