//! The codes of diagnostics: one enum per area, and `Code`, which joins them.
//!
//! Codes are published: tools and documents refer to them, so their strings never change. The
//! tables are in `tables`; `docs/diagnostics.md` is generated from them.

mod severity;
mod tables;

pub use severity::{Severities, Severity};
pub use tables::{
    ActorCode, ArticleCode, Code, DateCode, FigureCode, FileCode, IdCode, JsonCode, LedgerCode,
    QuoteCode, ShapeCode, StatementCode,
};

use serde::{Serialize, Serializer};
use std::fmt;

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Code {
    /// Returns what `onrecord fix` does about some of the problems with this code, for authors.
    pub const fn fix(self) -> Option<&'static str> {
        Some(match self {
            Self::Shape(ShapeCode::UnknownField) => {
                "renames a field that is a misspelling of only one other"
            }
            Self::Shape(ShapeCode::MissingField) => "adds `format`, and ids of list elements",
            Self::Shape(ShapeCode::ControlCharacter) => "removes the character",
            Self::Quote(QuoteCode::NotFound) => {
                "copies the article's own characters if the words look the same in only one place, and \
                 corrects `in` if they occur in only one place"
            }
            Self::Quote(QuoteCode::Ambiguous) | Self::Statement(StatementCode::OutsidePassage) => {
                "corrects `passage` if only one paragraph has all words of the statement"
            }
            Self::Quote(QuoteCode::NoSuchParagraph) => {
                "corrects `passage` or `in` if only one paragraph has the words"
            }
            _ => return None,
        })
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Defines the enums of all areas, and `Code` from them. A row is a variant with its string,
/// severities, meaning and action.
macro_rules! codes {
    ($(
        $(#[$doc:meta])*
        $area:ident($name:ident), $title:literal {
            $($variant:ident = $code:literal, $severities:ident, $meaning:literal, $action:literal;)*
        }
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub enum $name {
                $(#[doc = $meaning] $variant,)*
            }

            impl From<$name> for Code {
                fn from(code: $name) -> Self {
                    Self::$area(code)
                }
            }
        )*

        /// The stable code of a diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Code {
            $($(#[$doc])* $area($name),)*
        }

        impl Code {
            /// All codes, grouped by area.
            pub const ALL: &'static [Self] = &[$($(Self::$area($name::$variant),)*)*];

            /// Returns the published string: lower-case words joined by hyphens.
            pub const fn as_str(self) -> &'static str {
                match self { $($(Self::$area($name::$variant) => $code,)*)* }
            }

            /// Returns the area, as a heading.
            pub const fn area(self) -> &'static str {
                match self { $(Self::$area(_) => $title,)* }
            }

            /// Returns the severities that problems with this code can have.
            pub const fn severities(self) -> Severities {
                match self {
                    $($(Self::$area($name::$variant) => Severities::$severities,)*)*
                }
            }

            /// Returns the meaning of the code, for authors: a sentence without its full stop.
            pub const fn meaning(self) -> &'static str {
                match self { $($(Self::$area($name::$variant) => $meaning,)*)* }
            }

            /// Returns a way to solve the problem, for authors: a sentence without its full stop.
            pub const fn action(self) -> &'static str {
                match self { $($(Self::$area($name::$variant) => $action,)*)* }
            }
        }
    };
}
use codes;
