//! The loader's diagnostics at the things and words that they concern.

use super::{About, Problem, Weight};
use crate::annotate::desk::Desk;
use crate::annotate::document::{source_words, spans, text_of};
use crate::annotate::question::Slot;
use crate::annotate::view::View;
use crate::load::names::Names;
use crate::load::{ArticleCode, Code, DateCode, Diagnostic, QuoteCode, Severity, StatementCode};
use crate::model::{Span, UnitIx};
use std::collections::HashMap;
use std::rc::Rc;

impl Desk {
    /// Returns the problems of the last check: those to fix first, each in article order.
    pub(in crate::annotate) fn problems(&self) -> Vec<Problem> {
        let needs_names = self.checked.loaded.diagnostics.iter().any(|it| {
            matches!(
                it.code,
                Code::Statement(StatementCode::OtherSpeaker | StatementCode::SpeakerNotNamed)
            )
        });
        // The names are found once for all problems: it takes a pass over the text.
        match needs_names {
            true => self.with_names(|names| self.problems_with(Some(names))),
            false => self.problems_with(None),
        }
    }

    fn problems_with(&self, names: Option<&Names<'_>>) -> Vec<Problem> {
        // Quotations that nothing accounts for are reported in their order in each paragraph.
        let mut left_out: HashMap<UnitIx, std::vec::IntoIter<Span>> = HashMap::new();
        let mut problems: Vec<Problem> = Vec::new();
        for diagnostic in &self.checked.loaded.diagnostics {
            let mut problem = self.problem(diagnostic);
            if let (Code::Article(ArticleCode::QuotationLeftOut), About::Unit(unit)) =
                (problem.code, &problem.about)
            {
                let quotations = left_out
                    .entry(*unit)
                    .or_insert_with(|| self.unused_quotations(*unit).into_iter());
                problem.spans = quotations.next().into_iter().collect();
                // Its suggestion asks the same question, and offers an answer.
                if self.is_suggested(&problem.spans) {
                    continue;
                }
            }
            problem.fixes = self.fixes(&problem, problems.len(), names);
            problems.push(problem);
        }
        let order =
            |it: &Problem| (it.weight, it.number.is_none(), it.number, it.spans.first().copied());
        problems.sort_by_key(order);
        for (position, problem) in problems.iter_mut().enumerate() {
            for (_, edit) in &mut problem.fixes {
                if let crate::annotate::Edit::Fix(at) = edit {
                    *at = position;
                }
            }
        }
        problems
    }

    fn problem(&self, diagnostic: &Diagnostic) -> Problem {
        let path = diagnostic.path.as_str();
        let root = &self.state.document.root;
        let element = |list: &str| {
            let position = path.strip_prefix(list)?.strip_prefix('[')?.split(']').next()?;
            let position: usize = position.parse().ok()?;
            Some((position, self.state.document.list(list).get(position)?))
        };
        let mut number = None;
        let mut slot = None;
        let about = if let Some((position, statement)) = element("statements") {
            number = Some(position + 1);
            slot = slot_of(path, diagnostic.code);
            statement.key.map_or(About::File, About::Statement)
        } else if let Some((_, actor)) = element("actors") {
            About::Actor(text_of(actor, "id").to_owned())
        } else if let Some((_, figure)) = element("figures") {
            figure.key.map_or(About::File, About::Figure)
        } else if let Some((_, background)) = element("background") {
            background.key.map_or(About::File, About::Background)
        } else if let Some(rest) = path.strip_prefix("article.paragraphs[") {
            let position = rest.split(']').next().and_then(|it| it.parse::<u32>().ok());
            position.map_or(About::Article, |it| About::Unit(UnitIx(it + 1)))
        } else if path == "article.dateline" {
            About::Unit(UnitIx(0))
        } else if path.is_empty() && diagnostic.code.area() == "Files" {
            About::File
        } else {
            About::Article
        };
        // A path counts the quotes of a field, also if there is only one and no list.
        let parent = || path.rsplit_once('[').and_then(|(field, _)| root.at(field));
        let mut found = spans(root.at(path).or_else(parent));
        if let (About::Statement(key), Some(slot)) = (&about, slot)
            && let Some(statement) = self.statement_of(*key)
        {
            if found.is_empty() && matches!(slot, Slot::Speaker | Slot::Antecedent | Slot::Source) {
                found = source_words(statement);
            }
            if found.is_empty() && slot == Slot::Verb {
                found = spans(statement.get("cue"));
            }
            if let Code::Statement(
                StatementCode::QuotationCut | StatementCode::QuotationContinues,
            ) = diagnostic.code
            {
                found = self.rest_of_quotation(&found).into_iter().collect();
            }
        }
        if let (Code::Article(ArticleCode::NameLeftOut), About::Unit(unit)) =
            (diagnostic.code, &about)
        {
            found = self.quoted_in(*unit, &diagnostic.message).into_iter().collect();
        }
        Problem {
            weight: weight(diagnostic),
            about,
            number,
            slot,
            spans: found,
            code: diagnostic.code,
            path: path.to_owned(),
            message: diagnostic.message.clone(),
            hints: diagnostic.hints.clone(),
            fixes: Vec::new(),
            fix: diagnostic.fix.clone(),
        }
    }

    /// Returns the quotations of a unit of which nothing accounts for a word.
    fn unused_quotations(&self, unit: UnitIx) -> Vec<Span> {
        let mut told: Vec<Span> = Vec::new();
        let mut add = |words: &[Span]| told.extend(words.iter().filter(|it| it.unit == unit));
        for card in &self.view.statements {
            [&card.source, &card.cue, &card.content].iter().for_each(|it| add(&it.spans));
        }
        self.view.background.iter().for_each(|it| add(&it.words.spans));
        let quotations = self.text().quotations().of(unit).iter();
        let is_used = |it: &&Span| told.iter().any(|words| words.overlaps(**it));
        let has_words = |it: &&Span| self.text().slice(**it).contains(char::is_alphanumeric);
        quotations.filter(|it| !is_used(it) && has_words(it)).copied().collect()
    }

    /// Returns true if an open suggestion says whose words some words are.
    fn is_suggested(&self, words: &[Span]) -> bool {
        let suggestions = self.view.suggestions.iter();
        let mut contents = suggestions.flat_map(|it| &it.content.spans);
        contents.any(|content| words.iter().any(|it| it.overlaps(*content)))
    }

    /// Returns the rest of a quotation that some words begin or end in, or that goes on in the next
    /// paragraph.
    pub(in crate::annotate) fn rest_of_quotation(&self, words: &[Span]) -> Option<Span> {
        let quotations = self.text().quotations();
        let inside = words.iter().find_map(|it| {
            let of = quotations.of(it.unit).iter();
            let quotation = of.copied().find(|of| of.overlaps(*it) && !it.contains(*of))?;
            let after = Span { start: it.end, ..quotation };
            let before = Span { end: it.start, ..quotation };
            let has_words = |it: &Span| {
                it.start < it.end && self.text().slice(*it).contains(char::is_alphanumeric)
            };
            [after, before].into_iter().find(has_words)
        });
        inside.or_else(|| {
            let last = words.last()?;
            quotations.of(UnitIx(last.unit.0 + 1)).first().copied()
        })
    }

    /// Returns the place in a unit of the first words that a message quotes.
    fn quoted_in(&self, unit: UnitIx, message: &str) -> Option<Span> {
        let words = message.strip_prefix('"')?.split('"').next()?;
        let text = self.text().units().get(unit.index())?;
        let byte = text.as_str().find(words)?;
        let (start, end) = (text.code_point(byte), text.code_point(byte + words.len()));
        Some(Span { unit, start, end })
    }

    /// Adds the problems to the view, and their positions to cards and actors.
    pub(in crate::annotate) fn add_problems(&mut self, problems: Vec<Problem>, old: &View) {
        let mut of_statement: HashMap<_, Vec<usize>> = HashMap::new();
        let mut of_actor: HashMap<String, Vec<usize>> = HashMap::new();
        for (position, problem) in problems.iter().enumerate() {
            match &problem.about {
                About::Statement(key) => of_statement.entry(*key).or_default().push(position),
                About::Actor(id) => of_actor.entry(id.clone()).or_default().push(position),
                _ => {}
            }
        }
        let mut before = old.problems.iter();
        let shared = problems.into_iter().map(|it| {
            let old = before.next().filter(|old| ***old == it);
            old.cloned().unwrap_or_else(|| Rc::new(it))
        });
        self.view.problems = shared.collect();
        for card in &mut self.view.statements {
            let own = of_statement.remove(&card.key).unwrap_or_default();
            if card.problems != own {
                Rc::make_mut(card).problems = own;
            }
        }
        for actor in &mut self.view.actors {
            let own = of_actor.remove(&actor.id).unwrap_or_default();
            if actor.problems != own {
                Rc::make_mut(actor).problems = own;
            }
        }
    }
}

/// Returns how much a problem matters. Words in the wrong mouth, a quotation that is cut and a wrong date
/// must be looked at before a dossier is published; so must every error.
fn weight(diagnostic: &Diagnostic) -> Weight {
    match (diagnostic.severity, diagnostic.code) {
        (Severity::Error, _) => Weight::Fix,
        (Severity::ToDo, _) => Weight::ToDo,
        (
            Severity::Warning,
            Code::Statement(
                StatementCode::OtherSpeaker
                | StatementCode::SharedSpeakers
                | StatementCode::MissingHop
                | StatementCode::QuotationCut
                | StatementCode::QuotationContinues,
            )
            | Code::Date(DateCode::OtherDay),
        ) => Weight::Fix,
        (Severity::Warning, _) => Weight::Check,
    }
}

/// Returns the slot of a statement that a path leads to.
fn slot_of(path: &str, code: Code) -> Option<Slot> {
    let field = path.split_once("].").map(|(_, rest)| rest).unwrap_or_default();
    let name = field.split(['.', '[']).next().unwrap_or_default();
    Some(match name {
        "content" | "passage" => Slot::Words,
        "cue" => Slot::Verb,
        "source" if field.contains("antecedent") => Slot::Antecedent,
        "source" => Slot::Source,
        "speakers" => Slot::Speaker,
        "via" => Slot::Chain,
        "kind" => Slot::Kind,
        "said_on" | "dates" => Slot::Date,
        _ => match code {
            Code::Statement(StatementCode::NoSpeaker) => Slot::Speaker,
            Code::Quote(QuoteCode::NoWords) => Slot::Words,
            _ => return None,
        },
    })
}
