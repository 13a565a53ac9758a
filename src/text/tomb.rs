//! The words of pages whose id no longer exists. Ids and reasons are the editor's, so they have no
//! quotation marks.

use super::{Head, Sentence, collection_name, day_text, enumerate, named, view_name};
use crate::model::{Departure, Dossier, IdKind, Statement};
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Site, Step, Tomb};

/// The reason that readers are not redirected.
pub const NO_REDIRECT: &str = "We don’t redirect automatically, so that anyone who follows a cited \
                               link can see what has changed.";

/// The heading over the pages that replaced it.
pub const REPLACED_BY: &str = "Replaced by";

/// The note if no page replaced it.
pub const NOT_REPLACED: &str = "It has not been replaced.";

/// Returns the heading: `This statement has been renamed`.
pub fn tomb_heading(tomb: &Tomb<'_>) -> String {
    let Some(first) = tomb.steps.first() else { return String::new() };
    let happened = match first.gone.how {
        Departure::Renamed => "has been renamed",
        Departure::Merged => "has been merged with another",
        Departure::Split => "has been split",
        Departure::Withdrawn => "has been withdrawn",
    };
    match (tomb.kind, first.kind) {
        (Some(kind), None) => {
            format!("The report containing this {} {happened}", what(Some(kind)))
        }
        (kind, _) => format!("This {} {happened}", what(kind)),
    }
}

/// Says what the link was to:
/// `This link was to statement a-b, first published on 24 November 2026.`
pub fn tomb_named(tomb: &Tomb<'_>) -> String {
    let (what, id) = (what(tomb.kind), tomb.id);
    match tomb.since {
        Some(since) => {
            format!("This link was to {what} {id}, first published on {}.", day_text(since))
        }
        None => format!("This link was to {what} {id}."),
    }
}

/// Describes a step: `Statement a-b was renamed c-d on 9 January 2026.`
pub fn tomb_step(step: &Step<'_>) -> String {
    let what = super::capital(what(step.kind));
    let (id, on) = (step.id, day_text(step.gone.on));
    let to: Vec<String> = step.gone.to.iter().map(ToString::to_string).collect();
    let to = enumerate(&to);
    match step.gone.how {
        Departure::Renamed => format!("{what} {id} was renamed {to} on {on}."),
        Departure::Merged => format!("{what} {id} was merged into {to} on {on}."),
        Departure::Split => format!("{what} {id} was split into {to} on {on}."),
        Departure::Withdrawn if to.is_empty() => format!("{what} {id} was withdrawn on {on}."),
        Departure::Withdrawn => format!("{what} {id} was withdrawn on {on}. See {to} instead."),
    }
}

/// Returns the head of the page: `Renamed: statement a-b · The dossier · On Record`.
pub fn tomb_head(site: &Site, route: &Route, tomb: &Tomb<'_>) -> Head {
    let how = tomb.steps.first().map_or("Withdrawn", |step| match step.gone.how {
        Departure::Renamed => "Renamed",
        Departure::Merged => "Merged",
        Departure::Split => "Split",
        Departure::Withdrawn => "Withdrawn",
    });
    let of = match (route.dossier().and_then(|id| site.entry(id)), route.dossier()) {
        (Some(entry), _) => format!(" · {}", entry.title),
        (None, Some(dossier)) if tomb.kind.is_some() => format!(" · {dossier}"),
        _ => String::new(),
    };
    // Each view of a withdrawn dossier has a page, and each page needs its own title.
    let view = match (tomb.kind, route) {
        (Some(_), Route::Embed(..)) => " (embed)".to_owned(),
        (Some(_), _) | (None, Route::Statements(_)) => String::new(),
        (None, route) => format!(" ({})", tomb_view(route).to_ascii_lowercase()),
    };
    let subject = format!("{how}: {} {}{view}{of}", what(tomb.kind), tomb.id);
    let steps: Vec<String> = tomb.steps.iter().map(tomb_step).collect();
    Head::of_page(subject, steps.join(" "), &site.name)
}

/// A part of the line about a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetSlot {
    /// The number.
    Number,
    /// The thing that it counts.
    Counted,
    /// The statement by its type and source.
    Statement(String),
}

/// Names a figure that replaced another: `460 violations, in the statistic by …`.
pub fn tomb_figure(dossier: &Dossier, statement: Option<&Statement>) -> Sentence<TargetSlot> {
    let Some(statement) = statement else {
        let slots = [TargetSlot::Number, TargetSlot::Counted];
        return Sentence::new("{} {}, in the article’s own voice", slots);
    };
    let statement = TargetSlot::Statement(named(dossier, statement));
    Sentence::new("{} {}, in the {}", [TargetSlot::Number, TargetSlot::Counted, statement])
}

/// A part of the name of a page that replaced another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplacedSlot<'s> {
    /// The view, or the kind of the item: `Timeline`, `Statement`.
    What(&'static str),
    /// The id of the item.
    Id(&'s str),
    /// The title of the report.
    Title,
}

/// Names a view or an item that replaced another, by the title of its report:
/// `Timeline: The harbour reopens`, `Statement a-b: The harbour reopens`.
pub fn tomb_target(target: &Route) -> Sentence<ReplacedSlot<'_>> {
    let (what, id) = match target {
        Route::Statement(_, id) | Route::Embed(_, id) => ("Statement", id),
        Route::Actor(_, id) => ("Actor", id),
        Route::Figure(_, id) => ("Figure", id),
        Route::Account(_, id) => ("Side", id),
        view => {
            let slots = [ReplacedSlot::What(tomb_view(view)), ReplacedSlot::Title];
            return Sentence::new("{}: {}", slots);
        }
    };
    let slots = [ReplacedSlot::What(what), ReplacedSlot::Id(id.as_str()), ReplacedSlot::Title];
    Sentence::new("{} {}: {}", slots)
}

/// Returns the name of a dossier's view: `Statements`, `Timeline`.
fn tomb_view(route: &Route) -> &'static str {
    match route {
        Route::Statements(_) => collection_name(Collection::Statements),
        Route::Actors(_) => collection_name(Collection::Actors),
        Route::Figures(_) => collection_name(Collection::Figures),
        route => view_name(route),
    }
}

/// Returns the noun for the item that an id names.
fn what(kind: Option<IdKind>) -> &'static str {
    match kind {
        Some(IdKind::Statement) => "statement",
        Some(IdKind::Actor) => "actor",
        Some(IdKind::Figure) => "figure",
        Some(IdKind::Account) => "side",
        None => "report",
    }
}
