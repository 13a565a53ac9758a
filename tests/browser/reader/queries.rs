//! The parts of a page that a reader sees.

use std::path::Path;

use fantoccini::Locator;
use serde_json::{Value, json};

use super::Reader;
use crate::wait::{OrFailed, Outcome, command, until};

impl Reader {
    /// Waits for a match and returns the rendered text of the first one.
    pub async fn text(&self, css: &str) -> Outcome<String> {
        until(css, async || self.text_now(css).await).await
    }

    async fn text_now(&self, css: &str) -> Outcome<String> {
        let element = command("find it", self.client.find(Locator::Css(css))).await?;
        command("read it", element.text()).await
    }

    /// Waits for a match and returns an attribute of the first one.
    pub async fn attr(&self, css: &str, name: &str) -> Outcome<Option<String>> {
        until(css, async || {
            let element = command("find it", self.client.find(Locator::Css(css))).await?;
            command("read it", element.attr(name)).await
        })
        .await
    }

    /// Returns the rendered text of every current match.
    pub async fn texts(&self, css: &str) -> Outcome<Vec<String>> {
        let all = format!("[...document.querySelectorAll({})]", json!(css));
        let texts = self.eval(&format!("{all}.map((element) => element.innerText)")).await?;
        serde_json::from_value(texts).or_failed(format_args!("read every {css}"))
    }

    /// Waits for words to be highlighted within the first match, and returns them.
    pub async fn found(&self, css: &str) -> Outcome<Vec<String>> {
        let found = format!(
            "[...CSS.highlights.get('found') ?? []].flatMap((it) => {{
                const range = document.createRange();
                range.setStart(it.startContainer, it.startOffset);
                range.setEnd(it.endContainer, it.endOffset);
                return document.querySelector({}).contains(range.commonAncestorContainer) ? [`${{range}}`] : [];
            }})",
            json!(css)
        );
        until(&format!("words to be highlighted in {css}"), async || {
            let words: Vec<String> = serde_json::from_value(self.eval(&found).await?)
                .or_failed(format_args!("read the highlights in {css}"))?;
            if words.is_empty() { Err("none".to_owned()) } else { Ok(words) }
        })
        .await
    }

    /// Returns the number of current matches.
    pub async fn count(&self, css: &str) -> Outcome<usize> {
        let all = self.client.find_all(Locator::Css(css));
        command(format_args!("count {css}"), all).await.map(|all| all.len())
    }

    /// Returns the absolute address in the address bar.
    pub async fn url(&self) -> Outcome<String> {
        command("read the address", self.client.current_url()).await.map(String::from)
    }

    /// Returns the address in the address bar, relative to the bundle's root, such as
    /// `about/?q=x#top`.
    pub async fn place(&self) -> Outcome<String> {
        let url = self.url().await?;
        let place = url.strip_prefix(&self.server.url("")).map(str::to_owned);
        place.ok_or_else(|| format!("{url} is outside the bundle"))
    }

    pub async fn title(&self) -> Outcome<String> {
        command("read the title", self.client.title()).await
    }

    /// Returns the value of a JavaScript expression. A promise is awaited.
    pub async fn eval(&self, expression: &str) -> Outcome<Value> {
        let script = format!("return ({expression});");
        let value = self.client.execute(&script, vec![]);
        command(format_args!("evaluate {expression}"), value).await
    }

    /// Waits until a JavaScript expression is true.
    pub async fn wait_for(&self, what: &str, expression: &str) -> Outcome {
        until(what, async || self.check(expression).await).await
    }

    /// Succeeds if a JavaScript expression is true now; otherwise the error is its value.
    pub async fn check(&self, expression: &str) -> Outcome {
        let value = format!("((value) => value ? true : `${{value}}`)({expression})");
        match self.eval(&value).await? {
            Value::Bool(true) => Ok(()),
            Value::String(value) => Err(value),
            other => Err(other.to_string()),
        }
    }

    /// Waits until the first match shows exactly this text.
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Outcome {
        until(&format!("{css} to read “{text}”"), async || match self.text_now(css).await? {
            now if now == text => Ok(()),
            now => Err(format!("“{now}”")),
        })
        .await
    }

    /// Waits for this address, relative to the bundle's root.
    pub async fn wait_for_place(&self, place: &str) -> Outcome {
        until(&format!("the address {place:?}"), async || match self.place().await? {
            now if now == place => Ok(()),
            now => Err(format!("{now:?}")),
        })
        .await
    }

    /// Describes the page for the report of a failed scenario.
    pub async fn state(&self) -> Outcome<String> {
        let state = "((html, focus) => [
            location.href,
            document.readyState,
            [html.localName, ...[...html.attributes].map(({ name, value }) => `${name}=${value}`)].join(' '),
            `focus on ${focus?.localName}#${focus?.id}`,
        ].join(', '))(document.documentElement, document.activeElement)";
        let state = self.eval(state).await?;
        Ok(format!("page: {}", state.as_str().unwrap_or_default()))
    }

    /// Writes a picture of the page to a PNG file.
    pub async fn screenshot(&self, file: &Path) -> Outcome {
        let png = command("take a screenshot", self.client.screenshot()).await?;
        std::fs::write(file, png).or_failed(format_args!("write {}", file.display()))
    }

    /// Runs axe-core (the file that `AXE` names) for WCAG 2.2 A and AA and for best practices.
    /// Returns one line for each rule that the page breaks.
    pub async fn axe(&self) -> Outcome<Vec<String>> {
        let file = std::env::var("AXE").or_failed("find axe-core: run through make")?;
        let axe = std::fs::read_to_string(&file).or_failed(format_args!("read {file}"))?;
        let script = format!("{axe}\n{}", include_str!("axe.js"));
        let lines = command("run axe-core", self.client.execute_async(&script, vec![])).await?;
        serde_json::from_value(lines.clone()).or_failed(format_args!("run axe-core: {lines}"))
    }
}
