//! From other tools' files to draft dossiers.
//!
//! Each format has one file, which reads it into a [`Document`]: the text, and attributions whose
//! spans are verified against it. One function, [`draft`], makes a dossier of any document.
//! Never here: reading and writing files (`cli`), deciding what is valid in a dossier (`load`), and
//! guessing who speaks.

mod brat;
mod cas;
mod clean;
mod document;
mod draft;
mod json;
mod label_studio;
mod labels;
mod layout;
mod links;
mod offsets;
mod plain;
mod report;
mod web_annotation;

pub use crate::load::Ids;
pub use document::{
    About, Attribution, BadInput, Document, Finding, FindingCode, Piece, Place, Speaker, Step,
};
pub use draft::{Defaults, Draft, draft};
pub use labels::{Labels, Part};
pub use layout::Layout;
pub use offsets::OffsetUnit;
pub use report::Report;

use brat::Metadata;
use offsets::{Marked, Offsets};
use std::collections::{BTreeMap, BTreeSet};

/// A format that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// brat standoff: `.txt` and `.ann`.
    Brat,
    /// UIMA CAS JSON 0.4.0, as INCEpTION exports it.
    UimaCasJson,
    /// The JSON export of Label Studio.
    LabelStudio,
    /// `annotations.jsonld` and `article.txt` of an On Record site.
    WebAnnotation,
    /// A plain text without annotation.
    Text,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 5] =
        [Self::Brat, Self::UimaCasJson, Self::LabelStudio, Self::WebAnnotation, Self::Text];

    /// Returns the name of the format in a command.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brat => "brat",
            Self::UimaCasJson => "uima-cas-json",
            Self::LabelStudio => "label-studio",
            Self::WebAnnotation => "web-annotation",
            Self::Text => "text",
        }
    }

    /// Returns the extensions of its files.
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Brat => &["ann", "txt"],
            Self::UimaCasJson | Self::LabelStudio => &["json"],
            Self::WebAnnotation => &["jsonld", "txt"],
            Self::Text => &["txt"],
        }
    }
}

/// A file that is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, for reports.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl File {
    /// Returns the content as text.
    ///
    /// # Errors
    /// If it is not UTF-8.
    pub fn text(&self) -> Result<&str, BadInput> {
        std::str::from_utf8(&self.bytes).map_err(|error| {
            let before = &self.bytes[..error.valid_up_to()];
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            let place = Place::line(&self.name, line, "");
            BadInput::at(
                &place,
                "the file contains bytes that are not valid UTF-8: save it as UTF-8",
            )
        })
    }

    /// Returns the name without folders and extension.
    pub fn stem(&self) -> &str {
        let name = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    fn has_extension(&self, extension: &str) -> bool {
        self.name.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case(extension))
    }
}

/// What the user chose.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// What offsets count. Detected if it is not given.
    pub offsets: Option<OffsetUnit>,
    /// A table of the articles, for brat.
    pub metadata: Option<File>,
    /// The field of a task that contains the text, for Label Studio.
    pub text_field: Option<String>,
}

impl Choices {
    /// Returns the conversion of a text's offsets, as chosen or detected.
    fn offsets<'t, 'm>(
        &self,
        text: &'t str,
        marked: impl Iterator<Item = Marked<'m>> + Clone,
        usual: OffsetUnit,
    ) -> Offsets<'t> {
        match self.offsets {
            Some(unit) => Offsets::new(text, unit, false),
            None => Offsets::detect(text, marked, usual),
        }
    }
}

/// Reads files of a format.
///
/// # Errors
/// If a file is not of the format.
pub fn read(
    format: Format,
    files: &[File],
    labels: &Labels,
    choices: &Choices,
) -> Result<Vec<Document>, BadInput> {
    let each = |read: &dyn Fn(&File) -> Result<Vec<Document>, BadInput>| {
        let documents = files.iter().map(read).collect::<Result<Vec<_>, _>>();
        documents.map(|documents| documents.into_iter().flatten().collect())
    };
    let mut documents: Vec<Document> = match format {
        Format::Brat => read_brat(files, labels, choices)?,
        Format::UimaCasJson => each(&|file| Ok(vec![cas::read(file, labels, choices)?]))?,
        Format::LabelStudio => each(&|file| label_studio::read(file, labels, choices))?,
        Format::WebAnnotation => web_annotation::read(files, choices)?,
        Format::Text => each(&|file| Ok(vec![plain::read(file)?]))?,
    };
    for document in &mut documents {
        tidy(document);
        if !document.text.contains(char::is_alphanumeric) {
            return Err(BadInput::of(&document.name, "the text contains no words"));
        }
    }
    Ok(documents)
}

/// Reads texts with the annotation files that belong to them by their names.
fn read_brat(
    files: &[File],
    labels: &Labels,
    choices: &Choices,
) -> Result<Vec<Document>, BadInput> {
    let metadata = choices.metadata.as_ref().map(Metadata::read).transpose()?.unwrap_or_default();
    let (texts, annotations): (Vec<&File>, Vec<&File>) =
        files.iter().partition(|file| file.has_extension("txt"));
    let stems: BTreeMap<&str, usize> =
        texts.iter().enumerate().map(|(at, file)| (file.stem(), at)).collect();
    let mut of_text: Vec<Vec<&File>> = vec![Vec::new(); texts.len()];
    for file in annotations {
        let of = match texts.as_slice() {
            [_] => Some(0),
            _ => brat::text_of(file.stem(), stems.keys().copied()).map(|stem| stems[stem]),
        };
        let Some(of) = of else {
            let message = "no text belongs to the file: give NAME.txt together with NAME.ann";
            return Err(BadInput::of(&file.name, message));
        };
        of_text[of].push(file);
    }
    let mut documents = Vec::new();
    for (text, mut own) in texts.into_iter().zip(of_text) {
        if own.is_empty() {
            let message = "no annotation belongs to the text: give NAME.txt together with NAME.ann";
            return Err(BadInput::of(&text.name, message));
        }
        let about = metadata.about(text.stem()).cloned().unwrap_or_default();
        // The first annotator of a table stands for all, so that nothing is counted twice.
        let first = about.annotators.first().and_then(|annotator| {
            own.iter().position(|file| file.stem().ends_with(&format!("_{annotator}")))
        });
        let others = match first {
            Some(first) => {
                let kept = own.remove(first);
                std::mem::replace(&mut own, vec![kept])
            }
            None => Vec::new(),
        };
        let mut document = brat::read(text, &own, labels, choices)?;
        document.about = about;
        document.about.annotators.truncate(if first.is_some() { 1 } else { usize::MAX });
        for file in others {
            let message = "another annotator's file for a text that is imported once";
            document.find(FindingCode::OtherAnnotation, &Place::file(&file.name), message);
        }
        documents.push(document);
    }
    Ok(documents)
}

/// Returns the pieces of a span if they fit the text and the words there, and otherwise reports why
/// not.
fn verified(
    offsets: &Offsets<'_>,
    given: &[(usize, usize)],
    words: Option<&str>,
    place: &Place,
    document: &mut Document,
) -> Vec<Piece> {
    let Some(pieces) = offsets.pieces(given) else {
        let given: Vec<String> =
            given.iter().map(|(start, end)| format!("{start}..{end}")).collect();
        let message = format!("the offsets {} do not fit the text", given.join(", "));
        document.find(FindingCode::OutsideText, place, message);
        return Vec::new();
    };
    if let Some(words) = words.filter(|words| !offsets.fits(&pieces, words)) {
        let message = format!("\"{}\" is not at its offsets", report::shortened(words));
        document.find(FindingCode::WordsDiffer, place, message);
        return Vec::new();
    }
    pieces
}

/// Reports what offsets count, where that was not clear.
fn say_unit(offsets: &Offsets<'_>, file: &str, document: &mut Document) {
    if let Some(message) = offsets.conclusion() {
        document.find(FindingCode::Concluded, &Place::file(file), message);
    }
}

/// Sorts and joins the pieces of each part, reports attributions without content, and keeps one of
/// several equal ones.
fn tidy(document: &mut Document) {
    let about = &mut document.about;
    for value in [&mut about.headline, &mut about.outlet] {
        *value = value.as_deref().and_then(clean::line);
    }
    about.annotators = about.annotators.iter().filter_map(|it| clean::line(it)).collect();
    document.name = clean::line(&document.name).unwrap_or_else(|| "article".to_owned());
    for it in &mut document.attributions {
        it.notes = it.notes.iter().filter_map(|note| clean::line(note)).collect();
        it.tags = it.tags.iter().filter_map(|tag| clean::line(tag)).collect();
        it.speaker = it.speaker.take().and_then(|speaker| {
            let (name, reference) = (clean::line(&speaker.name)?, clean::line(&speaker.reference)?);
            Some(Speaker { name, reference })
        });
    }
    let mut seen = BTreeSet::new();
    for mut attribution in std::mem::take(&mut document.attributions) {
        for part in Part::ALL {
            join(attribution.part_mut(part));
        }
        let place = attribution.place.clone();
        if attribution.content.is_empty() {
            document.find(FindingCode::NoContent, &place, "the attribution has no content");
            continue;
        }
        let key = |pieces: &[Piece]| pieces.iter().map(|it| (it.start, it.end)).collect::<Vec<_>>();
        let keys = [&attribution.source, &attribution.cue, &attribution.content].map(|it| key(it));
        if seen.insert(keys) {
            document.attributions.push(attribution);
        } else {
            document.find(FindingCode::Repeated, &place, "the attribution occurs twice");
        }
    }
    let position = |it: &Attribution| (it.content[0].start, it.content[0].end);
    document.attributions.sort_by_key(position);
}

/// Sorts pieces, and joins those that overlap.
fn join(pieces: &mut Vec<Piece>) {
    pieces.sort_by_key(|piece| (piece.start, piece.end));
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces.drain(..) {
        match joined.last_mut() {
            Some(last) if piece.start < last.end => last.end = last.end.max(piece.end),
            _ => joined.push(piece),
        }
    }
    *pieces = joined;
}
