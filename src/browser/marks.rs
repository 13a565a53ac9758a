//! Marks on parts of the page that are drawn once: the cards of a list, and the words of the full
//! text. A mark is an attribute or a class that no markup has, so drawing never removes it.

use super::window::document;
use wasm_bindgen::JsCast;
use web_sys::{DomTokenList, Element, HtmlElement, HtmlInputElement, NodeList};

/// What is marked about an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// It does not match the search or the filters. Its card is hidden, its words are grey.
    pub is_missed: bool,
    /// It is open in the full text.
    pub is_open: bool,
    /// The reader points at it.
    pub is_pointed: bool,
    /// It is chosen for comparison.
    pub is_ticked: bool,
}

/// The marked elements of a page, by item.
#[derive(Debug, Default)]
pub struct Marks {
    items: Vec<Item>,
}

/// An item, with its elements on the page.
#[derive(Debug, Default)]
struct Item {
    mark: Mark,
    card: Option<HtmlElement>,
    /// Its number in the full text, and its words there.
    words: Vec<Words>,
}

/// An element of the full text.
#[derive(Debug)]
struct Words {
    part: Part,
    element: Element,
    classes: DomTokenList,
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Number,
    Content,
    /// The source or the verb.
    Other,
}

/// The classes of the marks, with the elements that can have them.
const CLASSES: [(&str, &str); 4] = [
    ("recedes", ".annotated .recedes"),
    ("lit", ".annotated .lit"),
    ("is-lit", ".annotated .is-lit, .cards .is-lit"),
    ("is-on", ".annotated .is-on, .cards .is-on"),
];

impl Marks {
    /// Finds the elements of a page that was drawn, and removes all marks. `cards` are the items of
    /// the list's cards, in order.
    pub fn find(cards: &[u32]) -> Self {
        let mut marks = Self::default();
        for (class, marked) in CLASSES {
            each(marked, |_, element| set_class(&element, class, false));
        }
        each("[aria-current=true].number", |_, element| {
            let _ = element.remove_attribute("aria-current");
        });
        each("[data-tick]:checked", |_, field| {
            field.unchecked_ref::<HtmlInputElement>().set_checked(false);
        });
        each(".cards > li", |at, card| {
            let Some(item) = cards.get(at as usize) else { return };
            let card: HtmlElement = card.unchecked_into();
            if card.hidden() {
                set_hidden(&card, false);
            }
            marks.item(*item as usize).card = Some(card);
        });
        each(".annotated [data-statement]", |_, words| {
            let number = words.get_attribute("data-statement").and_then(|it| it.parse().ok());
            let Some(item) = number.and_then(|number: usize| number.checked_sub(1)) else { return };
            let classes = words.class_list();
            let part = match () {
                () if classes.contains("number") => Part::Number,
                () if classes.contains("content") => Part::Content,
                () => Part::Other,
            };
            marks.item(item).words.push(Words { part, element: words, classes });
        });
        marks
    }

    /// Marks the items of the list, in the collection's order.
    pub fn set(&mut self, marks: &[Mark]) {
        for (item, mark) in self.items.iter_mut().zip(marks) {
            item.set(*mark);
        }
    }

    fn item(&mut self, at: usize) -> &mut Item {
        if self.items.len() <= at {
            self.items.resize_with(at + 1, Item::default);
        }
        &mut self.items[at]
    }
}

impl Item {
    fn set(&mut self, mark: Mark) {
        let before = std::mem::replace(&mut self.mark, mark);
        if before == mark {
            return;
        }
        let is_lit = |mark: Mark| mark.is_open || mark.is_pointed;
        let recedes = |mark: Mark| mark.is_missed && !is_lit(mark);
        let opens = before.is_open != mark.is_open;
        if let Some(card) = &self.card {
            if before.is_missed != mark.is_missed {
                set_hidden(card, mark.is_missed);
            }
            if opens {
                within(card, ".card", |card| set_class(&card, "is-lit", mark.is_open));
                within(card, ".number", |number| set_class(&number, "is-on", mark.is_open));
            }
            if before.is_ticked != mark.is_ticked {
                within(card, "[data-tick]", |field| {
                    field.unchecked_ref::<HtmlInputElement>().set_checked(mark.is_ticked);
                });
            }
        }
        for Words { part, element, classes } in &self.words {
            let toggle = |class, is_set| drop(classes.toggle_with_force(class, is_set));
            match part {
                Part::Number if opens => {
                    toggle("is-on", mark.is_open);
                    let _ = match mark.is_open {
                        true => element.set_attribute("aria-current", "true"),
                        false => element.remove_attribute("aria-current"),
                    };
                }
                Part::Number => {}
                Part::Content | Part::Other => {
                    if is_lit(before) != is_lit(mark) {
                        toggle(if *part == Part::Content { "lit" } else { "is-lit" }, is_lit(mark));
                    }
                    if recedes(before) != recedes(mark) {
                        toggle("recedes", recedes(mark));
                    }
                }
            }
        }
    }
}

/// Hides a card from everyone. A style keeps its layout, so the attribute alone would leave an empty
/// item to screen readers.
fn set_hidden(card: &HtmlElement, is_hidden: bool) {
    card.set_hidden(is_hidden);
    let _ = match is_hidden {
        true => card.set_attribute("aria-hidden", "true"),
        false => card.remove_attribute("aria-hidden"),
    };
}

fn set_class(element: &Element, class: &str, is_set: bool) {
    let _ = element.class_list().toggle_with_force(class, is_set);
}

/// Calls `then` with each element of the page that matches a selector, and its position.
fn each(selector: &str, mut then: impl FnMut(u32, Element)) {
    let found: Option<NodeList> = document().query_selector_all(selector).ok();
    let Some(found) = found else { return };
    for at in 0..found.length() {
        if let Some(element) = found.item(at) {
            then(at, element.unchecked_into());
        }
    }
}

fn within(element: &Element, selector: &str, then: impl FnOnce(Element)) {
    if let Ok(Some(found)) = element.query_selector(selector) {
        then(found);
    }
}
