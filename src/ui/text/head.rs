//! A page's title and description. Lists have their titles from `sentences`, for the app sets them.

use super::{NAME, attributed, attribution, byline, count, list_title, outlet};
use crate::model::{Dossier, wording};
use crate::query::Collection;
use crate::route::Route;
use crate::ui::site::Site;

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
    let found = site.dossier_of(route).map(|prepared| &*prepared.dossier);
    match (route, found) {
        (Route::About, _) => Head {
            title: format!("What the labels mean · {NAME}"),
            description: "What every label and mark means, with an example of each; how the \
                          dossiers were made, by whom and on what rights."
                .to_owned(),
        },
        (Route::Archive, None) => Head {
            title: format!("{NAME}: who said what, through whom"),
            description: "Who said what, through whom, in the articles’ own words.".to_owned(),
        },
        (Route::Archive | Route::Statements(_), Some(dossier)) => {
            list(dossier, Collection::Statements)
        }
        (Route::Actors(_), Some(dossier)) => list(dossier, Collection::Actors),
        (Route::Figures(_), Some(dossier)) => list(dossier, Collection::Figures),
        (Route::Statement(_, id), Some(dossier)) => {
            statement(dossier, id.as_str()).unwrap_or_else(lost)
        }
        (Route::Actor(_, id), Some(dossier)) => actor(dossier, id.as_str()).unwrap_or_else(lost),
        (Route::Figure(_, id), Some(dossier)) => figure(dossier, id.as_str()).unwrap_or_else(lost),
        _ => lost(),
    }
}

fn lost() -> Head {
    let description = "There is no such page here.".to_owned();
    Head { title: format!("No such page · {NAME}"), description }
}

fn list(dossier: &Dossier, collection: Collection) -> Head {
    let description = format!("{}. {}", byline(dossier), dossier.summary);
    Head { title: list_title(dossier, collection), description }
}

fn statement(dossier: &Dossier, id: &str) -> Option<Head> {
    use super::Label;
    let statement = dossier.statement(dossier.find_statement(id)?);
    let wording = wording(&dossier.article, &dossier.article.quotations(), &statement.content);
    let title = format!(
        "{}: {} · {NAME}",
        attribution(dossier, statement),
        statement.kind.value.label().to_ascii_lowercase()
    );
    Some(Head { title, description: attributed(dossier, statement, &wording) })
}

fn actor(dossier: &Dossier, id: &str) -> Option<Head> {
    use super::Label;
    let ix = dossier.find_actor(id)?;
    let actor = dossier.actor(ix);
    let counts = crate::model::ActorCounts::of(dossier, ix);
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

fn figure(dossier: &Dossier, id: &str) -> Option<Head> {
    let figure = dossier.figure(dossier.find_figure(id)?);
    let statement = dossier.statement(figure.statement);
    let counted = dossier.article.text(figure.counted);
    let number = dossier.article.text(figure.words);
    let title = format!("{number}: {counted} · {NAME}");
    let wording = wording(&dossier.article, &dossier.article.quotations(), &statement.content);
    let description =
        format!("A figure in {}. {}", outlet(dossier), attributed(dossier, statement, &wording));
    Some(Head { title, description })
}
