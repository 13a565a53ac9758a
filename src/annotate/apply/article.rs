//! The details of the article and of the dossier.

use super::super::desk::Desk;
use super::super::document::text_of;
use super::super::edit::ArticleField;
use super::super::json::Json;
use super::super::refused::Refused;
use super::who::ACTOR;
use super::{DOSSIER, text};
use crate::load::{is_language_tag, is_web_address, parse_day};
use crate::model::{ActorKind, Show, Vocabulary};

/// The fields of an article, in their order in the file.
pub(super) const ARTICLE: [&str; 12] = [
    "outlet",
    "headline",
    "published",
    "language",
    "address",
    "archived",
    "rights",
    "dateline",
    "paragraphs",
    "text",
    "quoted_titles",
    "single_quotes",
];

/// The fields of an annotation, in their order in the file.
pub(super) const ANNOTATION: [&str; 4] = ["by", "contact", "date", "method"];

/// The fields of rights, in their order in the file.
const RIGHTS: [&str; 3] = ["holder", "notice", "show"];

impl Desk {
    pub(super) fn set_article(&mut self, field: ArticleField, typed: &str) -> Result<(), Refused> {
        let is_draft = self.state.document.root.get("draft").is_some_and(Json::is_true);
        let value = text(typed);
        let given = value.as_ref().and_then(Json::as_text).unwrap_or_default().to_owned();
        let is_valid = match field {
            ArticleField::Language => given.is_empty() || is_language_tag(&given),
            ArticleField::Published => given.is_empty() || parse_day(&given).is_some(),
            ArticleField::Address => given.is_empty() || is_web_address(&given),
            _ => true,
        };
        if !is_valid {
            return Err(Refused::NotValid(given));
        }
        if value.is_none() && !is_draft && field.is_required() {
            return Err(Refused::Empty);
        }
        if field == ArticleField::Outlet {
            return self.set_outlet(&given);
        }
        let root = &mut self.document().root;
        match field {
            ArticleField::Title => root.set("title", value, &DOSSIER),
            ArticleField::Summary => root.set("summary", value, &DOSSIER),
            ArticleField::Annotator | ArticleField::Contact | ArticleField::Method => {
                root.field_mut("annotation", &DOSSIER).set(field.name(), value, &ANNOTATION);
            }
            ArticleField::RightsHolder | ArticleField::RightsNotice => {
                self.set_rights(field.name(), value);
            }
            _ => self.article_mut().set(field.name(), value, &ARTICLE),
        }
        Ok(())
    }

    fn set_rights(&mut self, name: &str, value: Option<Json>) {
        let article = self.article_mut();
        let rights = article.field_mut("rights", &ARTICLE);
        rights.set(name, value, &RIGHTS);
        if rights.fields().is_empty() {
            article.set("rights", None, &ARTICLE);
        }
    }

    pub(super) fn set_show(&mut self, show: Show) -> Result<(), Refused> {
        let show = (show != Show::Full).then(|| Json::text(show.code()));
        self.set_rights("show", show);
        Ok(())
    }

    /// Names the outlet: an actor of this name, or the outlet as it is, or a new actor.
    fn set_outlet(&mut self, name: &str) -> Result<(), Refused> {
        if name.is_empty() {
            self.article_mut().set("outlet", None, &ARTICLE);
            return Ok(());
        }
        let outlet = self.state.document.of_article("outlet").to_owned();
        let actors = self.state.document.list("actors");
        let is_known = actors.iter().any(|it| text_of(it, "id") == outlet);
        let id = match self.named(name) {
            Some(id) => id,
            None if is_known => {
                let name = self.name(name);
                self.actor_mut(&outlet)?.set("name", Some(name), &ACTOR);
                return Ok(());
            }
            None => self.add_actor(name, ActorKind::Media, "outlet"),
        };
        self.article_mut().set("outlet", Some(Json::text(&id)), &ARTICLE);
        Ok(())
    }

    /// Makes the first paragraph the headline or the dateline, or what is one the first paragraph.
    pub(super) fn move_first_line(
        &mut self,
        field: ArticleField,
        back: bool,
    ) -> Result<(), Refused> {
        let name = match field {
            ArticleField::Headline => "headline",
            ArticleField::Dateline => "dateline",
            _ => return Err(Refused::NotValid(field.name().to_owned())),
        };
        if self.state.document.has_text_file() {
            return Err(Refused::TextFile);
        }
        let is_headline = field == ArticleField::Headline;
        let line = self.state.document.of_article(name).to_owned();
        let paragraphs = self.article_mut().field_mut("paragraphs", &ARTICLE).elements_mut();
        if back {
            if line.is_empty() {
                return Err(Refused::Empty);
            }
            paragraphs.insert(0, Json::text(&line));
            self.article_mut().set(name, None, &ARTICLE);
            self.renumber(&|unit| match unit {
                0 if is_headline => Some(0),
                unit => Some(unit + 1),
            })
        } else {
            if paragraphs.len() < 2 || !line.is_empty() {
                return Err(Refused::Empty);
            }
            let first = paragraphs.remove(0);
            let first = first.as_text().unwrap_or_default().to_owned();
            self.article_mut().set(name, Some(Json::text(&first)), &ARTICLE);
            self.renumber(&|unit| match unit {
                0 => Some(0),
                1 if is_headline => None,
                unit => Some(unit - 1),
            })
        }
    }

    /// Moves all quotes and passages to the units that have their words now.
    fn renumber(&mut self, moved: &dyn Fn(u32) -> Option<u32>) -> Result<(), Refused> {
        let mut is_lost = false;
        renumber(&mut self.document().root, moved, &mut is_lost);
        if is_lost { Err(Refused::InUse) } else { Ok(()) }
    }
}

/// Moves the quotes in a value. The layout of what does not change is kept.
fn renumber(value: &mut Json, moved: &dyn Fn(u32) -> Option<u32>, is_lost: &mut bool) {
    if let Some(mut span) = value.span {
        let Some(unit) = moved(span.unit.0) else {
            *is_lost = true;
            return;
        };
        if unit != span.unit.0 {
            span.unit.0 = unit;
            if value.get("in").is_some() {
                value.set("in", Some(Json::number(&unit.to_string())), &[]);
            }
            value.span = Some(span);
        }
        return;
    }
    let passage = value.get("passage").and_then(Json::as_number);
    if let Some(number) = passage
        && let Some(unit) = moved(number).filter(|unit| *unit != number)
    {
        value.set("passage", Some(Json::number(&unit.to_string())), &[]);
    }
    if has_quotes(value) {
        value.each_mut(|it| renumber(it, moved, is_lost));
    }
}

fn has_quotes(value: &Json) -> bool {
    value.span.is_some()
        || value.get("passage").is_some()
        || value.elements().iter().any(has_quotes)
        || value.fields().iter().any(|(_, it)| has_quotes(it))
}

impl ArticleField {
    /// Returns the name of the field.
    const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Headline => "headline",
            Self::Dateline => "dateline",
            Self::Outlet => "outlet",
            Self::Language => "language",
            Self::Published => "published",
            Self::Address => "address",
            Self::RightsHolder => "holder",
            Self::RightsNotice => "notice",
            Self::Annotator => "by",
            Self::Contact => "contact",
            Self::Method => "method",
        }
    }

    /// Returns true for a field without which a dossier is a draft.
    const fn is_required(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::Outlet
                | Self::Language
                | Self::Published
                | Self::RightsHolder
                | Self::RightsNotice
                | Self::Annotator
        )
    }
}
