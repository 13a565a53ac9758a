//! Warnings about a dossier that is valid but may be wrong: words in the wrong mouth, a missing hop,
//! a date on another day, words that nothing accounts for.
//!
//! Each check is a pure function over the loaded dossier, with its own file, a row in [`CHECKS`], a
//! code in `code::tables`, and a fixture in `tests/fixtures/bad`. A note answers a warning: the one
//! nearest to the value that the check is about. Never here: errors (`resolve`), and what a language
//! calls things (`cues`) or people (`names`).

mod bounds;
mod chains;
mod days;
mod gists;
mod hops;
mod kinds;
mod left_out;
mod quoted;
mod shared;
mod speakers;
mod twice;
pub(super) mod uncovered;

use super::cues::{Cues, cues};
use super::escape::shown;
use super::names::{Names, Tokens};
use super::path::At;
use super::problem::Problem;
use super::report::Report;
use crate::model::{ActorIx, Dossier, Quotations, Span, Statement, UnitIx};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// All checks.
const CHECKS: [fn(&Subject<'_>, &mut Findings); 11] = [
    speakers::check,
    shared::check,
    hops::check,
    chains::check,
    quoted::check,
    days::check,
    bounds::check,
    kinds::check,
    gists::check,
    twice::check,
    left_out::check,
];

/// A dossier, and what several checks need to know about it.
pub struct Subject<'d> {
    dossier: &'d Dossier,
    /// The words of the article's language. Without them, the checks that need them are skipped.
    cues: Option<&'static Cues>,
    names: Names<'d>,
    quotations: Quotations,
    /// The parts of each unit that some field quotes, sorted and joined.
    covered: uncovered::Covered,
}

/// The warnings of the checks.
#[derive(Default)]
pub struct Findings(Vec<(Vec<Place>, Problem)>);

/// A step of the path of a warning.
#[derive(Debug, Clone, Copy)]
enum Place {
    Field(&'static str),
    Element(usize),
}

/// Checks a dossier, and reports the warnings. `root` is the path of the dossier in its file.
pub fn run(dossier: &Dossier, root: &At<'_>, report: &mut Report<'_>) {
    let tokens = Tokens::of(&dossier.article.units);
    let cues = cues(&dossier.article.language);
    let subject = Subject {
        dossier,
        cues,
        names: Names::of(&dossier.actors, &tokens, cues),
        quotations: dossier.article.quotations(),
        covered: uncovered::Covered::of(dossier),
    };
    let mut findings = Findings::default();
    for check in CHECKS {
        check(&subject, &mut findings);
    }
    for (place, problem) in findings.0 {
        add(root, &place, problem, report);
    }
}

fn add(at: &At<'_>, place: &[Place], problem: Problem, report: &mut Report<'_>) {
    match place {
        [] => report.add(at, problem),
        [Place::Field(name), rest @ ..] => add(&at.field(name), rest, problem, report),
        [Place::Element(position), rest @ ..] => {
            add(&at.element(*position), rest, problem, report);
        }
    }
}

impl Findings {
    fn add<const N: usize>(&mut self, place: [Place; N], problem: Problem) {
        self.0.push((place.to_vec(), problem));
    }

    /// Adds a warning about a field of a statement.
    fn statement(&mut self, position: usize, field: &'static str, problem: Problem) {
        use Place::{Element, Field};
        self.add([Field("statements"), Element(position), Field(field)], problem);
    }

    /// Adds a warning about a text unit.
    fn unit(&mut self, unit: UnitIx, problem: Problem) {
        use Place::{Element, Field};
        match unit.paragraph() {
            Some(number) => self.add(
                [Field("article"), Field("paragraphs"), Element(number as usize - 1)],
                problem,
            ),
            None => self.add([Field("article"), Field("dateline")], problem),
        }
    }
}

impl Subject<'_> {
    /// Returns the statements with their positions.
    fn statements(&self) -> impl Iterator<Item = (usize, &Statement)> {
        self.dossier.statements.iter().map(|statement| &**statement).enumerate()
    }

    /// Returns the quotation that contains a code point of a unit.
    fn quotation(&self, unit: UnitIx, code_point: u32) -> Option<Span> {
        let quotations = self.quotations.of(unit);
        let next = quotations.partition_point(|quotation| quotation.end <= code_point);
        quotations.get(next).filter(|quotation| quotation.start <= code_point).copied()
    }

    /// Returns words of the article for a message.
    fn words(&self, span: Span) -> String {
        shown(self.dossier.article.text(span))
    }

    /// Returns the ids of actors for a message: `"a"`, `"a" or "b"`, or the first few.
    fn ids<'a>(&self, actors: impl IntoIterator<Item = &'a ActorIx>) -> String {
        const MAX: usize = 3;
        let mut actors = actors.into_iter();
        let mut text = String::new();
        for (at, actor) in actors.by_ref().take(MAX).enumerate() {
            let joint = if at == 0 { "" } else { " or " };
            let _ = write!(text, "{joint}{}", shown(self.dossier.actor(*actor).id.as_str()));
        }
        text + if actors.next().is_some() { " or others" } else { "" }
    }
}

/// Returns the speakers of a statement, each once. Comparing two of them takes time with their number.
fn speakers_of(statement: &Statement) -> BTreeSet<ActorIx> {
    statement.speakers.iter().map(|speaker| speaker.value).collect()
}

/// Returns the name of a text unit for a message.
fn paragraph(unit: UnitIx) -> String {
    unit.paragraph()
        .map_or_else(|| "the dateline".to_owned(), |number| format!("paragraph {number}"))
}
