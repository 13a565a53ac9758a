//! What a reader does to a page.

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;

use super::Reader;
use crate::engine::Engine;
use crate::wait::{OrFailed, Outcome, until};

/// More stops than any page has on the way from one place to another.
const MOST_STOPS: usize = 150;

impl Reader {
    /// Clicks the first match, once it is shown and enabled.
    pub async fn click(&self, css: &str) -> Outcome {
        let element = self.usable(Locator::Css(css), css).await?;
        element.click().await.or_failed(format_args!("click {css}"))
    }

    /// Clicks the first link, button, label or summary with exactly this text, once it is shown
    /// and enabled.
    pub async fn click_text(&self, text: &str) -> Outcome {
        let quote = if text.contains('"') { '\'' } else { '"' };
        let tags = "self::a or self::button or self::label or self::summary";
        let xpath = format!("//*[{tags}][normalize-space()={quote}{text}{quote}]");
        let element = self.usable(Locator::XPath(&xpath), text).await?;
        element.click().await.or_failed(format_args!("click “{text}”"))
    }

    /// Ticks or unticks a filter's option, by the names of both.
    pub async fn pick(&self, filter: &str, option: &str) -> Outcome {
        let label = format!("label[span[@class='label'][normalize-space()={option:?}]]");
        let xpath = format!("//fieldset[legend={filter:?}]/{label}");
        let element = self.usable(Locator::XPath(&xpath), option).await?;
        element.click().await.or_failed(format_args!("pick “{option}” of “{filter}”"))
    }

    /// Types into the first match, once it is shown and enabled, after what stands there.
    pub async fn type_into(&self, css: &str, text: &str) -> Outcome {
        let element = self.usable(Locator::Css(css), css).await?;
        element.send_keys(text).await.or_failed(format_args!("type into {css}"))
    }

    /// Chooses the option with this label in a `<select>`.
    pub async fn choose(&self, css: &str, label: &str) -> Outcome {
        let element = self.usable(Locator::Css(css), css).await?;
        element.select_by_label(label).await.or_failed(format_args!("choose “{label}” in {css}"))
    }

    /// Presses a key wherever the focus is: `/`, `Enter`, `Shift+Tab`, `Control+a`.
    pub async fn press(&self, chord: &str) -> Outcome {
        let keys: Option<Vec<char>> = chord.split('+').map(key).collect();
        let keys = keys.ok_or_else(|| format!("no key is called {chord:?}"))?;
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let keyboard = KeyActions::new("keyboard".into());
        let actions = down.chain(up).fold(keyboard, |actions, key| actions.then(key));
        self.client.perform_actions(actions).await.or_failed(format_args!("press {chord}"))
    }

    /// Presses a key for each letter, wherever the focus is.
    pub async fn write(&self, text: &str) -> Outcome {
        for letter in text.chars() {
            self.press(&letter.to_string()).await?;
        }
        Ok(())
    }

    /// Presses a key (`Tab`, `Shift+Tab`) until a JavaScript expression about `focus`, the element
    /// that has it, is true.
    pub async fn walk(&self, chord: &str, to: &str) -> Outcome {
        let there = format!("((focus) => Boolean({to}))(document.activeElement)");
        for _ in 0..MOST_STOPS {
            self.press(chord).await?;
            if self.eval(&there).await? == true {
                return Ok(());
            }
        }
        Err(format!("pressed {chord} {MOST_STOPS} times and never came to {to}"))
    }

    /// Waits until the first match has the focus.
    pub async fn wait_for_focus(&self, css: &str) -> Outcome {
        let has_it = format!("document.activeElement.matches({css:?})");
        self.wait_for(&format!("the focus to be on {css}"), &has_it).await
    }

    /// Makes the viewport this large, in CSS pixels. Fails where the engine's window cannot be so
    /// narrow: only Chromium goes below 500, for all others there is [`Self::open_in_frame`].
    pub async fn viewport(&self, width: u32, height: u32) -> Outcome {
        if self.engine == Engine::Chromium {
            self.emulate_viewport(width, height).await?;
        } else {
            let frame = self.eval("[outerWidth - innerWidth, outerHeight - innerHeight]").await?;
            let (x, y): (u32, u32) =
                serde_json::from_value(frame).or_failed("measure the frame")?;
            let resized = self.client.set_window_size(width + x, height + y).await;
            resized.or_failed("resize the window")?;
        }
        let wide = format!("innerWidth === {width}");
        self.wait_for(&format!("a viewport of {width} px"), &wide).await
    }

    async fn usable(&self, locator: Locator<'_>, what: &str) -> Outcome<Element> {
        until(&format!("{what} to be shown and enabled"), async || {
            let element = self.client.find(locator).await.or_failed("find it")?;
            let shown = element.is_displayed().await.or_failed("look at it")?;
            let enabled = element.is_enabled().await.or_failed("look at it")?;
            Ok((shown && enabled).then_some(element))
        })
        .await
    }
}

/// WebDriver's code for a key, from its name in `KeyboardEvent.key`.
fn key(name: &str) -> Option<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    let named = match name {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Tab" => Key::Tab,
        _ => return None,
    };
    Some(named.into())
}
