//! Citations: what is cited is the article; where its statement is read goes along.
//!
//! A dossier's title is the annotator's and is never given as the article's: an article without a
//! headline is cited without a title.

use super::Source;
use crate::model::{Day, StatementIx};
use crate::text;
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale, Style};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest,
};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// What stands in the place of a headline that the article does not have.
const NO_HEADLINE: &str = "news report without a headline";

/// The names of the styles in which a statement's page cites.
const STYLES: [&str; 5] = ["APA", "Chicago", "Harvard", "IEEE", "MLA"];

/// The styles of these names, each read once.
static PARSED: LazyLock<Vec<Option<IndependentStyle>>> = LazyLock::new(|| {
    let styles = [
        ArchivedStyle::AmericanPsychologicalAssociation,
        ArchivedStyle::ChicagoNotes,
        ArchivedStyle::HarvardCiteThemRight,
        ArchivedStyle::InstituteOfElectricalAndElectronicsEngineers,
        ArchivedStyle::ModernLanguageAssociation,
    ];
    let whole = |style: ArchivedStyle| match style.get() {
        Style::Independent(style) => Some(style),
        Style::Dependent(_) => None,
    };
    styles.into_iter().map(whole).collect()
});

/// What a citation of a statement names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// A key, unique in the bundle: letters, digits, hyphens, one colon.
    pub key: String,
    /// The headline.
    pub headline: Option<String>,
    /// The outlet.
    pub outlet: String,
    /// The day of publication.
    pub published: Day,
    /// BCP 47 tag of the article's language.
    pub language: String,
    /// The article's own address.
    pub address: Option<String>,
    /// Where the statement is read.
    pub link: String,
    /// The attribution and the words.
    pub attributed: String,
    /// The statement's number, of all of the article's.
    pub number: (usize, usize),
}

/// What a citation of a statement names.
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
        link: source.statement(ix),
        attributed: text::attributed(dossier, statement, source.prepared.wording(ix)),
        number: (ix.index() + 1, dossier.statements.len()),
    }
}

impl Cited {
    /// The entry of each style in a list of references, and where the statement stands.
    pub fn styled(&self) -> Vec<(&'static str, String)> {
        let Ok(item) = serde_json::from_value::<Item>(entry(self)) else { return Vec::new() };
        let styles = STYLES.into_iter().zip(PARSED.iter());
        let in_style = |(name, style): (&'static str, &Option<IndependentStyle>)| {
            let entry = bibliography(&item, style.as_ref()?)?;
            let full_stop = if entry.ends_with(['.', '!', '?']) { "" } else { "." };
            Some((name, format!("{entry}{full_stop} {}", self.place())))
        };
        styles.filter_map(in_style).collect()
    }

    /// Where the statement is read, and what it says.
    fn note(&self) -> String {
        let (number, of) = self.number;
        let Self { link, attributed, .. } = self;
        format!("Statement {number} of {of} (read with {}: {link}). {attributed}", text::NAME)
    }

    /// `Statement 7 of 11, read with On Record: https://…`.
    fn place(&self) -> String {
        let (number, of) = self.number;
        format!("Statement {number} of {of}, read with {}: {}", text::NAME, self.link)
    }
}

fn bibliography(item: &Item, style: &IndependentStyle) -> Option<String> {
    static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(locales);
    let mut driver = BibliographyDriver::new();
    let cite = vec![CitationItem::with_entry(item)];
    driver.citation(CitationRequest::from_items(cite, style, &LOCALES));
    let request = BibliographyRequest { style, locale: None, locale_files: &LOCALES };
    let entry = driver.finish(request).bibliography?.items.into_iter().next()?;
    let mut text = String::new();
    entry.content.write_buf(&mut text, BufWriteFormat::Plain).ok()?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The article as a CSL-JSON item (Citation Style Language 1.0.2, `csl-data.json`).
fn entry(cited: &Cited) -> Value {
    let day = cited.published;
    let mut item = json!({
        "id": cited.key,
        "type": "article-newspaper",
        "container-title": cited.outlet,
        "issued": { "date-parts": [[day.year(), day.month(), day.day()]] },
        "language": cited.language,
    });
    match &cited.headline {
        Some(headline) => item["title"] = headline.as_str().into(),
        None => item["genre"] = NO_HEADLINE.into(),
    }
    if let Some(address) = &cited.address {
        item["URL"] = address.as_str().into();
    }
    item
}

/// A statement as a CSL-JSON item.
pub fn csl(cited: &Cited) -> Value {
    let mut item = entry(cited);
    item["archive"] = text::NAME.into();
    item["archive_location"] = cited.link.as_str().into();
    item["note"] = cited.note().into();
    item
}

/// A statement as a BibTeX entry, in the letters that every BibTeX takes: `@misc`, for there is no
/// type for a newspaper's article that may lack a title and an author.
pub fn bibtex(cited: &Cited) -> String {
    let day = cited.published;
    // BibTeX's own names of the months are the first three letters.
    let month = text::short_month_text(day).to_ascii_lowercase();
    let month = month.split(' ').next().unwrap_or_default();
    let mut fields = Vec::new();
    let mut field = |name: &str, value: &str| fields.push(format!("  {name} = {{{value}}},\n"));
    match &cited.headline {
        Some(headline) => field("title", &format!("{{{}}}", tex(headline))),
        None => field("type", NO_HEADLINE),
    }
    field("howpublished", &tex(&cited.outlet));
    field("year", &day.year().to_string());
    fields.push(format!("  month = {month},\n  day = {{{}}},\n", day.day()));
    let mut field = |name: &str, value: &str| fields.push(format!("  {name} = {{{value}}},\n"));
    field("language", &tex(&cited.language));
    if let Some(address) = &cited.address {
        field("url", &tex_address(address));
    }
    field("note", &tex(&cited.note()));
    format!("@misc{{{},\n{}}}\n", cited.key, fields.concat())
}

/// A text in which nothing is a command of TeX, and whose braces are balanced. TeX sets two of some
/// marks as another one, such as two hyphens as a dash: an empty group keeps them apart.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let is_pair = matches!(c, '-' | '\'' | '`' | ',' | '<' | '>') && before == c;
        if is_pair || c == '`' && matches!(before, '?' | '!') {
            out.push_str("{}");
        }
        before = c;
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\{"),
            '}' => out.push_str("\\}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' => out.extend(['\\', c]),
            '\n' | '\r' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address within braces: what would unbalance them, or TeX's own marks, percent-encoded.
fn tex_address(address: &str) -> String {
    address.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(headline: Option<&str>) -> Cited {
        Cited {
            key: "x:y".to_owned(),
            headline: headline.map(str::to_owned),
            outlet: "The Outlet".to_owned(),
            published: Day::new(2026, 1, 6).expect("a day"),
            language: "en".to_owned(),
            address: None,
            link: "https://example.org/x/statements/y/".to_owned(),
            attributed: "The Outlet, reporting X: it 100% is".to_owned(),
            number: (7, 11),
        }
    }

    #[test]
    fn styles_cite_with_and_without_a_headline() {
        let place = "Statement 7 of 11, read with On Record: https://example.org/x/statements/y/";
        let check = |headline, style: &str, expected: &str| {
            let styled = some(headline).styled();
            let (_, text) = styled.iter().find(|(name, _)| *name == style).expect("a style");
            assert_eq!(*text, format!("{expected} {place}"), "{style}");
        };
        check(None, "MLA", "News report without a headline. The Outlet, 6 Jan. 2026.");
        check(Some("Talks go on"), "MLA", "“Talks Go On.” The Outlet, 6 Jan. 2026.");
        check(Some("Talks go on"), "APA", "Talks go on. (2026, January 6). The Outlet.");
        check(Some("Talks go on"), "IEEE", "“Talks go on,” The Outlet, Jan. 06, 2026.");
    }

    #[test]
    fn every_style_names_outlet_and_year() {
        for headline in [None, Some("Talks go on")] {
            let styled = some(headline).styled();
            assert_eq!(styled.len(), STYLES.len());
            for (name, text) in styled {
                assert!(text.contains("The Outlet") && text.contains("2026"), "{name}: {text}");
                // Without a headline there is nothing to put in quotation marks.
                assert!(headline.is_some() || !text.contains(['“', '"']), "{name}: {text}");
            }
        }
    }

    #[test]
    fn tex_is_told_no_commands() {
        assert_eq!(tex("100% \\a {b}_"), "100\\% \\textbackslash{}a \\{b\\}\\_");
        assert!(bibtex(&some(None)).contains("it 100\\% is"));
        assert_eq!(tex("a---b ''c'' ?`"), "a-{}-{}-b '{}'c'{}' ?{}`");
    }
}
