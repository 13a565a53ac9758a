//! What the pages about the whole site show of a dossier. An entry is plain data: a site has one for
//! each dossier, and threads share them, while few dossiers are loaded.
//!
//! Never here: what only the pages of the dossier itself show.

use super::{Prepared, direction};
use crate::model::{
    ActorIx, CorrectedPart, Correction, Day, Directness, Dossier, IdKind, Slug, StatementIx,
};
use crate::route::Route;
use std::cmp::Reverse;
use std::sync::Arc;
use unicode_bidi::{Direction, get_base_direction};

/// Maximum number of sources that an entry names.
const MAX_NAMED_SOURCES: usize = 4;

/// A summary of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The id in URLs.
    pub id: Slug,
    /// True if the dossier is a draft.
    pub is_draft: bool,
    /// The ids of the statements that are drafts themselves.
    pub drafts: Vec<Slug>,
    /// The annotator's title.
    pub title: String,
    /// The annotator's summary.
    pub summary: Option<String>,
    /// True if the article at hand has a headline of its own.
    pub has_headline: bool,
    /// The outlet's name.
    pub outlet: String,
    /// The language of the article (BCP 47).
    pub language: String,
    /// True if that language is written from right to left.
    pub is_rtl: bool,
    /// The day on which the article was published.
    pub published: Day,
    /// The annotator's name.
    pub annotator: String,
    /// The day on which the annotation last changed.
    pub annotated: Day,
    /// The annotator's mail or web address.
    pub contact: Option<String>,
    /// The number of sources.
    pub sources: usize,
    /// The first sources by number of statements, at most four.
    pub main_sources: Vec<SourceName>,
    /// The number of statements by how much of them is quoted.
    pub wordings: Wordings,
    /// The corrections after publication, in the author's order.
    pub corrections: Vec<Corrected>,
    /// The ids that have a page, for each kind in the order of `IdKind::ALL`.
    ids: [Vec<Slug>; IdKind::ALL.len()],
}

/// A source of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceName {
    /// Its name.
    pub name: String,
    /// True if none of its statements names it.
    pub is_unnamed: bool,
}

/// Numbers of statements by how much of them is in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wordings {
    /// The statements that are quoted as a whole.
    pub direct: usize,
    /// The statements of which a part is quoted.
    pub mixed: usize,
    /// The statements in the reporter's words.
    pub indirect: usize,
}

/// A correction of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// The day of its publication.
    pub on: Day,
    /// The part that was corrected.
    pub of: CorrectedPart,
    /// The change in the editor's words.
    pub what: String,
    /// The statements that changed. Empty if it concerns the whole article.
    pub statements: Vec<Slug>,
}

impl Entry {
    /// Summarises a dossier that is not prepared.
    pub fn of_dossier(dossier: &Arc<Dossier>) -> Self {
        Self::of(&Prepared::new(Arc::clone(dossier)))
    }

    /// Summarises a dossier.
    pub fn of(prepared: &Prepared) -> Self {
        let dossier = &prepared.dossier;
        let corrected = |correction: &Correction| Corrected {
            on: correction.on,
            of: correction.of,
            what: correction.what.to_string(),
            statements: (correction.statements.iter())
                .map(|ix| dossier.statement(*ix).id.clone())
                .collect(),
        };
        let mut wordings = Wordings::default();
        for ix in (0..dossier.statements.len()).map(StatementIx::from) {
            *match prepared.wording(ix).directness {
                Directness::Direct => &mut wordings.direct,
                Directness::Mixed => &mut wordings.mixed,
                Directness::Indirect => &mut wordings.indirect,
            } += 1;
        }
        Self {
            id: dossier.id.clone(),
            is_draft: dossier.draft,
            drafts: (dossier.statements.iter())
                .filter(|statement| statement.draft)
                .map(|statement| statement.id.clone())
                .collect(),
            title: dossier.title.to_string(),
            summary: dossier.summary.as_deref().map(str::to_owned),
            has_headline: dossier.article.headline.is_some(),
            outlet: dossier.actor(dossier.article.outlet).name.value.to_string(),
            language: dossier.article.language.to_string(),
            is_rtl: dossier.article.is_rtl,
            published: dossier.article.published,
            annotator: dossier.annotation.by.to_string(),
            annotated: dossier.annotation.date,
            contact: dossier.annotation.contact.as_deref().map(str::to_owned),
            sources: prepared.sources(),
            main_sources: main_sources(prepared),
            wordings,
            corrections: dossier.corrections.iter().map(corrected).collect(),
            ids: IdKind::ALL.map(|kind| kind.ids_of(dossier).into_iter().cloned().collect()),
        }
    }

    /// Returns the ids of a kind that have a page, in the dossier's order.
    pub fn ids(&self, kind: IdKind) -> &[Slug] {
        let [statements, actors, figures, accounts] = &self.ids;
        match kind {
            IdKind::Statement => statements,
            IdKind::Actor => actors,
            IdKind::Figure => figures,
            IdKind::Account => accounts,
        }
    }

    /// Returns the number of statements.
    pub fn statements(&self) -> usize {
        self.ids(IdKind::Statement).len()
    }

    /// Returns true if a page shows only what is not published.
    pub fn is_draft_page(&self, route: &Route) -> bool {
        match route {
            Route::Statement(_, id) | Route::Embed(_, id) => {
                self.is_draft || self.drafts.contains(id)
            }
            _ => self.is_draft,
        }
    }

    /// Returns the writing direction of the article: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        direction(self.is_rtl)
    }

    /// Returns the writing direction of the title: `ltr` or `rtl`.
    pub fn title_direction(&self) -> &'static str {
        match get_base_direction(&*self.title) {
            Direction::Rtl => "rtl",
            _ => "ltr",
        }
    }

    /// Returns the language of the title (BCP 47), if it can be the article's. An annotator can also
    /// write in another language, which is certain only if it runs in another direction.
    pub fn title_language(&self) -> Option<&str> {
        (self.title_direction() == self.direction()).then_some(&*self.language)
    }

    /// Lists the pages of the dossier in a fixed order.
    pub fn routes(&self) -> Vec<Route> {
        let pages = |kind, page: fn(Slug, Slug) -> Route| {
            self.ids(kind).iter().map(move |id| page(self.id.clone(), id.clone()))
        };
        let mut routes: Vec<Route> = Route::views(&self.id).collect();
        routes.extend(pages(IdKind::Account, Route::Account));
        routes.extend(pages(IdKind::Statement, Route::Statement));
        routes.extend(pages(IdKind::Statement, Route::Embed));
        routes.extend(pages(IdKind::Actor, Route::Actor));
        routes.extend(pages(IdKind::Figure, Route::Figure));
        routes
    }
}

/// Returns the sources with the most statements; of equals, the first in the dossier.
fn main_sources(prepared: &Prepared) -> Vec<SourceName> {
    let dossier = &prepared.dossier;
    let mut counts = vec![0_usize; dossier.actors.len()];
    for speaker in dossier.statements.iter().flat_map(|statement| &statement.speakers) {
        counts[speaker.value.index()] += 1;
    }
    let all = (0..counts.len()).map(ActorIx::from);
    let mut sources: Vec<ActorIx> = all.filter(|actor| counts[actor.index()] > 0).collect();
    sources.sort_by_key(|actor| Reverse(counts[actor.index()]));
    let name = |actor: ActorIx| SourceName {
        name: dossier.actor(actor).name.value.to_string(),
        is_unnamed: prepared.is_unnamed(actor),
    };
    sources.into_iter().take(MAX_NAMED_SOURCES).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_can_share_entries() {
        fn check<T: Send + Sync + Clone>() {}
        check::<Entry>();
    }
}
