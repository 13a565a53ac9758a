//! The title and the description of every page, for search engines and previews of links.
//!
//! Never here: the titles of pages that the app draws (`navigation`), because it sets them too.

use super::{
    Label, NAME, PICTURE_TITLE, attributed, attribution, byline, enumerate, figure_name, items,
    list_title, page_not_found_title, possessive, statement_number, statements,
    statements_and_sources, tomb_head, view_title,
};
use crate::model::{ActorCounts, ActorIx, Dossier, Slug, Statement};
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Prepared, Site};

/// A page's title and description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The title.
    pub title: String,
    /// The description.
    pub description: String,
}

/// Returns the head of a page.
pub fn head(site: &Site, route: &Route) -> Head {
    if let Some(tomb) = site.tomb(route) {
        return tomb_head(site, route, &tomb);
    }
    let found = site.dossier_of(route);
    let of_dossier = |make: fn(&Prepared, &str) -> Option<Head>, id: &Slug| {
        found.and_then(|prepared| make(prepared, id.as_str())).unwrap_or_else(not_found)
    };
    let of_list = |collection| found.map_or_else(not_found, |p| list(&p.dossier, collection));
    match route {
        Route::About => Head {
            title: format!("About {NAME}"),
            description: format!(
                "What {NAME} is, how to read it, and how each report was annotated, by whom and \
                 under what rights."
            ),
        },
        Route::Archive if !site.is_alone => Head {
            title: format!("{NAME}: who said what, and through whom"),
            description: "Who said what, and through whom, in the articles’ own words.".to_owned(),
        },
        Route::Archive | Route::Statements(_) => of_list(Collection::Statements),
        Route::Actors(_) => of_list(Collection::Actors),
        Route::Figures(_) => of_list(Collection::Figures),
        Route::Account(_, id) => of_dossier(account, id),
        Route::Article(_)
        | Route::Accounts(_)
        | Route::Dates(_)
        | Route::Compare(_)
        | Route::AboutDossier(_) => {
            found.map_or_else(not_found, |prepared| view(&prepared.dossier, route))
        }
        Route::Statement(_, id) => of_dossier(statement, id),
        Route::Embed(_, id) => {
            let Head { title, description } = of_dossier(statement, id);
            Head { title: format!("{title} (embed)"), description }
        }
        Route::Actor(_, id) => of_dossier(actor, id),
        Route::Figure(_, id) => of_dossier(figure, id),
        Route::NotFound => not_found(),
    }
}

fn not_found() -> Head {
    let description = "There is no page at this address.".to_owned();
    Head { title: page_not_found_title(), description }
}

/// The note for descriptions of pages whose title could be mistaken for the article's headline.
const TITLE_NOTE: &str = "The title is the annotator’s.";

fn list(dossier: &Dossier, collection: Collection) -> Head {
    let what = match collection {
        Collection::Statements => format!(
            "who said what, in {}, each traced to its source and exact words",
            statements(dossier.statements.len())
        ),
        Collection::Actors => format!(
            "its {}, with the statements that each of them makes or passes on, and those about it",
            items(collection, dossier.actors.len())
        ),
        Collection::Figures => format!(
            "{}, with who counted what, and the statement that gives each number",
            items(collection, dossier.figures.len())
        ),
    };
    let description = format!("{}: {what}. {TITLE_NOTE}", byline(dossier));
    Head { title: list_title(dossier, collection), description }
}

/// Returns the head of a page of a report that is not a list.
fn view(dossier: &Dossier, route: &Route) -> Head {
    let what = match route {
        Route::Article(_) if dossier.article.is_cut() => {
            "excerpts of the text, with every source, attributing verb and statement marked"
        }
        Route::Article(_) => {
            "the full text, with every source, attributing verb and statement marked"
        }
        Route::Accounts(_) => "its statements by topic and side",
        Route::Dates(_) => "the dates it gives, in order, and what is said about them",
        Route::AboutDossier(_) => "how it was annotated, by whom and under what rights",
        _ => "compare any two of its statements",
    };
    Head {
        title: view_title(dossier, route),
        description: format!("{}: {what}. {TITLE_NOTE}", byline(dossier)),
    }
}

fn account(prepared: &Prepared, id: &str) -> Option<Head> {
    let dossier = &prepared.dossier;
    let name = &dossier.actor(dossier.find_actor(id)?).name.value;
    let description = format!(
        "What sources on {} side are reported to say, topic by topic. {}.",
        possessive(name),
        byline(dossier)
    );
    let title =
        format!("Statements by sources on {} side · {} · {NAME}", possessive(name), dossier.title);
    Some(Head { title, description })
}

fn statement(prepared: &Prepared, id: &str) -> Option<Head> {
    let dossier = &prepared.dossier;
    let ix = dossier.find_statement(id)?;
    let statement = dossier.statement(ix);
    let number = statement_number(ix);
    let title = format!("{number}: {} · {NAME}", attribution(dossier, statement));
    Some(Head { title, description: attributed(dossier, statement, prepared.wording(ix)) })
}

fn actor(prepared: &Prepared, id: &str) -> Option<Head> {
    let dossier = &prepared.dossier;
    let ix = dossier.find_actor(id)?;
    let actor = dossier.actor(ix);
    let description =
        format!("{}, {}: {}.", actor.kind.value.label(), byline(dossier), part(dossier, ix));
    Some(Head {
        title: format!("{} · {} · {NAME}", actor.name.value, dossier.title), description
    })
}

/// What an actor does in the article: `makes 2 statements and is the subject of 7 statements`.
fn part(dossier: &Dossier, actor: ActorIx) -> String {
    if actor == dossier.article.outlet {
        return "publisher of the article".to_owned();
    }
    let counts = ActorCounts::of(dossier, actor);
    let parts = [
        ("makes", counts.speaks),
        ("passes on", counts.relays),
        ("is the subject of", counts.about),
    ];
    let parts = parts.into_iter().filter(|(_, number)| *number > 0);
    let parts: Vec<String> =
        parts.map(|(verb, number)| format!("{verb} {}", statements(number))).collect();
    if parts.is_empty() { "mentioned only".to_owned() } else { enumerate(&parts) }
}

fn figure(prepared: &Prepared, id: &str) -> Option<Head> {
    let dossier = &prepared.dossier;
    let figure = dossier.figure(dossier.find_figure(id)?);
    let name = figure_name(dossier, figure);
    let statement = dossier.statement(figure.statement);
    let words = attributed(dossier, statement, prepared.wording(figure.statement));
    Some(Head { title: format!("{name} · {NAME}"), description: format!("{name}. {words}") })
}

/// Returns the text alternative of a statement's preview picture: `Condition. Shafaq News, …`.
pub fn picture_of_statement(statement: &Statement, attributed: &str) -> String {
    format!("{}. {attributed}", statement.kind.value.label())
}

/// Returns the text alternative of a report's preview picture.
pub fn picture_of_report(dossier: &Dossier, sources: usize) -> String {
    let counts = statements_and_sources(dossier.statements.len(), sources);
    format!("{} ({PICTURE_TITLE}). {}: {counts}.", dossier.title, byline(dossier))
}
