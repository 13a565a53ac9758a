//! Running browsers. To start one takes longer than most of what scenarios do in it, so one that a scenario
//! has left in order serves the next, in a tab of its own: no history, and an origin that nothing is
//! stored for, as each scenario has a server of its own.

use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

use crate::driver::Driver;
use crate::engine::{Engine, Setup};
use crate::wait::{OrFailed, Outcome};

/// How long a browser may take to end.
const FAREWELL: Duration = Duration::from_secs(5);
/// So many wait for a scenario that can use them: the usual one, and the last with other settings.
const MOST: usize = 2;

/// A running browser.
pub struct Browser {
    pub engine: Engine,
    pub setup: Setup,
    pub client: Client,
    // Dropped last: the browser lives in it.
    _driver: Driver,
}

impl Browser {
    /// Starts a browser without history, cache or storage.
    pub async fn start(engine: Engine, setup: Setup) -> Outcome<Self> {
        if !engine.emulates(setup) {
            return Err(format!("{engine} cannot be told of {setup:?}"));
        }
        let driver = Driver::start(engine, setup).await?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let session = builder.capabilities(engine.capabilities(setup)).connect(&driver.url);
        let client = session.await.or_failed("open a session")?;
        Ok(Self { engine, setup, client, _driver: driver })
    }

    /// Closes the tab, with all that was done to it, and opens another.
    async fn turn_over(&self) -> Outcome {
        let tab = self.client.new_window(true).await.or_failed("open a tab")?;
        self.client.close_window().await.or_failed("close a tab")?;
        self.client.switch_to_window(tab.handle).await.or_failed("turn to a tab")
    }

    /// Ends it.
    pub async fn leave(self) {
        // What does not end when asked to is made to.
        let _ = tokio::time::timeout(FAREWELL, self.client.clone().close()).await;
    }
}

/// Browsers that wait for the next scenario, the one that was left last at the end.
#[derive(Default)]
pub struct Browsers(Vec<Browser>);

impl Browsers {
    /// One with these settings: one that waits, or a fresh one.
    pub async fn take(&mut self, engine: Engine, setup: Setup) -> Outcome<Browser> {
        let fits = |browser: &Browser| browser.engine == engine && browser.setup == setup;
        match self.0.iter().position(fits) {
            Some(position) => Ok(self.0.remove(position)),
            None => Browser::start(engine, setup).await,
        }
    }

    /// Keeps one for later.
    pub async fn keep(&mut self, browser: Browser) -> Outcome {
        browser.turn_over().await?;
        self.0.push(browser);
        if self.0.len() > MOST {
            self.0.remove(0).leave().await;
        }
        Ok(())
    }

    /// Ends them all.
    pub async fn leave(self) {
        for browser in self.0 {
            browser.leave().await;
        }
    }
}
