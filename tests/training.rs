//! The training corpus follows its rules, and training gives the same bytes every time.

#![cfg(not(target_arch = "wasm32"))]

use onrecord::suggest::Lexicons;
use onrecord::suggest::learn::corpus::Article;
use onrecord::suggest::learn::{Sample, Settings, train};
use std::fs;
use std::path::{Path, PathBuf};

/// Number of articles in the sample that is trained twice.
const SAMPLE: usize = 8;

fn files(language: &str) -> Vec<PathBuf> {
    let folder = Path::new("training").join(language);
    let entries = fs::read_dir(&folder).expect("the folder of a language");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

fn article(path: &Path) -> Result<Article, Vec<String>> {
    let text = fs::read_to_string(path).expect("a text");
    Article::parse(&text).map_err(|problems| {
        problems.iter().map(|problem| format!("{}: {problem}", path.display())).collect()
    })
}

#[test]
fn every_article_follows_the_rules() {
    let mut problems = Vec::new();
    for language in ["en", "fr", "ar", "ckb"] {
        let paths = files(language);
        assert!(!paths.is_empty(), "{language}");
        for path in paths {
            match article(&path) {
                Err(found) => problems.extend(found),
                Ok(article) => {
                    let name = path.file_stem().and_then(|it| it.to_str()).unwrap_or_default();
                    if name.rsplit_once('-').is_none_or(|(kind, _)| kind != article.kind) {
                        problems
                            .push(format!("{}: the kind is not that of the name", path.display()));
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let lexicons = Lexicons::default();
    let lexicon = lexicons.of("en");
    let trained = || {
        let articles = files("en").into_iter().take(SAMPLE).map(|path| article(&path));
        let samples: Vec<Sample> =
            articles.map(|article| article.expect("an article").sample("en", lexicon)).collect();
        let trained = train(&samples.iter().collect::<Vec<_>>(), Settings::default());
        assert!(trained.score.found > 0);
        trained.weights.to_bytes()
    };
    assert!(trained() == trained());
}
