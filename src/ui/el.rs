//! Elements by function call, for parts that only show.
//!
//! The same nodes as `html!` makes, in a quarter of the code: `html!` writes out the making of each
//! element where it stands, 300 bytes each in the browser, and there are hundreds. Parts with
//! listeners, node references or components use `html!`.

use std::rc::Rc;
use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag, VText};

/// A list of parts. As `vec!`, but filled by one function for each length, where `vec!` writes out
/// the making of the list wherever it stands.
macro_rules! list {
    [$($item:expr),* $(,)?] => { $crate::ui::el::listed([$($item),*]) };
}
pub(crate) use list;

/// The items of an array as a list.
#[inline(never)]
pub fn listed<T, const LENGTH: usize>(items: [T; LENGTH]) -> Vec<T> {
    items.into()
}

/// An element with a class, or without one for `""`.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let attributes = if class.is_empty() { Vec::new() } else { list![at("class", class)] };
    attrs(tag, attributes, children)
}

/// An attribute.
#[inline(never)]
pub fn at(name: &'static str, value: impl Into<AttrValue>) -> (&'static str, AttrValue) {
    (name, value.into())
}

/// An element with attributes.
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

/// A link.
#[inline(never)]
pub fn link(class: &'static str, href: AttrValue, children: Vec<Html>) -> Html {
    let mut attributes = list![("href", href)];
    if !class.is_empty() {
        attributes.push(at("class", class));
    }
    attrs("a", attributes, children)
}

/// A button.
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

/// A text.
#[inline(never)]
pub fn txt(text: impl Into<AttrValue>) -> Html {
    VNode::VText(VText::new(text))
}

/// A text that is copied.
#[inline(never)]
pub fn copied(text: &str) -> Html {
    txt(text.to_owned())
}

/// A section with a heading that names it.
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
