//! Trains the models of suggestions: `train [LANGUAGE …]`, for `make train`. Reads
//! `training/LANGUAGE/*.txt` and writes `src/suggest/weights/LANGUAGE.bin`.

use onrecord::suggest::Lexicons;
use onrecord::suggest::learn::corpus::Article;
use onrecord::suggest::learn::{Sample, Settings, train};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// The languages that have a model.
const LANGUAGES: [&str; 4] = ["ar", "ckb", "en", "fr"];

fn main() -> Result<(), Box<dyn Error>> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let languages = if named.is_empty() { LANGUAGES.map(str::to_owned).to_vec() } else { named };
    for language in languages {
        let articles = articles(&language)?;
        let lexicons = Lexicons::default();
        let lexicon = lexicons.of(&language);
        let samples: Vec<Sample> =
            articles.iter().map(|article| article.sample(&language, lexicon)).collect();
        let trained = train(&samples.iter().collect::<Vec<_>>(), Settings::default());
        let path = PathBuf::from("src/suggest/weights").join(format!("{language}.bin"));
        let bytes = trained.weights.to_bytes();
        fs::create_dir_all("src/suggest/weights")?;
        fs::write(&path, &bytes)?;
        println!(
            "{language}: {} articles, {} attributions, {} bytes ({} with Brotli) in {}",
            articles.len(),
            articles.iter().map(Article::attributions).sum::<usize>(),
            bytes.len(),
            onrecord::cli::brotli(&bytes).len(),
            path.display()
        );
        println!(
            "on articles that the chain had not seen: precision {:.3}, recall {:.3}, F1 {:.3}",
            trained.score.precision(),
            trained.score.recall(),
            trained.score.f1()
        );
    }
    Ok(())
}

/// Reads the corpus of a language, in the order of the names.
fn articles(language: &str) -> Result<Vec<Article>, Box<dyn Error>> {
    let folder = Path::new("training").join(language);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let mut articles = Vec::new();
    for path in paths {
        match Article::parse(&fs::read_to_string(&path)?) {
            Ok(article) => articles.push(article),
            Err(problems) => {
                let problems: Vec<String> =
                    problems.iter().map(|it| format!("{}: {it}", path.display())).collect();
                return Err(problems.join("\n").into());
            }
        }
    }
    Ok(articles)
}
