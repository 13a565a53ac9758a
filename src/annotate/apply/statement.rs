//! What is known of a statement besides its words and its source.

use super::super::desk::{Desk, Focus};
use super::super::document::{reading_of, text_of};
use super::super::edit::{NewWhen, Who};
use super::super::json::{Json, Key};
use super::super::question::Slot;
use super::super::refused::Refused;
use super::{DOSSIER, STATEMENT, text};
use crate::model::{IdentificationKind, Vocabulary};

/// The fields of a date, in their order in the file.
const WHEN: [&str; 4] = ["edtf", "words", "relative_to", "note"];

impl Desk {
    pub(super) fn identify(
        &mut self,
        key: Key,
        kind: Option<IdentificationKind>,
    ) -> Result<(), Refused> {
        let value = kind.map(|it| Json::text(it.code()));
        let old = self.statement(key)?.get("identification");
        let value = match (old.filter(|it| it.is_object()), value) {
            (Some(old), Some(value)) => {
                let mut new = old.clone();
                new.set("is", Some(value), &[]);
                Some(new)
            }
            (_, value) => value,
        };
        self.set(key, "identification", value)
    }

    /// Returns the JSON of a date.
    fn when(&self, when: &NewWhen) -> Result<Json, Refused> {
        let words = self.quotes(&self.whole(&when.words))?.ok_or(Refused::NoWords)?;
        let mut json = Json::object([]);
        let edtf = text(&when.edtf).ok_or(Refused::Empty)?;
        json.set("edtf", Some(edtf), &WHEN);
        json.set("words", Some(words), &WHEN);
        json.set("relative_to", when.relative_to.as_deref().and_then(text), &WHEN);
        json.set("note", when.note.as_deref().and_then(text), &WHEN);
        Ok(json)
    }

    pub(super) fn said_on(&mut self, key: Key, when: Option<&NewWhen>) -> Result<(), Refused> {
        let is_shared = self.shared(self.statement(key)?).is_some();
        let value = match when {
            Some(when) => Some(self.when(when)?),
            // A shared source has a date that this statement does not take.
            None => is_shared.then(Json::null),
        };
        self.answer(key, Slot::Date, when.is_none());
        self.set(key, "said_on", value)
    }

    pub(super) fn set_dates(&mut self, key: Key, dates: &[NewWhen]) -> Result<(), Refused> {
        let dates = dates.iter().map(|it| self.when(it)).collect::<Result<Vec<_>, _>>()?;
        self.set(key, "dates", (!dates.is_empty()).then(|| Json::list(dates)))
    }

    pub(super) fn set_topics(&mut self, key: Key, labels: &[String]) -> Result<(), Refused> {
        let mut ids: Vec<String> = Vec::new();
        for label in labels.iter().filter_map(|label| text(label)) {
            let label = label.as_text().unwrap_or_default();
            let topics = self.state.document.list("topics").iter();
            let same = |it: &&Json| text_of(it, "label").to_lowercase() == label.to_lowercase();
            let known = topics.clone().find(same).map(|it| text_of(it, "id").to_owned());
            let id = match known {
                Some(id) => id,
                None => {
                    let id = self.new_id("topics", label, "topic");
                    let fields = [("id", Json::text(&id)), ("label", Json::text(label))];
                    self.list_mut("topics").push(Json::object(fields));
                    id
                }
            };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let topics = self.kept(key, "topics", &ids)?;
        self.set(key, "topics", topics)
    }

    pub(super) fn set_about(&mut self, key: Key, who: &[Who]) -> Result<(), Refused> {
        let mut ids: Vec<String> = Vec::new();
        for who in who {
            let id = self.actor(who)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let about = self.kept(key, "about", &ids)?;
        self.set(key, "about", about)
    }

    /// Returns references to ids. Those that a field of the statement has already keep their evidence.
    fn kept(&self, key: Key, field: &str, ids: &[String]) -> Result<Option<Json>, Refused> {
        use super::super::document::reading;
        let old = self.statement(key)?.get(field).map_or(&[][..], Json::elements);
        let kept = ids.iter().map(|id| {
            let known = old.iter().find(|it| reading(Some(it)) == Some(id));
            known.cloned().unwrap_or_else(|| Json::text(id))
        });
        Ok((!ids.is_empty()).then(|| Json::list(kept.collect())))
    }

    /// Removes a statement, and what refers to it. Statements that share its source get a copy of what
    /// they took from it.
    pub(super) fn remove_statement(&mut self, key: Key) -> Result<(), Refused> {
        let id = text_of(self.statement(key)?, "id").to_owned();
        let list = self.state.document.list("statements");
        let sharing = list.iter().filter(|it| self.shared(it) == Some(key));
        for other in sharing.filter_map(|it| it.key).collect::<Vec<_>>() {
            self.unshare(other)?;
        }
        self.list_mut("statements").retain(|it| it.key != Some(key));
        let refers = |it: &Json, names: &[&str]| names.iter().any(|name| text_of(it, name) == id);
        for (list, names) in [("figures", &["statement"][..]), ("relations", &["from", "to"])] {
            if self.state.document.list(list).iter().any(|it| refers(it, names)) {
                self.list_mut(list).retain(|it| !refers(it, names));
                if self.state.document.list(list).is_empty() {
                    self.document().root.set(list, None, &DOSSIER);
                }
            }
        }
        self.forget_mentions(&id);
        if self.focus == Some(Focus::Statement(key)) {
            self.focus = None;
        }
        Ok(())
    }

    /// Removes the references of mentions and corrections to a statement.
    fn forget_mentions(&mut self, id: &str) {
        let has = |it: &Json| {
            let ids = it.get("statements").map_or(&[][..], Json::elements);
            ids.iter().any(|it| it.as_text() == Some(id))
        };
        let forget = |it: &mut Json| {
            let ids = it.field_mut("statements", &[]).elements_mut();
            ids.retain(|it| it.as_text() != Some(id));
            if ids.is_empty() {
                it.set("statements", None, &[]);
            }
        };
        let statements = self.state.document.list("statements").iter().enumerate();
        let mentioning = statements
            .filter(|(_, it)| it.get("mentions").map_or(&[][..], Json::elements).iter().any(has));
        for position in mentioning.map(|(position, _)| position).collect::<Vec<_>>() {
            let statement = &mut self.list_mut("statements")[position];
            let mentions = statement.field_mut("mentions", &STATEMENT).elements_mut();
            mentions.iter_mut().filter(|it| has(it)).for_each(forget);
            mentions.retain(|it| it.get("statements").is_some() || it.get("actors").is_some());
            if mentions.is_empty() {
                statement.set("mentions", None, &STATEMENT);
            }
        }
        if self.state.document.list("corrections").iter().any(has) {
            self.list_mut("corrections").iter_mut().filter(|it| has(it)).for_each(forget);
        }
    }

    /// Returns true if a statement is marked as a draft, by itself or with the dossier.
    pub(in crate::annotate) fn is_draft(&self, statement: &Json) -> bool {
        let root = &self.state.document.root;
        [root, statement].iter().any(|it| it.get("draft").is_some_and(Json::is_true))
    }

    /// Returns the code of a reading of a statement.
    pub(in crate::annotate) fn code<V: Vocabulary>(statement: &Json, field: &str) -> Option<V> {
        V::from_code(reading_of(statement, field)?)
    }
}
