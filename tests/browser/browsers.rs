//! Running browsers. Starting one takes longer than most scenarios, so a browser that a scenario
//! leaves in good order is used again. The next scenario gets a new tab, which has no history, and
//! a server with a new origin, for which nothing is stored.

use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

use crate::driver::Driver;
use crate::engine::{Engine, Setup};
use crate::wait::{Outcome, command};

/// Maximum time for a browser to close before its processes are killed. No result depends on it.
const CLOSE_LIMIT: Duration = Duration::from_secs(5);
/// Maximum number of idle browsers: one with the default settings, and the last one with others.
const MAX_IDLE: usize = 2;

/// A running browser.
pub struct Browser {
    pub engine: Engine,
    pub setup: Setup,
    pub client: Client,
    // Dropped last, because dropping it ends the browser.
    _driver: Driver,
}

impl Browser {
    /// Starts a browser without history, cache or storage.
    pub async fn start(engine: Engine, setup: Setup) -> Outcome<Self> {
        if !engine.supports(setup) {
            return Err(format!("{engine} does not support {setup:?}"));
        }
        let driver = Driver::start(engine, setup).await?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let session = builder.capabilities(engine.capabilities(setup)).connect(&driver.url);
        let client = command(format_args!("open a session of {engine}"), session).await?;
        Ok(Self { engine, setup, client, _driver: driver })
    }

    /// Opens a new tab and closes the old one, which drops everything that was set in it.
    async fn replace_tab(&self) -> Outcome {
        let tab = command("open a tab", self.client.new_window(true)).await?;
        command("close a tab", self.client.close_window()).await?;
        command("switch to a tab", self.client.switch_to_window(tab.handle)).await
    }

    /// Closes the browser.
    pub async fn close(self) {
        // A browser that does not close in time is killed when it is dropped.
        let _ = tokio::time::timeout(CLOSE_LIMIT, self.client.clone().close()).await;
    }
}

/// Idle browsers, the last used one at the end.
#[derive(Default)]
pub struct Browsers(Vec<Browser>);

impl Browsers {
    /// Returns a browser with these settings: an idle one, or a new one.
    pub async fn get(&mut self, engine: Engine, setup: Setup) -> Outcome<Browser> {
        let fits = |browser: &Browser| browser.engine == engine && browser.setup == setup;
        match self.0.iter().position(fits) {
            Some(position) => Ok(self.0.remove(position)),
            None => Browser::start(engine, setup).await,
        }
    }

    /// Keeps a browser for a later scenario.
    pub async fn put_back(&mut self, browser: Browser) -> Outcome {
        browser.replace_tab().await?;
        self.0.push(browser);
        if self.0.len() > MAX_IDLE {
            self.0.remove(0).close().await;
        }
        Ok(())
    }

    /// Closes all of them.
    pub async fn close(self) {
        for browser in self.0 {
            browser.close().await;
        }
    }
}
