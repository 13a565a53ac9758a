//! The items of a collection as rows of named cells, which are the same in every format.

use super::Source;
use crate::model::{
    ActorCounts, ActorIx, Dossier, FigureIx, PlaceIx, Reading, Span, Statement, StatementIx,
    TopicIx, Translation, Vocabulary, When,
};
use crate::query::Collection;
use crate::route::Route;
use crate::text;

/// An item of a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The cells with the names of their columns. All rows of a collection have the same columns,
    /// in the same order.
    pub cells: Vec<(&'static str, Cell)>,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// No value.
    Unknown,
    /// Text.
    Text(String),
    /// A decimal number, as in JSON.
    Number(String),
    /// Any number of strings.
    List(Vec<String>),
}

impl Cell {
    fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Unknown, |text| Self::Text(text.into()))
    }

    fn count(number: usize) -> Self {
        Self::Number(number.to_string())
    }

    /// Returns the cell as text, with the items of a list joined by semicolons.
    pub fn text(&self) -> String {
        match self {
            Self::Unknown => String::new(),
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::List(items) => items.join("; "),
        }
    }
}

impl Row {
    /// Returns the cell of a column.
    pub fn cell(&self, name: &str) -> &Cell {
        let found = self.cells.iter().find(|(column, _)| *column == name);
        found.map_or(&Cell::Unknown, |(_, cell)| cell)
    }
}

/// Returns the rows of a collection, in article order.
pub fn rows(source: &Source<'_>, collection: Collection) -> Vec<Row> {
    let dossier = &source.prepared.dossier;
    match collection {
        Collection::Statements => {
            let all = (0..dossier.statements.len()).map(StatementIx::from);
            all.map(|ix| row(source, ix)).collect()
        }
        Collection::Actors => {
            (0..dossier.actors.len()).map(|ix| actor(source, ix.into())).collect()
        }
        Collection::Figures => {
            (0..dossier.figures.len()).map(|ix| figure(source, ix.into())).collect()
        }
    }
}

/// Returns the row of a statement.
pub fn row(source: &Source<'_>, ix: StatementIx) -> Row {
    let dossier = &*source.prepared.dossier;
    let it = dossier.statement(ix);
    let wording = source.prepared.wording(ix);
    let topic = |topic: &TopicIx| dossier.topic(*topic).label.to_string();
    let place = |place: &PlaceIx| dossier.place(*place).name.value.to_string();
    let figures = dossier.figures_of(ix);
    let figures = figures.map(|figure| dossier.figure(figure).id.to_string()).collect();
    let said_on = it.said_on.as_ref();
    let speakers = it.speakers.iter().map(|speaker| text::speaker(dossier, it, speaker));
    let mut cells = vec![
        ("number", Cell::count(ix.index() + 1)),
        ("id", Cell::Text(it.id.to_string())),
        ("link", Cell::Text(source.statement(ix))),
        ("attributed", Cell::Text(text::attributed(dossier, it, wording))),
        ("source", Cell::Text(text::attribution(dossier, it))),
        ("speakers", Cell::List(speakers.collect())),
        ("naming", Cell::Text(it.identification.kind.value.code().to_owned())),
        ("via", via(dossier, it)),
        ("kind", Cell::Text(it.kind.value.code().to_owned())),
        ("channel", Cell::Text(it.channel.value.code().to_owned())),
        ("wording", Cell::Text(wording.directness.code().to_owned())),
        ("words", Cell::count(wording.words)),
        ("quoted_words", Cell::count(wording.quoted_words)),
        ("source_words", words(dossier, &it.source.words)),
        ("cue_words", words(dossier, &it.cue)),
        ("content_words", words(dossier, &it.content)),
        ("unclear_words", words(dossier, &dossier.unclear_words(it))),
        ("paragraph", Cell::Number(it.passage.0.to_string())),
    ];
    cells.extend([
        ("said_on", Cell::maybe(said_on.map(|when| &*when.edtf))),
        ("said_on_reading", Cell::maybe(said_on.map(text::when_text))),
        ("topics", list(&it.topics, topic)),
        ("about", names(dossier, &it.about)),
        ("places", list(&it.places, place)),
        ("dates", Cell::List(it.dates.iter().map(|when| when.edtf.to_string()).collect())),
        ("figures", Cell::List(figures)),
    ]);
    cells.extend(article(dossier));
    cells.push(("gist_by_annotator", Cell::maybe(it.gist.as_deref())));
    cells.push(("note_by_annotator", Cell::maybe(it.note.as_deref())));
    let translation = it.translation.as_ref();
    let by = |it: &Translation| it.by.as_ref().unwrap_or(&dossier.annotation.by).to_string();
    cells.extend([
        ("translation", Cell::maybe(translation.map(|it| &*it.words))),
        ("translation_language", Cell::maybe(translation.map(|it| &*it.language))),
        ("translation_by", Cell::maybe(translation.map(by))),
    ]);
    // Only a preview contains drafts.
    if source.prepared.has_drafts {
        let is_draft = dossier.draft || it.draft;
        cells.push(("draft", Cell::maybe(is_draft.then_some("draft"))));
    }
    let assumed = it.assumed.iter().map(|field| field.code().to_owned()).collect();
    cells.push(("assumed", Cell::List(assumed)));
    Row { cells }
}

fn actor(source: &Source<'_>, ix: ActorIx) -> Row {
    let dossier = &*source.prepared.dossier;
    let it = dossier.actor(ix);
    let counts = ActorCounts::of(dossier, ix);
    let link = Route::Actor(dossier.id.clone(), it.id.clone());
    let aliases = it.aliases.iter().map(|alias| alias.value.to_string()).collect();
    let roles = it.roles.iter().map(|role| role.value.code().to_owned()).collect();
    let party = it.party.as_ref();
    let mut cells = vec![
        ("number", Cell::count(ix.index() + 1)),
        ("id", Cell::Text(it.id.to_string())),
        ("link", Cell::Text(source.link(&link))),
        ("name", Cell::Text(it.name.value.to_string())),
        ("other_names", Cell::List(aliases)),
        ("kind", Cell::Text(it.kind.value.code().to_owned())),
        ("roles", Cell::List(roles)),
        ("party", Cell::maybe(party.map(|party| &*dossier.actor(party.actor).name.value))),
        ("party_basis", Cell::maybe(party.map(|party| party.basis.value.code()))),
        ("statements", Cell::count(counts.speaks)),
        ("passed_on", Cell::count(counts.relays)),
        ("spoken_of", Cell::count(counts.about)),
    ];
    cells.extend(article(dossier));
    cells.push(("note_by_annotator", Cell::maybe(it.note.as_deref())));
    Row { cells }
}

fn figure(source: &Source<'_>, ix: FigureIx) -> Row {
    let dossier = &*source.prepared.dossier;
    let it = dossier.figure(ix);
    let link = Route::Figure(dossier.id.clone(), it.id.clone());
    let statement = it.statement.map(|ix| dossier.statement(ix));
    let by = it.counted_by.as_ref().map(|by| text::counter_name(dossier, by));
    let places = it.places.iter().map(|at| {
        let name = &dossier.place(at.place).name.value;
        match at.qualifier {
            Some(qualifier) => format!("{} {name}", dossier.article.text(qualifier)),
            None => name.to_string(),
        }
    });
    let period = it.period.as_ref();
    let mut cells = vec![
        ("number", Cell::count(ix.index() + 1)),
        ("id", Cell::Text(it.id.to_string())),
        ("link", Cell::Text(source.link(&link))),
        ("title", Cell::Text(text::figure_name(dossier, it))),
        ("value", Cell::Number(it.value.to_string())),
        ("upper_value", it.upper.map_or(Cell::Unknown, |upper| Cell::Number(upper.to_string()))),
        ("bound", Cell::Text(it.bound.value.code().to_owned())),
        ("unit", Cell::Text(it.unit.value.to_string())),
        ("words", words(dossier, &[it.words])),
        ("counted_words", words(dossier, &[it.counted])),
        ("counted_by", Cell::maybe(by)),
        ("period", Cell::maybe(period.map(|when: &When| &*when.edtf))),
        ("period_reading", Cell::maybe(period.map(text::when_text))),
        ("places", Cell::List(places.collect())),
        ("statement", Cell::maybe(statement.map(|statement| statement.id.as_str()))),
        ("attributed", Cell::Text(text::figure_attributed(source.prepared, it))),
    ];
    cells.extend(article(dossier));
    cells.push(("note_by_annotator", Cell::maybe(it.note.as_deref())));
    Row { cells }
}

/// Returns the cells about the article.
fn article(dossier: &Dossier) -> [(&'static str, Cell); 6] {
    let archived = dossier.article.archived.as_ref();
    [
        ("outlet", Cell::Text(text::outlet(dossier).to_owned())),
        ("published", Cell::Text(dossier.article.published.iso())),
        ("article", Cell::maybe(dossier.article.address.as_deref())),
        ("archived", Cell::maybe(archived.map(|it| &*it.address))),
        ("archived_on", Cell::maybe(archived.map(|it| it.on.iso()))),
        ("dossier", Cell::Text(dossier.id.to_string())),
    ]
}

fn via(dossier: &Dossier, statement: &Statement) -> Cell {
    Cell::List(statement.via.iter().map(|hop| text::hop(dossier, statement, hop)).collect())
}

fn names(dossier: &Dossier, actors: &[Reading<ActorIx>]) -> Cell {
    list(actors, |actor| dossier.actor(*actor).name.value.to_string())
}

fn list<T>(readings: &[Reading<T>], name: impl Fn(&T) -> String) -> Cell {
    Cell::List(readings.iter().map(|reading| name(&reading.value)).collect())
}

/// Returns the article's words, with a mark between spans.
fn words(dossier: &Dossier, spans: &[Span]) -> Cell {
    let words: Vec<&str> = spans.iter().map(|span| dossier.article.text(*span)).collect();
    Cell::Text(words.join(" […] "))
}
