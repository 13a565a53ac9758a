//! The component for parts of a page that are drawn again only if their properties change.
//!
//! There is one component for all such parts: each component adds 1.5 kB to the app.

use crate::model::{ActorIx, FigureIx, StatementIx, UnitIx};
use crate::query::Collection;
use crate::ui::app::{Masthead, masthead};
use crate::ui::article::annotated::{self, paragraph};
use crate::ui::cards::actor::actor_card;
use crate::ui::cards::figure::figure_card;
use crate::ui::cards::statement::statement_card;
use crate::ui::controls::filters::{Group, values};
use crate::ui::icon::sprite;
use crate::ui::page::Page;
use crate::ui::pages::explore::{Heading, heading};
use crate::ui::pages::list::{Cards, cards};
use yew::prelude::*;
use yew::virtual_dom::{VNode, VRaw};

/// Properties of a part, which are cheap to compare.
#[derive(Properties, Clone)]
pub struct Props {
    /// The part.
    pub piece: Kind,
    /// True if the part is in the prerendered page and has no listeners. Its markup is then kept
    /// without a look at it, until its properties change.
    pub keeps: bool,
}

/// The first value of `keeps` counts.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.piece == other.piece
    }
}

/// A part of a page.
#[derive(Clone, PartialEq)]
pub enum Kind {
    /// The icons.
    Sprite,
    /// The head of every page.
    Masthead(Masthead),
    /// The title of a list, and what comes with it.
    Heading(Heading),
    /// The cards of a list.
    Cards(Cards),
    /// A card of a list, by the item's index in its collection, 0-based.
    Card(Page, Collection, u32),
    /// A paragraph of the full text.
    Paragraph(Page, UnitIx),
    /// The values of a facet.
    Facet(Group),
}

/// Draws a part of a page.
#[component]
pub fn Piece(props: &Props) -> Html {
    let kept = use_mut_ref(|| props.keeps.then(|| props.piece.clone()));
    let mut kept = kept.borrow_mut();
    if kept.as_ref() == Some(&props.piece) {
        return keep(&props.piece);
    }
    *kept = None;
    draw(&props.piece)
}

/// Draws a part of a page without the component.
pub fn draw(piece: &Kind) -> Html {
    match piece {
        Kind::Sprite => sprite(),
        Kind::Masthead(props) => masthead(props),
        Kind::Heading(props) => heading(props),
        Kind::Cards(props) => cards(props),
        Kind::Card(page, Collection::Statements, item) => {
            statement_card(page, StatementIx(*item), true)
        }
        Kind::Card(page, Collection::Actors, item) => actor_card(page, ActorIx(*item)),
        Kind::Card(page, Collection::Figures, item) => figure_card(page, FigureIx(*item)),
        Kind::Paragraph(page, unit) => {
            let (page, unit) = (page.clone(), *unit);
            let props = annotated::Props { page, unit, open: None, recedes: false, part: None };
            paragraph(&props, Vec::new())
        }
        Kind::Facet(group) => values(group),
    }
}

/// In the browser, keeps the markup that is there. Yew takes over what is between two comments of
/// raw markup and does not compare it with anything, which is many times faster than hydration.
#[cfg(reader)]
fn keep(_: &Kind) -> Html {
    raw("")
}

/// Natively, draws the part between the comments of raw markup. Yew writes such comments around
/// each raw text, and counts the nested ones when it looks for the end. So with a begin as the
/// first text and an end as the second, everything between them is one raw text.
#[cfg(not(reader))]
fn keep(piece: &Kind) -> Html {
    [raw("<!--<#>-->"), draw(piece), raw("<!--</#>-->")].into_iter().collect()
}

fn raw(markup: &'static str) -> Html {
    VNode::VRaw(VRaw { html: markup.into() })
}
