//! The controls of a list: search, filters, sorting, export, and the active filters.
//!
//! Never here: what they do to the state (`state`).

pub mod filters;
pub mod search_box;
pub mod toolbar;

use super::el;
use super::state::{Action, Dispatch};
use yew::prelude::*;

/// Makes a button that sends an action.
pub fn button(
    dispatch: &Dispatch,
    action: Action,
    attributes: Vec<(&'static str, AttrValue)>,
    inner: Vec<Html>,
) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_| dispatch.dispatch(action.clone()));
    el::button(attributes, onclick, inner)
}
