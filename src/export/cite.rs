//! The data of a citation of a statement. It cites the article, and adds where the statement can be
//! read.
//!
//! A dossier's title is the annotator's own, so an article without a headline is cited without a
//! title.

use super::Source;
use crate::model::{Day, StatementIx};
use crate::text;

/// The data of a citation of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// A key that is unique in the bundle: letters, digits, hyphens and one colon.
    pub key: String,
    /// The article's headline.
    pub headline: Option<String>,
    /// The outlet.
    pub outlet: String,
    /// The day of publication.
    pub published: Day,
    /// BCP 47 tag of the article's language.
    pub language: String,
    /// The article's own URL.
    pub address: Option<String>,
    /// The URL of a copy in a web archive, and the day of the copy.
    pub archived: Option<(String, Day)>,
    /// The name of the site on which the statement can be read.
    pub site: String,
    /// The URL of the statement's page.
    pub link: String,
    /// The statement's words, with their attribution.
    pub attributed: String,
    /// The statement's number, from 1, and the number of statements in the article.
    pub number: (usize, usize),
}

/// Collects the data of a citation of a statement.
pub fn cited(source: &Source<'_>, ix: StatementIx) -> Cited {
    let dossier = &source.prepared.dossier;
    let statement = dossier.statement(ix);
    let article = &dossier.article;
    Cited {
        key: format!("{}:{}", dossier.id, statement.id),
        headline: article.headline.as_deref().map(str::to_owned),
        outlet: text::outlet(dossier).to_owned(),
        published: article.published,
        language: article.language.to_string(),
        address: article.address.as_deref().map(str::to_owned),
        archived: article.archived.as_ref().map(|it| (it.address.to_string(), it.on)),
        site: source.site.to_owned(),
        link: source.statement(ix),
        attributed: text::attributed(dossier, statement, source.prepared.wording(ix)),
        number: (ix.index() + 1, dossier.statements.len()),
    }
}

#[cfg(target_arch = "wasm32")]
impl Cited {
    /// Returns no citations. The styles are larger than the rest of the annotator, which therefore has none.
    pub fn styled(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl Cited {
    /// Returns the note of a citation: where the statement can be read, and its words.
    pub fn note(&self) -> String {
        let note = text::cited_note(self.number, &self.site, &self.link, &self.attributed);
        match self.archive() {
            Some(archive) => format!("{archive}. {note}"),
            None => note,
        }
    }

    /// Returns where the statement can be read: `Statement 7 of 11, via On Record: https://…`.
    pub fn place(&self) -> String {
        text::cited_place(self.number, &self.site, &self.link)
    }

    /// Returns where a copy of the article is archived: `Archived 7 January 2026: https://…`.
    pub fn archive(&self) -> Option<String> {
        let (address, on) = self.archived.as_ref()?;
        Some(text::cited_archive((address, *on)))
    }

    /// Returns a citation for tests.
    #[cfg(test)]
    pub fn example(headline: Option<&str>) -> Self {
        Self {
            key: "x:y".to_owned(),
            headline: headline.map(str::to_owned),
            outlet: "The Outlet".to_owned(),
            published: Day::new(2026, 1, 6).expect("the day exists"),
            language: "en".to_owned(),
            address: None,
            archived: None,
            site: "On Record".to_owned(),
            link: "https://example.org/x/statements/y/".to_owned(),
            attributed: "The Outlet, reporting X: it 100% is".to_owned(),
            number: (7, 11),
        }
    }
}
