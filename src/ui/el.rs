//! Functions that make elements, for markup without listeners.
//!
//! They make the same nodes as `html!` with a quarter of the code. `html!` expands to about 300
//! bytes for each element, and the app has hundreds. Markup with listeners, node references or
//! components uses `html!`.

use super::sentence::filled;
use crate::text::Sentence;
use std::rc::Rc;
use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag, VText};

/// Makes a `Vec`, like `vec!`. It calls one function for each length instead of expanding the code
/// in place.
macro_rules! list {
    [$($item:expr),* $(,)?] => { $crate::ui::el::listed([$($item),*]) };
}
pub(crate) use list;

/// Returns the items of an array as a `Vec`.
#[inline(never)]
pub fn listed<T, const LENGTH: usize>(items: [T; LENGTH]) -> Vec<T> {
    items.into()
}

/// Makes an element with a class, or without one if it is `""`.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let attributes = if class.is_empty() { Vec::new() } else { list![at("class", class)] };
    attrs(tag, attributes, children)
}

/// Makes an attribute.
#[inline(never)]
pub fn at(name: &'static str, value: impl Into<AttrValue>) -> (&'static str, AttrValue) {
    (name, value.into())
}

/// Makes an element with attributes.
#[inline(never)]
pub fn attrs(
    tag: &'static str,
    attributes: Vec<(&'static str, AttrValue)>,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    for (name, value) in attributes {
        element.add_attribute(name, value);
    }
    element.add_children(children);
    element.into()
}

/// Makes a link.
#[inline(never)]
pub fn link(class: &'static str, href: AttrValue, children: Vec<Html>) -> Html {
    let mut attributes = list![("href", href)];
    if !class.is_empty() {
        attributes.push(at("class", class));
    }
    attrs("a", attributes, children)
}

/// Makes a button.
#[inline(never)]
pub fn button(
    attributes: Vec<(&'static str, AttrValue)>,
    onclick: Callback<MouseEvent>,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new("button");
    element.add_attribute("type", "button");
    for (name, value) in attributes {
        element.add_attribute(name, value);
    }
    element.add_listener(Rc::new(onclick::Wrapper::new(onclick)));
    element.add_children(children);
    element.into()
}

/// Makes a text node.
#[inline(never)]
pub fn txt(text: impl Into<AttrValue>) -> Html {
    VNode::VText(VText::new(text))
}

/// Makes a text node with a copy of a text.
#[inline(never)]
pub fn copied(text: &str) -> Html {
    txt(text.to_owned())
}

/// Makes the text of a sentence whose slots are filled with markup.
#[inline(never)]
pub fn sentence(sentence: Sentence<Html>) -> Html {
    filled(sentence, |slot| slot)
}

/// Makes a section that is named by its heading.
#[inline(never)]
pub fn section(id: AttrValue, class: &'static str, heading: Vec<Html>, inner: Vec<Html>) -> Html {
    let mut children = list![attrs("h2", list![("id", id.clone())], heading)];
    children.extend(inner);
    let mut attributes = list![("aria-labelledby", id)];
    if !class.is_empty() {
        attributes.push(at("class", class));
    }
    attrs("section", attributes, children)
}
