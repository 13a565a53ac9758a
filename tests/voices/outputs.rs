//! Every place of a site that shows a statement or a figure alone, as text.

use crate::support::bundle::{Bundle, Page, build_loaded, of, select};
use crate::support::html::words;
use onrecord::model::{Archive, Dossier, Settings, StatementIx};
use onrecord::picture::{StatementPicture, Subject};
use onrecord::prerender::{alternative, preview, routes};
use onrecord::route::Route;
use onrecord::site::Site;
use serde_json::Value;
use std::sync::Arc;

const ADDRESS: &str = "https://example.org/on/";

/// The bundle of one dossier.
pub struct Outputs {
    pub dossier: Arc<Dossier>,
    pub bundle: Bundle,
}

/// A text that is shown to people or read by machines, and where.
pub struct Shown {
    pub place: String,
    pub text: String,
}

impl Outputs {
    pub fn of(dossier: Dossier) -> Self {
        let settings = Settings { address: Some(ADDRESS.to_owned()), ..Settings::default() };
        let bundle = of(build_loaded(vec![dossier], settings, &[]));
        Self { dossier: Arc::clone(&bundle.dossiers[0]), bundle }
    }

    pub fn page(&self, path: &str) -> &Page {
        let path = format!("{}/{path}index.html", self.dossier.id);
        self.bundle.pages.get(&path).unwrap_or_else(|| panic!("there is no {path}"))
    }

    /// Returns a file of the dossier as text.
    pub fn file(&self, name: &str) -> String {
        let path = format!("{}/{name}", self.dossier.id);
        let bytes = self.bundle.files.get(&path).unwrap_or_else(|| panic!("there is no {path}"));
        String::from_utf8(bytes.clone()).expect("the file is UTF-8")
    }

    pub fn rows(&self, collection: &str) -> Vec<Value> {
        serde_json::from_str(&self.file(&format!("{collection}.json"))).expect("a list")
    }

    pub fn statements(&self) -> impl Iterator<Item = StatementIx> {
        (0..self.dossier.statements.len()).map(StatementIx::from)
    }

    pub fn id(&self, ix: StatementIx) -> &str {
        self.dossier.statement(ix).id.as_str()
    }

    pub fn site(&self) -> Site {
        Site::new(Archive { dossiers: vec![Arc::clone(&self.dossier)] })
    }

    fn route(&self, ix: StatementIx) -> Route {
        let end = format!("/statements/{}/", self.id(ix));
        let found = routes(&self.site()).into_iter().find(|route| route.path().ends_with(&end));
        found.expect("every statement has a page")
    }

    /// Returns the content of a statement's picture.
    pub fn picture(&self, ix: StatementIx) -> StatementPicture {
        match preview(&self.site(), &self.route(ix)).map(|preview| preview.subject) {
            Some(Subject::Statement(picture)) => picture,
            _ => panic!("{} has no picture", self.id(ix)),
        }
    }

    /// Returns every plain text that shows the words of a statement without its passage.
    pub fn alone(&self, ix: StatementIx) -> Vec<Shown> {
        let id = self.id(ix);
        let mut all = Vec::new();
        let mut add = |place: &str, text: String| {
            all.push(Shown { place: format!("{id}: {place}"), text: single(&text) });
        };
        for (name, path) in
            [("page", format!("statements/{id}/")), ("embed", format!("statements/{id}/embed/"))]
        {
            for (property, text) in descriptions(self.page(&path)) {
                add(&format!("{name}, {property}"), text);
            }
        }
        let linked = linked_data(self.page(&format!("statements/{id}/")));
        let node = linked
            .iter()
            .find(|node| node["@id"].as_str().is_some_and(|id| id.ends_with("#statement")));
        let node = node.expect("the statement is in the linked data");
        add("JSON-LD, description", string(&node["description"]));
        if node["@type"] == "Claim" {
            add("JSON-LD, text", string(&node["text"]));
        }
        add(
            "statements.json, attributed",
            string(&self.rows("statements")[ix.index()]["attributed"]),
        );
        for (file, text) in self.bundle.files.iter().filter_map(|(path, bytes)| {
            // The frame that oEmbed describes shows the words, its own title only whose they are.
            let is_own = path.contains(&format!("/statements/{id}/"))
                && ![".html", "/oembed.json"].iter().any(|end| path.ends_with(end));
            Some((path, String::from_utf8(bytes.clone()).ok().filter(|_| is_own)?))
        }) {
            add(file, unescaped(&text));
        }
        let said = select(self.page(&format!("statements/{id}/")), "#export-said");
        add("text with attribution", words(said[0]));
        let alternative = alternative(&self.site(), &self.route(ix)).expect("a picture");
        add("alternative of the picture", alternative);
        let picture = self.picture(ix);
        add("picture", picture.words.iter().map(|run| run.text.as_str()).collect());
        for extension in ["csv", "md", "bib", "csl.json", "ris"] {
            let file = format!("statements.{extension}");
            if let Some(bytes) = self.bundle.files.get(&format!("{}/{file}", self.dossier.id)) {
                add(&file, unescaped(&String::from_utf8_lossy(bytes)));
            }
        }
        for figure in self.dossier.figures_of(ix) {
            let path = format!("figures/{}/", self.dossier.figure(figure).id);
            for (property, text) in descriptions(self.page(&path)) {
                if property != "og:image:alt" {
                    add(&format!("{path}, {property}"), text);
                }
            }
            let row = &self.rows("figures")[figure.index()];
            add("figures.json, attributed", string(&row["attributed"]));
        }
        for (path, page) in &self.bundle.pages {
            for mini in select(page, "a.mini") {
                if mini
                    .attr("href")
                    .is_some_and(|href| href.ends_with(&format!("statements/{id}/")))
                {
                    add(&format!("entry in {path}"), words(mini));
                }
            }
        }
        all
    }
}

/// Returns the text with single spaces.
pub fn single(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns text without the escapes of JSON, BibTeX and Markdown.
pub fn unescaped(text: &str) -> String {
    text.replace("\\[", "[").replace('\\', "").replace("{}", "").replace("\"\"", "\"")
}

pub fn string(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a string")).to_owned()
}

/// Returns the title and the descriptions in the head of a page, with their names.
pub fn descriptions(page: &Page) -> Vec<(String, String)> {
    let metas = select(
        page,
        "head > meta[name='description'], head > meta[property='og:description'], \
         head > meta[property='og:image:alt']",
    );
    let named = metas.into_iter().map(|meta| {
        let name = meta.attr("name").or(meta.attr("property")).unwrap_or_default();
        (name.to_owned(), meta.attr("content").unwrap_or_default().to_owned())
    });
    named.collect()
}

/// Returns the titles in the head of a page, with their names.
pub fn titles(page: &Page) -> Vec<(String, String)> {
    let metas = select(page, "head > meta[property='og:title']");
    let named = metas.into_iter().map(|meta| {
        let name = meta.attr("name").or(meta.attr("property")).unwrap_or_default();
        (name.to_owned(), meta.attr("content").unwrap_or_default().to_owned())
    });
    let title = select(page, "head > title").into_iter().map(|t| ("title".to_owned(), words(t)));
    title.chain(named).collect()
}

/// Returns the nodes of a page's linked data.
pub fn linked_data(page: &Page) -> Vec<Value> {
    let scripts = select(page, "script[type='application/ld+json']");
    let text: String = scripts[0].text().collect();
    let data: Value = serde_json::from_str(&text).expect("linked data is JSON");
    data["@graph"].as_array().expect("a graph").clone()
}
