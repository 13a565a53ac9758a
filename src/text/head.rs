//! The title and the description of every page, for search engines and previews of links.
//!
//! Never here: the titles of pages that the app draws (`navigation`), because it sets them too.

use super::static_pages::{about, annotate};
use super::{
    Label, PAGE_NOT_FOUND, attributed, attribution, byline, document_title, enumerate,
    figure_attributed, figure_name, items, kind_title, list_subject, picture_title, possessive,
    statement_number, statements, statements_and_sources, tomb_head, view_subject,
};
use crate::model::{ActorCounts, ActorIx, Dossier, Statement};
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Prepared, Site};

/// A page's title and description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What the page is about, for places that give the name of the site apart.
    pub subject: String,
    /// The title of the document, which ends with the name of the site.
    pub title: String,
    /// The description.
    pub description: String,
}

impl Head {
    /// Makes the head of a page with a subject of its own.
    pub fn of_page(subject: String, description: String, site: &str) -> Self {
        Self { title: document_title(&subject, site), subject, description }
    }

    /// Makes the head of a page about the site, whose title names the site already.
    fn of_site(title: String, description: String) -> Self {
        Self { subject: title.clone(), title, description }
    }
}

/// Returns the title of a page that is not published.
pub fn draft_title(title: &str) -> String {
    format!("Draft: {title}")
}

/// Returns the head of a page.
pub fn head(site: &Site, route: &Route) -> Head {
    if let Some(tomb) = site.tomb(route) {
        return tomb_head(site, route, &tomb);
    }
    let name = &*site.name;
    if *route == Route::About {
        let description = format!(
            "What {name} is, how to read it, and how each report was annotated, by whom and under \
             what rights."
        );
        return Head::of_site(about::heading(name), description);
    }
    if *route == Route::Annotate {
        let description = annotate::DESCRIPTION.to_owned();
        return Head::of_page(annotate::TITLE.to_owned(), description, name);
    }
    let Some(prepared) = site.dossier_of(route) else {
        if *route == Route::Archive {
            let description = "Who said what, and through whom, in the articles’ own words.";
            return Head::of_site(archive_title(name), description.to_owned());
        }
        return not_found(name);
    };
    match of_dossier(prepared, route) {
        Some((subject, description)) => Head::of_page(subject, description, name),
        None => not_found(name),
    }
}

fn archive_title(site: &str) -> String {
    format!("{site}: who said what, and through whom")
}

fn not_found(site: &str) -> Head {
    let description = "There is no page at this address.".to_owned();
    Head::of_page(PAGE_NOT_FOUND.to_owned(), description, site)
}

/// The subject and the description of a page.
type About = (String, String);

fn of_dossier(prepared: &Prepared, route: &Route) -> Option<About> {
    let dossier = &prepared.dossier;
    match route {
        Route::Archive | Route::Statements(_) => Some(list(dossier, Collection::Statements)),
        Route::Actors(_) => Some(list(dossier, Collection::Actors)),
        Route::Figures(_) => Some(list(dossier, Collection::Figures)),
        Route::Account(_, id) => account(prepared, id.as_str()),
        Route::Article(_)
        | Route::Accounts(_)
        | Route::Dates(_)
        | Route::Compare(_)
        | Route::AboutDossier(_) => Some(view(dossier, route)),
        Route::Statement(_, id) => statement(prepared, id.as_str()),
        Route::Embed(_, id) => {
            let (subject, description) = statement(prepared, id.as_str())?;
            Some((format!("{subject} (embed)"), description))
        }
        Route::Actor(_, id) => actor(prepared, id.as_str()),
        Route::Figure(_, id) => figure(prepared, id.as_str()),
        Route::About | Route::Annotate | Route::NotFound => None,
    }
}

/// The note for descriptions of pages whose title could be mistaken for the article's headline.
const TITLE_NOTE: &str = "The title is the annotator’s.";

fn list(dossier: &Dossier, collection: Collection) -> About {
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
    (list_subject(dossier, collection), description)
}

/// Returns the head of a page of a report that is not a list.
fn view(dossier: &Dossier, route: &Route) -> About {
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
    (view_subject(dossier, route), format!("{}: {what}. {TITLE_NOTE}", byline(dossier)))
}

fn account(prepared: &Prepared, id: &str) -> Option<About> {
    let dossier = &prepared.dossier;
    let name = &dossier.actor(dossier.find_actor(id)?).name.value;
    let description = format!(
        "What sources on {} side are reported to say, topic by topic. {}.",
        possessive(name),
        byline(dossier)
    );
    let subject = format!("Statements by sources on {} side · {}", possessive(name), dossier.title);
    Some((subject, description))
}

fn statement(prepared: &Prepared, id: &str) -> Option<About> {
    let dossier = &prepared.dossier;
    let ix = dossier.find_statement(id)?;
    let statement = dossier.statement(ix);
    let number = statement_number(ix);
    let subject = format!("{number}: {}", attribution(dossier, statement));
    Some((subject, attributed(dossier, statement, prepared.wording(ix))))
}

fn actor(prepared: &Prepared, id: &str) -> Option<About> {
    let dossier = &prepared.dossier;
    let ix = dossier.find_actor(id)?;
    let actor = dossier.actor(ix);
    let description =
        format!("{}, {}: {}.", actor.kind.value.label(), byline(dossier), part(dossier, ix));
    Some((format!("{} · {}", actor.name.value, dossier.title), description))
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

fn figure(prepared: &Prepared, id: &str) -> Option<About> {
    let dossier = &prepared.dossier;
    let figure = dossier.figure(dossier.find_figure(id)?);
    let name = figure_name(dossier, figure);
    let words = figure_attributed(prepared, figure);
    let description = format!("{name}. {words}");
    Some((name, description))
}

/// Returns the text alternative of a statement's preview picture: `Condition. Shafaq News, …`.
pub fn picture_of_statement(statement: &Statement, attributed: &str) -> String {
    format!("{}. {attributed}", kind_title(statement.kind.value))
}

/// Returns the text alternative of a report's preview picture.
pub fn picture_of_report(dossier: &Dossier, sources: usize) -> String {
    let counts = statements_and_sources(dossier.statements.len(), sources);
    let note = picture_title(dossier.summary.is_some());
    format!("{} ({note}). {}: {counts}.", dossier.title, byline(dossier))
}
