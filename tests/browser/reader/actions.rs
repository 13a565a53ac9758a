//! The actions of a reader on a page.

use fantoccini::Locator;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;

use super::Reader;
use crate::engine::Engine;
use crate::wait::{OrFailed, Outcome, command, until};

/// Maximum number of keys pressed on the way to an element, more than any page needs.
const MAX_STOPS: usize = 150;

impl Reader {
    /// Waits until the first match is shown and enabled, and clicks it.
    pub async fn click(&self, css: &str) -> Outcome {
        let element = self.usable(Locator::Css(css), css).await?;
        command(format_args!("click {css}"), element.click()).await
    }

    /// Waits until the first link, button, label or summary with exactly this text is shown and
    /// enabled, and clicks it.
    pub async fn click_text(&self, text: &str) -> Outcome {
        let quote = if text.contains('"') { '\'' } else { '"' };
        let tags = "self::a or self::button or self::label or self::summary";
        let xpath = format!("//*[{tags}][normalize-space()={quote}{text}{quote}]");
        let element = self.usable(Locator::XPath(&xpath), text).await?;
        command(format_args!("click “{text}”"), element.click()).await
    }

    /// Clicks an option of a filter: keeps it, leaves it out, or undoes the choice. Opens what it is
    /// folded into first.
    pub async fn pick(&self, filter: &str, option: &str) -> Outcome {
        let label = format!("button[span[@class='label'][normalize-space()={option:?}]]");
        let xpath = format!("//fieldset[legend={filter:?}]//{label}");
        let found = format!(
            "document.evaluate({xpath:?}, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue"
        );
        // The options in a fold are drawn when it is opened.
        let show = format!(
            "(() => {{
                const option = {found};
                for (const fold of document.querySelectorAll('#filters details')) {{
                    const name = fold.closest('fieldset')?.querySelector('legend') ?? fold.querySelector('summary');
                    if (fold.contains(option) || !option && name.textContent === {filter:?}) fold.open = true;
                }}
                option?.scrollIntoView({{ block: 'center' }});
                return option;
            }})()"
        );
        self.wait_for(option, &show).await?;
        let element = self.usable(Locator::XPath(&xpath), option).await?;
        command(format_args!("pick “{option}” of “{filter}”"), element.click()).await
    }

    /// Waits until the first match is shown and enabled, and types after the text in it.
    pub async fn type_into(&self, css: &str, text: &str) -> Outcome {
        let element = self.usable(Locator::Css(css), css).await?;
        command(format_args!("type into {css}"), element.send_keys(text)).await
    }

    /// Waits until the first match is shown and enabled, and types instead of the text in it, as a person would: selects all
    /// and types.
    pub async fn type_over(&self, css: &str, text: &str) -> Outcome {
        self.click(css).await?;
        self.press("Control+a").await?;
        self.type_into(css, text).await
    }

    /// Chooses the option with this label in a `<select>`.
    pub async fn choose(&self, css: &str, label: &str) -> Outcome {
        let element = self.usable(Locator::Css(css), css).await?;
        command(format_args!("choose “{label}” in {css}"), element.select_by_label(label)).await
    }

    /// Presses a key or several at once: `/`, `Enter`, `Shift+Tab`, `Control+a`.
    pub async fn press(&self, chord: &str) -> Outcome {
        let keys: Option<Vec<char>> = match chord {
            "+" => Some(vec!['+']),
            _ => chord.split('+').map(key).collect(),
        };
        let keys = keys.ok_or_else(|| format!("no key is called {chord:?}"))?;
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let keyboard = KeyActions::new("keyboard".into());
        let actions = down.chain(up).fold(keyboard, |actions, key| actions.then(key));
        command(format_args!("press {chord}"), self.client.perform_actions(actions)).await
    }

    /// Presses the key of each letter in turn.
    pub async fn write(&self, text: &str) -> Outcome {
        for letter in text.chars() {
            self.press(&letter.to_string()).await?;
        }
        Ok(())
    }

    /// Presses a key (`Tab`, `Shift+Tab`) until a JavaScript expression about `focus`, the focused
    /// element, is true.
    pub async fn walk(&self, chord: &str, to: &str) -> Outcome {
        let there = format!("((focus) => Boolean({to}))(document.activeElement)");
        for _ in 0..MAX_STOPS {
            self.press(chord).await?;
            if self.eval(&there).await? == true {
                return Ok(());
            }
        }
        let state = self.state().await?;
        Err(format!(
            "pressed {chord} {MAX_STOPS} times and never reached {to}; last state: {state}"
        ))
    }

    /// Waits until the first match has the focus.
    pub async fn wait_for_focus(&self, css: &str) -> Outcome {
        until(&format!("the focus to be on {css}"), async || {
            let focus = format!("document.activeElement?.matches({css:?})");
            match self.check(&focus).await {
                Ok(()) => Ok(()),
                Err(_) => Err(self.state().await?),
            }
        })
        .await
    }

    /// Drags the mouse from one place to another, in CSS pixels of the viewport.
    pub async fn drag(&self, from: [f64; 2], to: [f64; 2]) -> Outcome {
        let go = |[x, y]: [f64; 2]| PointerAction::MoveTo { duration: None, x, y };
        let mouse = MouseActions::new("mouse".into())
            .then(go(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(go(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        command("drag the mouse", self.client.perform_actions(mouse)).await
    }

    /// Makes the viewport this large, in CSS pixels. Fails if the engine's windows cannot be that
    /// narrow. Only Chromium goes below 500; for the others use [`Self::open_in_frame`].
    pub async fn viewport(&self, width: u32, height: u32) -> Outcome {
        let what = format!("a viewport of {width} px");
        if self.engine == Engine::Chromium {
            self.emulate_viewport(width, height).await?;
            return self.wait_for(&what, &format!("innerWidth === {width}")).await;
        }
        // The frame is measured each time, because the window may still be changing its size.
        let sizes = format!(
            "[innerWidth, {width} + outerWidth - innerWidth, {height} + outerHeight - innerHeight]"
        );
        until(&what, async || {
            let (now, outer_width, outer_height): (u32, u32, u32) =
                serde_json::from_value(self.eval(&sizes).await?).or_failed("measure the window")?;
            if now == width {
                return Ok(());
            }
            let resized = self.client.set_window_size(outer_width, outer_height);
            command("resize the window", resized).await?;
            Err(format!("{now} px"))
        })
        .await
    }

    async fn usable(&self, locator: Locator<'_>, what: &str) -> Outcome<Element> {
        until(&format!("{what} to be shown and enabled"), async || {
            let element = command("find it", self.client.find(locator)).await?;
            let is_shown = command("look at it", element.is_displayed()).await?;
            let is_enabled = command("look at it", element.is_enabled()).await?;
            match (is_shown, is_enabled) {
                (true, true) => Ok(element),
                (false, _) => Err("it is hidden".into()),
                (true, false) => Err("it is disabled".into()),
            }
        })
        .await
    }
}

/// Returns WebDriver's code for a key, from its name in `KeyboardEvent.key`.
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
