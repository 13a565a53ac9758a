//! A part of a page that is drawn again only where what it shows has changed.
//!
//! One component for all such parts: each further one costs every reader a kilobyte and a half.

use crate::model::{ActorIx, FigureIx, StatementIx};
use crate::query::{Collection, Query};
use crate::ui::article::annotated::{self, paragraph};
use crate::ui::cards::actor::actor_card;
use crate::ui::cards::figure::figure_card;
use crate::ui::cards::statement::statement_card;
use crate::ui::page::Page;
use std::rc::Rc;
use yew::prelude::*;

/// What a part needs; cheap to compare.
#[derive(Properties, Clone, PartialEq)]
pub struct Props {
    /// Which part.
    pub piece: Kind,
}

/// A part.
#[derive(Clone, PartialEq)]
pub enum Kind {
    /// A card of a list.
    Card(Card),
    /// A paragraph of the article.
    Paragraph(annotated::Props),
}

/// A card of a list.
#[derive(Clone, PartialEq)]
pub struct Card {
    /// The page.
    pub page: Page,
    /// Of what.
    pub collection: Collection,
    /// Its position in the collection.
    pub item: u32,
    /// What was searched for.
    pub query: Rc<Query>,
    /// It is open in the article.
    pub is_on: bool,
}

/// The part.
#[component]
pub fn Piece(props: &Props) -> Html {
    let Card { page, collection, item, query, is_on } = match &props.piece {
        Kind::Paragraph(props) => return paragraph(props, Vec::new()),
        Kind::Card(card) => card,
    };
    match collection {
        Collection::Statements => statement_card(page, StatementIx(*item), query, *is_on),
        Collection::Actors => actor_card(page, ActorIx(*item), query),
        Collection::Figures => figure_card(page, FigureIx(*item), query),
    }
}
