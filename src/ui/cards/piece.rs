//! The component for parts of a page that are redrawn only if their properties change.
//!
//! There is one component for all such parts: each component adds 1.5 kB to the app.

use crate::model::{ActorIx, FigureIx, StatementIx};
use crate::query::{Collection, Query};
use crate::ui::article::annotated::{self, paragraph};
use crate::ui::cards::actor::actor_card;
use crate::ui::cards::figure::figure_card;
use crate::ui::cards::statement::statement_card;
use crate::ui::controls::filters::{Group, values};
use crate::ui::page::Page;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of a part, which are cheap to compare.
#[derive(Properties, Clone, PartialEq)]
pub struct Props {
    /// The part.
    pub piece: Kind,
}

/// A part of a page.
#[derive(Clone, PartialEq)]
pub enum Kind {
    /// A card of a list.
    Card(Card),
    /// A paragraph of the full text.
    Paragraph(annotated::Props),
    /// The values of a facet.
    Facet(Group),
}

/// A card of a list.
#[derive(Clone, PartialEq)]
pub struct Card {
    /// The page.
    pub page: Page,
    /// The collection of the item.
    pub collection: Collection,
    /// The item's index in the collection, 0-based.
    pub item: u32,
    /// The search, for marking its words.
    pub query: Rc<Query>,
    /// True if the statement is open in the full text.
    pub is_on: bool,
    /// True if the statement is chosen for comparison.
    pub is_ticked: bool,
}

/// Draws a part of a page.
#[component]
pub fn Piece(props: &Props) -> Html {
    let Card { page, collection, item, query, is_on, is_ticked } = match &props.piece {
        Kind::Paragraph(props) => return paragraph(props, Vec::new()),
        Kind::Facet(group) => return values(group),
        Kind::Card(card) => card,
    };
    match collection {
        Collection::Statements => {
            statement_card(page, StatementIx(*item), query, *is_on, Some(*is_ticked))
        }
        Collection::Actors => actor_card(page, ActorIx(*item), query),
        Collection::Figures => figure_card(page, FigureIx(*item), query),
    }
}
