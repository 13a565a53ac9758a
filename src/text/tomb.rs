//! What is said at an address whose id is gone. Ids and reasons are the editor's: no quotation marks.

use super::{Head, NAME, collection_name, day_text, enumerate, view_name};
use crate::model::{Departure, IdKind};
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Site, Step, Tomb};

/// Why nobody is sent on without being asked.
pub const NO_REDIRECT: &str = "Nothing sends you on by itself: whoever follows a link that was \
                               cited should see that what it named is no longer here as it was.";

/// The heading over what stands for what is gone.
pub const STANDS_FOR_IT: &str = "What stands for it now";

/// Where nothing stands for what is gone.
pub const NOTHING_INSTEAD: &str = "Nothing stands for it now.";

/// The heading: `This statement was renamed`.
pub fn tomb_heading(tomb: &Tomb<'_>) -> String {
    let Some(first) = tomb.steps.first() else { return String::new() };
    let happened = match first.gone.how {
        Departure::Renamed => "was renamed",
        Departure::Merged => "was merged into another",
        Departure::Split => "was split",
        Departure::Withdrawn => "was withdrawn",
    };
    match (tomb.kind, first.kind) {
        (Some(kind), None) => format!("The dossier of this {} {happened}", kind.name()),
        (kind, _) => format!("This {} {happened}", what(kind)),
    }
}

/// What the link names: `The link names the statement a-b, on record since 24 November 2026.`
pub fn tomb_named(tomb: &Tomb<'_>) -> String {
    let since = tomb
        .since
        .map_or_else(String::new, |since| format!(", on record since {}", day_text(since)));
    format!("The link names the {} {}{since}.", what(tomb.kind), tomb.id)
}

/// A step: `On 9 January 2026 the statement a-b was renamed: its id is c-d now.`
pub fn tomb_step(step: &Step<'_>) -> String {
    let ids: Vec<String> = step.gone.to.iter().map(ToString::to_string).collect();
    let ids = enumerate(&ids);
    let happened = match step.gone.how {
        Departure::Renamed => format!("was renamed: its id is {ids} now"),
        Departure::Merged => format!("was merged into {ids}"),
        Departure::Split => format!("was split into {ids}"),
        Departure::Withdrawn if ids.is_empty() => "was withdrawn".to_owned(),
        Departure::Withdrawn => format!("was withdrawn; see {ids}"),
    };
    format!("On {} the {} {} {happened}.", day_text(step.gone.on), what(step.kind), step.id)
}

/// The head of the page: `Renamed: statement a-b · The dossier · On Record`.
pub fn tomb_head(site: &Site, route: &Route, tomb: &Tomb<'_>) -> Head {
    let how = tomb.steps.first().map_or("Gone", |step| match step.gone.how {
        Departure::Renamed => "Renamed",
        Departure::Merged => "Merged",
        Departure::Split => "Split",
        Departure::Withdrawn => "Withdrawn",
    });
    let of = match (site.dossier_of(route), route.dossier()) {
        (Some(prepared), _) => format!(" · {}", prepared.dossier.title),
        (None, Some(dossier)) if tomb.kind.is_some() => format!(" · {dossier}"),
        _ => String::new(),
    };
    // Each view of a dossier that is gone has a page, and each page a title of its own.
    let view = match (tomb.kind, route) {
        (Some(_), Route::Embed(..)) => ", to embed".to_owned(),
        (Some(_), _) | (None, Route::Statements(_)) => String::new(),
        (None, route) => format!(" ({})", tomb_view(route).to_ascii_lowercase()),
    };
    let title = format!("{how}: {} {}{view}{of} · {NAME}", what(tomb.kind), tomb.id);
    let told: Vec<String> = tomb.steps.iter().map(tomb_step).collect();
    Head { title, description: told.join(" ") }
}

/// The name of a dossier's view: `Statements`, `Dates`.
pub fn tomb_view(route: &Route) -> &'static str {
    match route {
        Route::Statements(_) => collection_name(Collection::Statements),
        Route::Actors(_) => collection_name(Collection::Actors),
        Route::Figures(_) => collection_name(Collection::Figures),
        route => view_name(route),
    }
}

fn what(kind: Option<IdKind>) -> &'static str {
    kind.map_or("dossier", IdKind::name)
}
