//! A site with reports in eleven languages: the app takes over every page of each.

use std::fs;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use onrecord::load::load;
use onrecord::model::Archive;
use onrecord::prerender::{App, Program, Shell, files};
use onrecord::site::Site;

use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::server::Server;
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    vec![scenario!(the_app_takes_over_every_page_in_each_language)]
}

const FIXTURES: &str = "tests/fixtures/languages";
/// The pages of a report that the app takes over.
const PAGES: [&str; 5] = ["", "actors/", "figures/", "article/", "compare/"];

async fn the_app_takes_over_every_page_in_each_language(reader: &mut Reader) -> Outcome {
    let mut languages = Vec::new();
    let mut dossiers = Vec::new();
    for entry in fs::read_dir(FIXTURES).or_failed("read the fixtures")? {
        let path = entry.or_failed("read the fixtures")?.path();
        let loaded = load("fixture.json", &fs::read(&path).or_failed("read a fixture")?);
        let dossier = loaded.dossier.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
        languages.push((dossier.article.language.to_string(), dossier.article.is_rtl));
        dossiers.push(Arc::new(dossier));
    }
    languages.sort();
    dossiers.sort_by(|a, b| a.id.as_str().cmp(b.id.as_str()));
    let app = |name: &str| fs::read(Path::new("app").join(name)).or_failed("read the built app");
    let program = Program { module: app("app.js")?, wasm: app("app_bg.wasm")? };
    let app = App { reader: program, annotator: Program::default() };
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("languages-{}", reader.engine));
    for file in files(&Rc::new(Site::new(Archive { dossiers })), &Shell::new(app)) {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&folder)).or_failed("make a folder")?;
        fs::write(&path, &file.bytes).or_failed("write a file")?;
    }
    reader.server = Rc::new(Server::start(&folder, "/languages/").await?);
    assert_eq!(languages.len(), 11);
    for (language, is_rtl) in languages {
        let direction = if is_rtl { "rtl" } else { "ltr" };
        for page in PAGES {
            reader.open(&format!("harbour-{language}/{page}")).await?;
            let name = format!("{language} {page}");
            reader.check("document.documentElement.scrollWidth <= innerWidth").await?;
            // The words of the article have its language and direction, wherever they are.
            let other = format!(
                "[...document.querySelectorAll('#app blockquote, #app .article, #app .words')].filter((it) => {{ \
                   const named = it.closest('[lang]'); \
                   return it.textContent.trim() && (named.lang !== '{language}' || getComputedStyle(it).direction !== '{direction}'); \
                 }}).length"
            );
            assert_eq!(reader.eval(&other).await?, 0, "{name}");
        }
    }
    Ok(())
}
