//! Changes of the whole file: an updated text, and the fixes that the loader proposes.

use super::super::desk::Desk;
use super::super::document::Document;
use super::super::edit::Edit;
use super::super::json::Json;
use super::super::open::{MAX_TEXT, read_text};
use super::super::refused::Refused;
use super::super::view::ReviewView;
use super::article::ARTICLE;
use crate::model::Span;
use crate::revise::retext;
use std::rc::Rc;

impl Desk {
    /// Applies the fix of the loader for a problem, or the first other one.
    pub(super) fn fix(&mut self, position: usize) -> Result<(), Refused> {
        let problem = self.view.problems.get(position).cloned().ok_or(Refused::Gone)?;
        let Some(fix) = problem.fix.clone() else {
            let first = problem.fixes.first().map(|(_, edit)| edit.clone());
            let other = first.filter(|edit| !matches!(edit, Edit::Fix(_))).ok_or(Refused::Gone)?;
            return self.make(other);
        };
        let file = self.state.document.write();
        if file != self.checked.file {
            return Err(Refused::Gone);
        }
        let (before, after) = (file.get(..fix.bytes.start), file.get(fix.bytes.end..));
        let (Some(before), Some(after)) = (before, after) else { return Err(Refused::Gone) };
        self.reread(&[before, &fix.text, after].concat())
    }

    /// Moves the annotation to another text.
    pub(super) fn retext(&mut self, text: &str) -> Result<(), Refused> {
        if text.len() > MAX_TEXT {
            return Err(Refused::TooLarge);
        }
        let read = read_text(text).map_err(|_| Refused::NoWords)?;
        let paragraphs: Vec<String> = read.text.split("\n\n").map(str::to_owned).collect();
        let rejected = self.rejected_words();
        self.take_text_file()?;
        let file = self.state.document.write();
        let moved = retext("dossier.json", file.as_bytes(), &paragraphs).map_err(|problems| {
            let errors = problems.iter().filter(|it| it.severity == crate::load::Severity::Error);
            let first = errors.map(|it| it.message.clone()).next();
            Refused::HasErrors(first.unwrap_or_default())
        })?;
        self.reread(&moved.file)?;
        let keys = self.state.document.list("statements");
        let review = moved.review.iter().map(|it| {
            let position = it.path.strip_prefix("statements[").and_then(|it| it.split(']').next());
            let position = position.and_then(|it| it.parse::<usize>().ok());
            ReviewView {
                statement: position.and_then(|at| keys.get(at)?.key),
                spans: super::spans(self.state.document.root.at(&it.path)),
                was: it.was.clone(),
                now: it.now.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(" "),
            }
        });
        self.state.review = Rc::new(review.collect());
        let text = super::super::desk::text_of(&self.state.document);
        let place = |words: &Vec<String>| words.iter().map(|it| text.find(it)).collect();
        self.state.rejected = Rc::new(rejected.iter().filter_map(place).collect());
        Ok(())
    }

    /// Returns the words of the suggestions that were rejected: in another text, they are elsewhere.
    fn rejected_words(&self) -> Vec<Vec<String>> {
        let words = |it: &Span| self.text().slice(*it).to_owned();
        self.state.rejected.iter().map(|spans| spans.iter().map(words).collect()).collect()
    }

    /// Takes the text from the file beside the dossier into it, so that an updated text and the quotes that follow it
    /// are saved together.
    fn take_text_file(&mut self) -> Result<(), Refused> {
        if !self.state.document.has_text_file() {
            return Ok(());
        }
        let Some(paragraphs) = self.state.document.paragraphs_beside() else {
            return Err(Refused::TextNotOpened(self.state.document.of_article("text").to_owned()));
        };
        let paragraphs = paragraphs.iter().map(|it| Json::text(it)).collect();
        let article = self.article_mut();
        article.set("text", None, &ARTICLE);
        article.set("paragraphs", Some(Json::list(paragraphs)), &ARTICLE);
        Ok(())
    }

    pub(super) fn reviewed(&mut self, position: usize) -> Result<(), Refused> {
        let review = Rc::make_mut(&mut self.state.review);
        if position >= review.len() {
            return Err(Refused::Gone);
        }
        review.remove(position);
        Ok(())
    }

    fn reread(&mut self, file: &str) -> Result<(), Refused> {
        let read = Document::reread(&self.state.document, file);
        let (document, _) = read.map_err(|_| Refused::Invalid(String::new()))?;
        self.state.document = document;
        Ok(())
    }
}
