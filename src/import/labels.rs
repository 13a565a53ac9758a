//! The mapping of labels: which names of a tool stand for source, cue and content.

use serde::Deserialize;

/// A part of an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The words that name the source.
    Source,
    /// The words of saying.
    Cue,
    /// What was said.
    Content,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 3] = [Self::Source, Self::Cue, Self::Content];

    /// Returns the name of the part.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Cue => "cue",
            Self::Content => "content",
        }
    }
}

/// The labels that stand for each part. Case makes no difference.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// Labels, types or roles of the source. Default: `Source`.
    #[serde(default = "source")]
    pub source: Vec<String>,
    /// Labels, types or roles of the cue. Default: `Cue`.
    #[serde(default = "cue")]
    pub cue: Vec<String>,
    /// Labels, types or roles of the content. Default: `Content`.
    #[serde(default = "content")]
    pub content: Vec<String>,
    /// Labels that are left out without being reported.
    #[serde(default)]
    pub ignore: Vec<String>,
}

fn source() -> Vec<String> {
    vec!["Source".to_owned()]
}

fn cue() -> Vec<String> {
    vec!["Cue".to_owned()]
}

fn content() -> Vec<String> {
    vec!["Content".to_owned()]
}

impl Default for Labels {
    fn default() -> Self {
        Self { source: source(), cue: cue(), content: content(), ignore: Vec::new() }
    }
}

impl Labels {
    /// Reads a mapping from a TOML file.
    ///
    /// # Errors
    /// Returns a message with the line if the file is not valid.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, super::BadInput> {
        let labels: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| 1 + text[..span.start].matches('\n').count());
            let place = super::Place { file: file.to_owned(), line, id: String::new() };
            super::BadInput::at(&place, error.message().trim_end())
        })?;
        match labels.twice() {
            None => Ok(labels),
            Some(label) => Err(super::BadInput::of(
                file,
                format!("the label \"{label}\" is in more than one list: keep it in one"),
            )),
        }
    }

    /// Replaces the labels of a part.
    pub fn set(&mut self, part: Part, labels: &str) {
        let list = labels.split(',').map(|label| label.trim().to_owned());
        let list = list.filter(|label| !label.is_empty()).collect();
        match part {
            Part::Source => self.source = list,
            Part::Cue => self.cue = list,
            Part::Content => self.content = list,
        }
    }

    /// Returns the part that a label stands for.
    pub fn part(&self, label: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| has(self.of(*part), label))
    }

    /// Returns true if a label is left out without being reported.
    pub fn is_ignored(&self, label: &str) -> bool {
        has(&self.ignore, label)
    }

    /// Returns a label that is in more than one list.
    pub fn twice(&self) -> Option<&str> {
        let lists = [&self.source, &self.cue, &self.content, &self.ignore];
        let all: Vec<&String> = lists.into_iter().flatten().collect();
        let is_twice = |at: usize, label: &str| {
            all[..at].iter().any(|other| other.to_lowercase() == label.to_lowercase())
        };
        all.iter().enumerate().find(|(at, label)| is_twice(*at, label)).map(|(_, it)| it.as_str())
    }

    fn of(&self, part: Part) -> &[String] {
        match part {
            Part::Source => &self.source,
            Part::Cue => &self.cue,
            Part::Content => &self.content,
        }
    }
}

fn has(labels: &[String], label: &str) -> bool {
    labels.iter().any(|it| it.to_lowercase() == label.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_map_to_parts() {
        let labels = Labels::from_toml("l.toml", "source = [\"Speaker\"]\nignore = [\"Token\"]");
        let labels = labels.expect("the mapping is valid");
        assert_eq!(labels.part("speaker"), Some(Part::Source));
        assert_eq!(labels.part("Source"), None);
        assert_eq!(labels.part("CUE"), Some(Part::Cue));
        assert!(labels.is_ignored("token"));
    }

    #[test]
    fn a_wrong_mapping_is_an_error_with_its_line() {
        let error = |text| Labels::from_toml("l.toml", text).expect_err(text).to_string();
        assert!(error("\nsources = []").starts_with("l.toml:2: unknown field `sources`"));
        assert!(error("cue = [\"A\"]\nsource = [\"a\"]").contains("more than one list"));
        assert!(error("cue = \"A\"").starts_with("l.toml:1: "));
    }
}
