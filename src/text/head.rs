//! A page's title and description. Lists have their titles from `sentences`, for the app sets them.

use super::{
    Label, NAME, attributed, attribution, byline, count, list_title, outlet, tomb_head, view_title,
};
use crate::model::{ActorCounts, Dossier, Slug};
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Prepared, Site};

/// What stands in a page's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The title.
    pub title: String,
    /// The description.
    pub description: String,
}

/// The head of a page.
pub fn head(site: &Site, route: &Route) -> Head {
    if let Some(tomb) = site.tomb(route) {
        return tomb_head(site, route, &tomb);
    }
    let found = site.dossier_of(route);
    let of_dossier = |make: fn(&Prepared, &str) -> Option<Head>, id: &Slug| {
        found.and_then(|prepared| make(prepared, id.as_str())).unwrap_or_else(lost)
    };
    let of_list = |collection| found.map_or_else(lost, |p| list(&p.dossier, collection));
    match route {
        Route::About => Head {
            title: format!("What the labels mean · {NAME}"),
            description: "What every label and mark means, with an example of each; how the \
                          dossiers were made, by whom and on what rights."
                .to_owned(),
        },
        Route::Archive if found.is_none() => Head {
            title: format!("{NAME}: who said what, through whom"),
            description: "Who said what, through whom, in the articles’ own words.".to_owned(),
        },
        Route::Archive | Route::Statements(_) => of_list(Collection::Statements),
        Route::Actors(_) => of_list(Collection::Actors),
        Route::Figures(_) => of_list(Collection::Figures),
        Route::Account(_, id) => of_dossier(account, id),
        Route::Article(_) | Route::Accounts(_) | Route::Dates(_) | Route::Compare(_) => {
            found.map_or_else(lost, |prepared| view(&prepared.dossier, route))
        }
        Route::Statement(_, id) => of_dossier(statement, id),
        Route::Embed(_, id) => {
            let Head { title, description } = of_dossier(statement, id);
            Head { title: format!("{title}, to embed"), description }
        }
        Route::Actor(_, id) => of_dossier(actor, id),
        Route::Figure(_, id) => of_dossier(figure, id),
        Route::NotFound => lost(),
    }
}

fn lost() -> Head {
    let description = "There is no such page here.".to_owned();
    Head { title: format!("No such page · {NAME}"), description }
}

/// The annotator's title and summary are told to be theirs wherever they could be taken for the outlet's.
fn summary(dossier: &Dossier) -> String {
    format!("Title and summary by the annotator: {}", dossier.summary)
}

fn list(dossier: &Dossier, collection: Collection) -> Head {
    let description = format!("{}. {}", byline(dossier), summary(dossier));
    Head { title: list_title(dossier, collection), description }
}

/// The views of a dossier that are no lists.
fn view(dossier: &Dossier, route: &Route) -> Head {
    let what = match route {
        Route::Article(_) if dossier.article.is_cut() => {
            "excerpts of the text, with each statement’s source, cue and words marked"
        }
        Route::Article(_) => "the whole text, with each statement’s source, cue and words marked",
        Route::Accounts(_) => "the statements by topic and party",
        Route::Dates(_) => "the dates it gives, in the order of time, and what is said of them",
        _ => "any two of its statements, set against each other",
    };
    Head {
        title: view_title(dossier, route),
        description: format!("{}: {what}. {}", byline(dossier), summary(dossier)),
    }
}

fn account(prepared: &Prepared, id: &str) -> Option<Head> {
    let dossier = &prepared.dossier;
    let name = &dossier.actor(dossier.find_actor(id)?).name.value;
    let description = format!(
        "What sources that belong to {name} are reported to say, by topic. {}",
        byline(dossier)
    );
    Some(Head {
        title: format!("The account of {name} · {} · {NAME}", dossier.title), description
    })
}

fn statement(prepared: &Prepared, id: &str) -> Option<Head> {
    let dossier = &prepared.dossier;
    let ix = dossier.find_statement(id)?;
    let statement = dossier.statement(ix);
    let title = format!(
        "{}: {} (statement {}) · {NAME}",
        attribution(dossier, statement),
        statement.kind.value.label().to_ascii_lowercase(),
        ix.index() + 1
    );
    Some(Head { title, description: attributed(dossier, statement, prepared.wording(ix)) })
}

fn actor(prepared: &Prepared, id: &str) -> Option<Head> {
    let dossier = &prepared.dossier;
    let ix = dossier.find_actor(id)?;
    let actor = dossier.actor(ix);
    let counts = ActorCounts::of(dossier, ix);
    let description = format!(
        "{} in {}: {} made, {} passed on, spoken of in {}.",
        actor.kind.value.label(),
        byline(dossier),
        count(counts.speaks, "statement", "statements"),
        counts.relays,
        counts.about,
    );
    Some(Head {
        title: format!("{} · {} · {NAME}", actor.name.value, dossier.title), description
    })
}

fn figure(prepared: &Prepared, id: &str) -> Option<Head> {
    let dossier = &prepared.dossier;
    let figure = dossier.figure(dossier.find_figure(id)?);
    let statement = dossier.statement(figure.statement);
    let counted = dossier.article.text(figure.counted);
    let number = dossier.article.text(figure.words);
    let title = format!("{number}: {counted} · {NAME}");
    let words = attributed(dossier, statement, prepared.wording(figure.statement));
    let description = format!("A figure in {}. {words}", outlet(dossier));
    Some(Head { title, description })
}
