//! What a reader sees of a page.

use std::path::Path;

use fantoccini::Locator;
use serde_json::{Value, json};

use super::Reader;
use crate::wait::{OrFailed, Outcome, until};

impl Reader {
    /// The rendered text of the first match, once there is one.
    pub async fn text(&self, css: &str) -> Outcome<String> {
        until(css, async || {
            let element = self.client.find(Locator::Css(css)).await.or_failed("find it")?;
            element.text().await.map(Some).or_failed("read it")
        })
        .await
    }

    /// An attribute of the first match, once there is one.
    pub async fn attr(&self, css: &str, name: &str) -> Outcome<Option<String>> {
        until(css, async || {
            let element = self.client.find(Locator::Css(css)).await.or_failed("find it")?;
            element.attr(name).await.map(Some).or_failed("read it")
        })
        .await
    }

    /// The rendered text of every match there is now.
    pub async fn texts(&self, css: &str) -> Outcome<Vec<String>> {
        let all = format!("[...document.querySelectorAll({})]", json!(css));
        let texts = self.eval(&format!("{all}.map((element) => element.innerText)")).await?;
        serde_json::from_value(texts).or_failed(format_args!("read every {css}"))
    }

    /// How many match now.
    pub async fn count(&self, css: &str) -> Outcome<usize> {
        let all = self.client.find_all(Locator::Css(css)).await;
        all.map(|all| all.len()).or_failed(format_args!("count {css}"))
    }

    /// The absolute address in the address bar.
    pub async fn url(&self) -> Outcome<String> {
        self.client.current_url().await.map(String::from).or_failed("read the address")
    }

    /// The address in the address bar from the bundle's root on, such as `about/?q=x#top`.
    pub async fn place(&self) -> Outcome<String> {
        let url = self.url().await?;
        let place = url.strip_prefix(&self.server.url("")).map(str::to_owned);
        place.ok_or_else(|| format!("{url} is outside the bundle"))
    }

    pub async fn title(&self) -> Outcome<String> {
        self.client.title().await.or_failed("read the title")
    }

    /// The value of a JavaScript expression.
    pub async fn eval(&self, expression: &str) -> Outcome<Value> {
        let value = self.client.execute(&format!("return ({expression});"), vec![]).await;
        value.or_failed(format_args!("evaluate {expression}"))
    }

    /// Waits until a JavaScript expression is true.
    pub async fn wait_for(&self, what: &str, expression: &str) -> Outcome {
        let expression = format!("Boolean({expression})");
        until(what, async || Ok((self.eval(&expression).await? == true).then_some(()))).await
    }

    /// Waits until the first match shows exactly this text.
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Outcome {
        until(&format!("{css} to read “{text}”"), async || match self.text(css).await? {
            now if now == text => Ok(Some(())),
            now => Err(format!("“{now}”")),
        })
        .await
    }

    /// Waits until the address is this, from the bundle's root on.
    pub async fn wait_for_place(&self, place: &str) -> Outcome {
        until(&format!("the address {place:?}"), async || match self.place().await? {
            now if now == place => Ok(Some(())),
            now => Err(now),
        })
        .await
    }

    /// Writes what is on screen to a PNG file.
    pub async fn screenshot(&self, file: &Path) -> Outcome {
        let png = self.client.screenshot().await.or_failed("take a screenshot")?;
        std::fs::write(file, png).or_failed(format_args!("write {}", file.display()))
    }

    /// What axe-core (the file that `AXE` names) finds against WCAG 2.2 A and AA, one line for each
    /// rule that is broken.
    pub async fn axe(&self) -> Outcome<Vec<String>> {
        let file = std::env::var("AXE").or_failed("find axe-core: run through make")?;
        let axe = std::fs::read_to_string(&file).or_failed(format_args!("read {file}"))?;
        let script = format!("{axe}\n{}", include_str!("axe.js"));
        let lines = self.client.execute_async(&script, vec![]).await.or_failed("run axe-core")?;
        serde_json::from_value(lines.clone()).or_failed(format_args!("run axe-core: {lines}"))
    }
}
