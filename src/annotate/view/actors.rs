//! The article, actors, names, numbers and background words of the view.

use super::card::identification;
use super::draw::reuse;
use super::{ActorView, ArticleView, BackgroundView, FigureView, NameView, View};
use crate::annotate::desk::Desk;
use crate::annotate::document::{reading, reading_of, spans, text_of};
use crate::annotate::edit::Who;
use crate::annotate::json::{Json, Key};
use crate::annotate::names::own_names;
use crate::load::is_right_to_left;
use crate::model::{Bound, PartyBasis, Show, Vocabulary, Voice};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

impl Desk {
    pub(super) fn article_view(&self) -> ArticleView {
        let root = &self.state.document.root;
        let of_root = |name: &str| text_of(root, name).to_owned();
        let of_article = |name: &str| self.state.document.of_article(name).to_owned();
        let part = |object: Option<&Json>, name: &str| {
            object.map(|it| text_of(it, name)).unwrap_or_default().to_owned()
        };
        let (annotation, article) = (root.get("annotation"), self.state.document.article());
        let rights = article.and_then(|it| it.get("rights"));
        let outlet_id = of_article("outlet");
        let language = of_article("language");
        ArticleView {
            id: of_root("id"),
            title: of_root("title"),
            summary: of_root("summary"),
            headline: of_article("headline"),
            dateline: of_article("dateline"),
            outlet: self.drawn.actors.get(&outlet_id).map(|it| it.name.clone()).unwrap_or_default(),
            outlet_id,
            is_rtl: is_right_to_left(&language),
            language,
            published: of_article("published"),
            address: of_article("address"),
            text_file: of_article("text"),
            rights_holder: part(rights, "holder"),
            rights_notice: part(rights, "notice"),
            show: Show::from_code(&part(rights, "show")),
            by: part(annotation, "by"),
            contact: part(annotation, "contact"),
            method: part(annotation, "method"),
            is_draft: root.get("draft").is_some_and(Json::is_true),
        }
    }

    pub(super) fn topic_labels(&self) -> Vec<String> {
        self.state
            .document
            .list("topics")
            .iter()
            .map(|it| text_of(it, "label").to_owned())
            .collect()
    }

    pub(super) fn actor_views(&self, view: &View, old: &View) -> Vec<Rc<ActorView>> {
        let mut speaks: HashMap<&str, Vec<Key>> = HashMap::new();
        let mut passes: HashMap<&str, usize> = HashMap::new();
        for card in &view.statements {
            card.speakers.iter().for_each(|(id, _)| speaks.entry(id).or_default().push(card.key));
            card.via.iter().for_each(|hop| *passes.entry(&hop.actor).or_default() += 1);
        }
        let before: BTreeMap<&str, &Rc<ActorView>> =
            old.actors.iter().map(|it| (it.id.as_str(), it)).collect();
        let list = self.state.document.list("actors").iter().enumerate();
        list.map(|(position, json)| {
            let id = text_of(json, "id");
            let party = json.get("party").map(|party| {
                let side = text_of(party, "actor");
                let name = self.drawn.actors.get(side).map_or(side, |it| &it.name);
                let basis = PartyBasis::from_code(text_of(party, "basis"));
                (side.to_owned(), name.to_owned(), basis)
            });
            let aliases = json.get("aliases").map_or(&[][..], Json::elements).iter();
            let known = self.drawn.actors.get(id);
            let new = ActorView {
                id: id.to_owned(),
                name: reading_of(json, "name").unwrap_or_default().to_owned(),
                aliases: aliases.filter_map(|it| reading(Some(it))).map(str::to_owned).collect(),
                kind: known.and_then(|it| it.kind),
                is_unnamed: known.is_some_and(|it| it.is_unnamed),
                party,
                identification: identification(json),
                note: text_of(json, "note").to_owned(),
                speaks: speaks.get(id).cloned().unwrap_or_default(),
                passes_on: passes.get(id).copied().unwrap_or_default(),
                mentions: self.drawn.mentions.of(position).to_vec(),
                is_outlet: !id.is_empty() && id == view.article.outlet_id,
                problems: before.get(id).map(|it| it.problems.clone()).unwrap_or_default(),
            };
            reuse(new, before.get(id).copied())
        })
        .collect()
    }

    /// Returns the names that no actor has.
    pub(super) fn name_views(&self, old: &View) -> Vec<Rc<NameView>> {
        let actors = self.state.document.list("actors").iter();
        let taken: HashSet<String> = actors
            .flat_map(|it| {
                let aliases = it.get("aliases").map_or(&[][..], Json::elements).iter();
                reading_of(it, "name").into_iter().chain(aliases.filter_map(|it| reading(Some(it))))
            })
            .map(str::to_lowercase)
            .collect();
        let is_taken = |name: &String| taken.contains(&name.to_lowercase());
        let open = (self.suggestions.actors.iter().enumerate())
            .filter(|(_, it)| !own_names(it).any(&is_taken));
        let mut names: Vec<NameView> = open
            .map(|(at, it)| NameView {
                who: Who::Found(at),
                name: it.name.clone(),
                kind: it.kind,
                is_named: it.is_named,
                aliases: own_names(it).skip(1).cloned().collect(),
                mentions: it.mentions.clone(),
            })
            .collect();
        names.sort_by_key(|it| std::cmp::Reverse(it.mentions.len()));
        let mut old = old.names.iter();
        names.into_iter().map(|it| reuse(it, old.next())).collect()
    }

    pub(super) fn figure_views(&self, view: &View, old: &View) -> Vec<Rc<FigureView>> {
        let of: HashMap<&str, (Key, usize)> = view
            .statements
            .iter()
            .map(|card| (card.id.as_str(), (card.key, card.number)))
            .collect();
        let mut old = old.figures.iter();
        let list = self.state.document.list("figures").iter();
        list.map(|json| {
            let new = FigureView {
                key: json.key.unwrap_or(Key(u32::MAX)),
                id: text_of(json, "id").to_owned(),
                words: self.words(&spans(json.get("words"))),
                value: json.get("value").and_then(Json::digits).unwrap_or_default().to_owned(),
                counted: self.words(&spans(json.get("counted"))),
                unit: reading_of(json, "unit").unwrap_or_default().to_owned(),
                bound: reading_of(json, "bound").and_then(Bound::from_code),
                statement: of.get(text_of(json, "statement")).copied(),
            };
            reuse(new, old.next())
        })
        .collect()
    }

    pub(super) fn background_views(&self, old: &View) -> Vec<Rc<BackgroundView>> {
        let mut old = old.background.iter();
        let list = self.state.document.list("background").iter();
        list.map(|json| {
            let new = BackgroundView {
                key: json.key.unwrap_or(Key(u32::MAX)),
                words: self.words(&spans(json.get("words"))),
                voice: Voice::from_code(text_of(json, "voice")),
                why: text_of(json, "why").to_owned(),
            };
            reuse(new, old.next())
        })
        .collect()
    }
}
