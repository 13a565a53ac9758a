//! `onrecord suggest`: what rules and the language model find in a plain article, as a draft dossier
//! or as JSON.

use super::files::failed;
use super::ids::today;
use super::import::{default_folder, load, write_all};
use super::options::{day, is_json};
use super::{Failure, terminal};
use crate::import::{
    Attribution, Choices, Defaults, Document, Format, Ids, Labels, Layout, Place, Report, Speaker,
    Step, draft, read,
};
use crate::model::{HopRole, Span, Vocabulary, primary_language};
use crate::suggest::{Lexicons, Rule, Suggestions, likely_language, suggest};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Folder of a site with the lexicons that a newsroom adds.
const LEXICONS: &str = "lexicons";

#[derive(Default)]
struct Options {
    file: Option<PathBuf>,
    out: Option<PathBuf>,
    defaults: Defaults,
    json: bool,
}

/// Runs the command.
///
/// # Errors
/// If the arguments are wrong, the file is not a text, a lexicon cannot be read, or the dossier
/// exists already.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let mut options = options(parser)?;
    let Some(path) = options.file.clone() else {
        return Err(Failure::Usage("missing argument: name a text file".to_owned()));
    };
    let file = load(&path)?;
    let bad = |bad| Failure::Input(format!("failed to read {bad}"));
    let text = file.text().map_err(bad)?;
    let language = match &options.defaults.language {
        Some(language) => language.clone(),
        None => likely_language(text).to_owned(),
    };
    let lexicons = lexicons(&language)?;
    if options.json {
        let layout = Layout::of(text, false);
        let found = suggest(&layout.texts(), &language, &lexicons);
        terminal::json(&format!("{:#}", in_json(text, &layout, &found, &language)));
        return Ok(ExitCode::SUCCESS);
    }
    let mut documents =
        read(Format::Text, &[file], &Labels::default(), &Choices::default()).map_err(bad)?;
    let Some(document) = documents.first_mut() else {
        return Err(Failure::Input("the file contains no text".to_owned()));
    };
    let layout = Layout::of(&document.text, document.has_dateline);
    let found = suggest(&layout.texts(), &language, &lexicons);
    document.attributions = attributions(document, &layout, &found);
    options.defaults.language.get_or_insert(language);
    options.defaults.today = today().map(|day| day.iso()).unwrap_or_default();
    options.defaults.method =
        Some("Suggested by On Record (rules and a language model), and not reviewed yet.");
    let folder = options.out.clone().unwrap_or_else(default_folder);
    let draft = draft(document, &options.defaults, &mut Ids::of_dossiers());
    let path = folder.join(format!("{}.json", draft.id));
    let mut report = Report::default();
    report.add(document, &draft, &path.display().to_string());
    write_all(&folder, &[(path, draft)])?;
    terminal::say(report.text().trim_end());
    Ok(ExitCode::SUCCESS)
}

fn options(mut parser: lexopt::Parser) -> Result<Options, Failure> {
    use lexopt::prelude::*;
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("out") => options.out = Some(parser.value()?.into()),
            Long("by") => options.defaults.by = Some(parser.value()?.string()?),
            Long("outlet") => options.defaults.outlet = Some(parser.value()?.string()?),
            Long("language") => {
                let tag = parser.value()?.string()?;
                if !crate::load::is_language_tag(&tag) {
                    let message =
                        format!("{tag:?} is not a valid language tag: write it as en or en-GB");
                    return Err(Failure::Usage(message));
                }
                options.defaults.language = Some(tag);
            }
            Long("published") => options.defaults.published = Some(day(&mut parser)?),
            Long("format") => options.json = is_json(&mut parser, "dossier")?,
            // Suggestions show no progress.
            Long("quiet") | Short('q') => {}
            Value(file) if options.file.is_none() => options.file = Some(file.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// Returns the lexicons, with what `lexicons/LANGUAGE.txt` in the current folder adds.
fn lexicons(language: &str) -> Result<Lexicons, Failure> {
    let mut lexicons = Lexicons::default();
    let primary = primary_language(language);
    let path = Path::new(LEXICONS).join(format!("{primary}.txt"));
    if path.exists() {
        let text = fs::read_to_string(&path).map_err(|error| failed("read", &path, &error))?;
        lexicons.add(&primary, &text).map_err(|bad| {
            Failure::Input(format!("failed to read the lexicon {}, {bad}", path.display()))
        })?;
    }
    Ok(lexicons)
}

/// Returns the suggestions as attributions of a document.
fn attributions(document: &Document, layout: &Layout, found: &Suggestions) -> Vec<Attribution> {
    let piece = |span: &Span| layout.piece(&document.text, *span);
    let pieces = |spans: &[Span]| spans.iter().map(piece).collect::<Vec<_>>();
    let name = |actor: usize| found.actors[actor].name.clone();
    let each = found.statements.iter().map(|it| Attribution {
        place: Place::file(&document.name),
        source: pieces(&it.source),
        cue: pieces(&it.cue),
        content: pieces(&it.content),
        speaker: it
            .speaker
            .as_ref()
            .map(|speaker| Speaker { name: name(speaker.actor), reference: String::new() }),
        is_suggested: true,
        antecedent: it.speaker.iter().filter_map(|it| it.antecedent.as_ref()).map(piece).collect(),
        via: (it.via.iter())
            .map(|hop| Step {
                name: name(hop.actor),
                role: if hop.rule == Rule::PassedOn { HopRole::Relayed } else { HopRole::Reported },
                evidence: piece(&hop.evidence),
            })
            .collect(),
        ..Attribution::default()
    });
    each.collect()
}

/// Returns the suggestions as JSON. Places are `[start, end]` in code points of the file, half-open.
fn in_json(text: &str, layout: &Layout, found: &Suggestions, language: &str) -> Json {
    let mut offsets: Vec<usize> = vec![0; text.len() + 1];
    for (position, (byte, _)) in text.char_indices().enumerate() {
        offsets[byte] = position;
    }
    offsets[text.len()] = text.chars().count();
    let place = |span: &Span| {
        let piece = layout.piece(text, *span);
        json!([offsets[piece.start], offsets[piece.end]])
    };
    let places = |spans: &[Span]| spans.iter().map(place).collect::<Json>();
    let outer = found.statements.iter().filter(|it| it.within.is_none());
    let spans = outer.map(|it| {
        json!({ "source": places(&it.source), "cue": places(&it.cue), "content": places(&it.content) })
    });
    let statements = found.statements.iter().map(|it| {
        let speaker = it.speaker.as_ref().map(|it| {
            json!({
                "actor": it.actor,
                "antecedent": it.antecedent.as_ref().map(place),
                "rule": it.rule.code(),
            })
        });
        let via = it.via.iter().map(|hop| {
            json!({ "actor": hop.actor, "evidence": place(&hop.evidence), "rule": hop.rule.code() })
        });
        json!({
            "source": places(&it.source),
            "cue": places(&it.cue),
            "content": places(&it.content),
            "directness": it.directness.code(),
            "speaker": speaker,
            "via": via.collect::<Json>(),
            "within": it.within,
            "confidence": (f64::from(it.confidence) * 1000.0).round() / 1000.0,
            "rule": it.rule.code(),
        })
    });
    let actors = found.actors.iter().map(|it| {
        json!({
            "name": it.name,
            "kind": it.kind.code(),
            "is_named": it.is_named,
            "aliases": it.aliases,
            "mentions": places(&it.mentions),
        })
    });
    let figures = found.figures.iter().map(|it| {
        json!({
            "words": place(&it.span),
            "value": it.value.to_string(),
            "bound": it.bound.code(),
            "rule": it.rule.code(),
        })
    });
    let dates = found.dates.iter().map(|it| {
        json!({ "words": place(&it.span), "stated": it.stated.code(), "rule": it.rule.code() })
    });
    json!({
        "language": language,
        "spans": spans.collect::<Json>(),
        "statements": statements.collect::<Json>(),
        "actors": actors.collect::<Json>(),
        "figures": figures.collect::<Json>(),
        "dates": dates.collect::<Json>(),
    })
}
