//! Citations as text, in the styles that a statement's page offers.

use super::cite::Cited;
use super::formats::csl_article;
use super::styled_title::{Stops, restored, with_placeholders};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest,
};
use serde_json::Value;
use std::cell::RefCell;
use std::sync::LazyLock;

/// The names of the styles.
const STYLES: [&str; 5] = ["APA", "Chicago", "Harvard", "IEEE", "MLA"];

/// The styles of these names. Each is parsed only once.
static PARSED: LazyLock<Vec<Option<IndependentStyle>>> = LazyLock::new(|| {
    let styles = [
        ArchivedStyle::AmericanPsychologicalAssociation,
        ArchivedStyle::ChicagoNotes,
        ArchivedStyle::HarvardCiteThemRight,
        ArchivedStyle::InstituteOfElectricalAndElectronicsEngineers,
        ArchivedStyle::ModernLanguageAssociation,
    ];
    let independent = |style: ArchivedStyle| match style.get() {
        Style::Independent(style) => Some(style),
        Style::Dependent(_) => None,
    };
    styles.into_iter().map(independent).collect()
});

impl Cited {
    /// Returns the name of each style with a citation: the article as an entry in a list of
    /// references, and where the statement can be read.
    pub fn styled(&self) -> Vec<(&'static str, String)> {
        let place = self.place();
        let archive = self.archive().map(|archive| format!("{archive}. ")).unwrap_or_default();
        let with_place = |(name, entry): (&'static str, String)| {
            let end = entry.trim_end_matches(['’', '”']);
            let full_stop = if end.ends_with(['.', '!', '?']) { "" } else { "." };
            (name, format!("{entry}{full_stop} {archive}{place}"))
        };
        self.entries().into_iter().map(with_place).collect()
    }

    /// Returns the name of each style with the article's entry in a list of references. All statements
    /// of an article have the same entries, and writing one takes as long as drawing a page, so those of
    /// the last article are kept.
    fn entries(&self) -> Vec<(&'static str, String)> {
        thread_local! {
            static LAST: RefCell<(Value, Vec<(&'static str, String)>)> = RefCell::default();
        }
        let mut article = csl_article(self);
        article["id"] = "article".into();
        let title = self.headline.as_deref().map(with_placeholders);
        if let Some(title) = &title {
            article["title"] = title.as_str().into();
        }
        LAST.with_borrow_mut(|last| {
            if last.0 != article {
                let restored = |entry: Entry| match &title {
                    Some(title) => {
                        let text = restored(&entry.text, title, &self.language, entry.stops);
                        (entry.style, text)
                    }
                    None => (entry.style, entry.text),
                };
                let entries = entries(article.clone()).into_iter().map(restored).collect();
                *last = (article, entries);
            }
            last.1.clone()
        })
    }
}

/// The locales of the citation library.
static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(locales);

/// An entry of a list of references.
struct Entry {
    /// The name of the style.
    style: &'static str,
    /// The entry.
    text: String,
    /// Where the style sets stops.
    stops: Stops,
}

fn entries(article: Value) -> Vec<Entry> {
    let Ok(item) = serde_json::from_value::<Item>(article) else { return Vec::new() };
    let entry = |(name, style): (&'static str, &Option<IndependentStyle>)| {
        let style = style.as_ref()?;
        Some(Entry { style: name, text: bibliography(&item, style)?, stops: stops(style) })
    };
    STYLES.into_iter().zip(PARSED.iter()).filter_map(entry).collect()
}

/// Returns where a style sets stops: as the locale says that it is written for, which is American
/// English if the style names none.
fn stops(style: &IndependentStyle) -> Stops {
    let language = style.default_locale.clone().unwrap_or_else(LocaleCode::en_us);
    let own = style.locale.iter().filter(|it| it.lang.as_ref().is_none_or(|it| *it == language));
    let general = LOCALES.iter().filter(|it| it.lang.as_ref() == Some(&language));
    let mut options = own.chain(general).filter_map(|it| it.style_options?.punctuation_in_quote);
    if options.next() == Some(true) { Stops::Inside } else { Stops::Outside }
}

fn bibliography(item: &Item, style: &IndependentStyle) -> Option<String> {
    let mut driver = BibliographyDriver::new();
    let cite = vec![CitationItem::with_entry(item)];
    driver.citation(CitationRequest::from_items(cite, style, &LOCALES));
    let request = BibliographyRequest { style, locale: None, locale_files: &LOCALES };
    let entry = driver.finish(request).bibliography?.items.into_iter().next()?;
    let mut text = String::new();
    entry.content.write_buf(&mut text, BufWriteFormat::Plain).ok()?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_cite_with_and_without_a_headline() {
        let place = "Statement 7 of 11, via On Record: https://example.org/x/statements/y/";
        let check = |headline, style: &str, expected: &str| {
            let styled = Cited::example(headline).styled();
            let (_, text) = styled.iter().find(|(name, _)| *name == style).expect("a style");
            assert_eq!(*text, format!("{expected} {place}"), "{style}");
        };
        check(None, "MLA", "News report. The Outlet, 6 Jan. 2026.");
        check(Some("Talks go on"), "MLA", "“Talks Go On.” The Outlet, 6 Jan. 2026.");
        check(Some("Talks go on"), "APA", "Talks go on. (2026, January 6). The Outlet.");
        let trap = Some("Mayor calls iPhone ban “a trap”");
        check(trap, "MLA", "“Mayor Calls iPhone Ban ‘a Trap.’” The Outlet, 6 Jan. 2026.");
        check(trap, "IEEE", "“Mayor calls iPhone ban ‘a trap,’” The Outlet, Jan. 06, 2026.");
        check(trap, "APA", "Mayor calls iPhone ban “a trap.” (2026, January 6). The Outlet.");
        check(trap, "Chicago", "The Outlet. Mayor Calls iPhone Ban “a Trap.” January 6, 2026.");
        check(trap, "Harvard", "The Outlet (2026) “Mayor calls iPhone ban ‘a trap’”, 6 January.");
        check(Some("Is it “a trap”?"), "APA", "Is it “a trap”? (2026, January 6). The Outlet.");
        check(Some("Who pays?"), "MLA", "“Who Pays?” The Outlet, 6 Jan. 2026.");
        check(Some("Who pays?"), "APA", "Who pays? (2026, January 6). The Outlet.");
        check(Some("Talks go on"), "IEEE", "“Talks go on,” The Outlet, Jan. 06, 2026.");
    }

    #[test]
    fn every_style_names_the_outlet_and_the_year() {
        for headline in [None, Some("Talks go on")] {
            let styled = Cited::example(headline).styled();
            assert_eq!(styled.len(), STYLES.len());
            for (name, text) in styled {
                assert!(text.contains("The Outlet") && text.contains("2026"), "{name}: {text}");
                // Without a headline there is nothing to quote.
                assert!(headline.is_some() || !text.contains(['“', '"']), "{name}: {text}");
            }
        }
    }
}
