//! The icons: a sprite that is in each page once, and references to it. All were drawn for this
//! project.

use super::el::{at, attrs, list};
use crate::model::{Kind, Vocabulary};
use yew::prelude::*;

/// The lines of the pencil, as SVG path data in a square of 16 by 16.
pub const PEN: &str = "m2.2 13.8.9-3.7L10.8 2.4l2.8 2.8-7.7 7.7z";

/// The mark of On Record, as SVG path data in a square of 32 by 32, filled by the even-odd rule: a
/// quotation mark in a record button, on the thick line that means "quoted". `static/icon.svg` and
/// the preview pictures draw the same path.
pub const MARK: &str = "M4.2 12a11.8 11.8 0 1 1 23.6 0a11.8 11.8 0 1 1-23.6 0z\
    M15.7 7.1C12.1 8.7 9.5 11.8 9.5 15.2A2.7 2.7 0 1 0 12.4 12.5C12.6 10.8 14.1 9.4 16.5 8.5z\
    M22.7 7.1C19.1 8.7 16.5 11.8 16.5 15.2A2.7 2.7 0 1 0 19.4 12.5C19.6 10.8 21.1 9.4 23.5 8.5z\
    M3 27h26v4H3z";

/// An icon that does not represent a type of statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A pencil, before words of the annotator.
    Pen,
    /// A cross, on buttons that remove or close.
    Cross,
    /// A magnifying glass, in the search field.
    Lens,
}

impl Icon {
    const fn href(self) -> &'static str {
        match self {
            Self::Pen => "#pen",
            Self::Cross => "#cross",
            Self::Lens => "#lens",
        }
    }
}

/// Draws an icon.
pub fn icon(icon: Icon) -> Html {
    glyph(icon.href(), "glyph")
}

/// Draws the icon of a type of statement. The accusation's arrow turns with the direction of the
/// page.
pub fn kind_glyph(kind: Kind) -> Html {
    let class = if kind == Kind::Accusation { "glyph turns" } else { "glyph" };
    glyph(kind_href(kind), class)
}

const fn kind_href(kind: Kind) -> &'static str {
    match kind {
        Kind::Assertion => "#k-assertion",
        Kind::Statistic => "#k-statistic",
        Kind::Question => "#k-question",
        Kind::Announcement => "#k-announcement",
        Kind::Commitment => "#k-commitment",
        Kind::Proposal => "#k-proposal",
        Kind::Recommendation => "#k-recommendation",
        Kind::Demand => "#k-demand",
        Kind::Condition => "#k-condition",
        Kind::Accusation => "#k-accusation",
        Kind::Denial => "#k-denial",
        Kind::Rejection => "#k-rejection",
        Kind::Support => "#k-support",
        Kind::Evaluation => "#k-evaluation",
        Kind::DeclinedComment => "#k-declined_comment",
        Kind::NotClassified => "#k-not_classified",
    }
}

fn glyph(href: &'static str, class: &'static str) -> Html {
    drawing(href, class, "0 0 16 16")
}

fn drawing(href: &'static str, class: &'static str, view: &'static str) -> Html {
    let attributes = list![at("class", class), ("viewBox", view.into()), at("aria-hidden", "true")];
    attrs("svg", attributes, list![attrs("use", list![at("href", href)], Vec::new())])
}

/// Draws the arrow between two steps of a chain.
pub fn arrow() -> Html {
    drawing("#arrow", "arrow turns", "0 0 24 12")
}

/// Draws the mark of On Record.
pub fn logo() -> Html {
    let path = list![at("fill", "currentColor"), at("fill-rule", "evenodd"), at("d", MARK)];
    let shapes = list![attrs("path", path, Vec::new())];
    attrs("svg", list![("viewBox", "0 0 32 32".into()), at("aria-hidden", "true")], shapes)
}

/// Draws the sprite that all icons refer to.
pub fn sprite() -> Html {
    let mut symbols: Vec<Html> = Kind::ALL.iter().map(|kind| kind_symbol(*kind)).collect();
    symbols.extend([
        symbol("pen", PEN, ""),
        symbol("cross", "m4 4 8 8M12 4l-8 8", ""),
        symbol("lens", "m10.5 10.5 4 4M11.7 7a4.7 4.7 0 1 1-9.4 0 4.7 4.7 0 0 1 9.4 0z", ""),
        symbol("arrow", "M0 6h22M17 1.5 22 6l-5 4.5", ""),
    ]);
    attrs("svg", list![at("class", "sprite"), at("aria-hidden", "true")], symbols)
}

fn symbol(id: &'static str, lines: &'static str, dots: &'static str) -> Html {
    let view = if id == "arrow" { "0 0 24 12" } else { "0 0 16 16" };
    let mut paths = Vec::new();
    if !lines.is_empty() {
        paths.push(attrs("path", list![at("d", lines)], Vec::new()));
    }
    if !dots.is_empty() {
        paths.push(attrs("path", list![at("class", "dots"), at("d", dots)], Vec::new()));
    }
    attrs("symbol", list![at("id", id), ("viewBox", view.into())], paths)
}

fn kind_symbol(kind: Kind) -> Html {
    let (lines, dots) = kind_paths(kind);
    symbol(&kind_href(kind)[1..], lines, dots)
}

/// Returns the icon of a type of statement as SVG path data in a square of 16 by 16: its lines, and
/// its dots, which are lines of zero length with round ends.
pub const fn kind_paths(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Announcement => ("M2 6v4h2.5L11 14V2L4.5 6zM13.8 6.2v3.6", ""),
        Kind::Assertion => ("M2 3h12v7.5H8.2L5 13.8v-3.3H2z", ""),
        Kind::Statistic => ("M3.2 14V9.5M8 14V6M12.8 14V2", ""),
        Kind::Commitment => (
            "M9.5 8a3.9 3.9 0 1 1-7.8 0 3.9 3.9 0 0 1 7.8 0zM14.3 8a3.9 3.9 0 1 1-7.8 0 3.9 3.9 0 0 1 7.8 0z",
            "",
        ),
        Kind::Proposal => ("M8 1.8 14.2 8 8 14.2 1.8 8z", "M8 8h0"),
        Kind::Question => ("M4.6 5.2a3.4 3.4 0 1 1 5 3C8.5 8.9 8 9.4 8 10.5", "M8 13.9h0"),
        Kind::Recommendation => ("M7 14.8V10M7 4V1.400M2 4h9l3 3-3 3H2z", ""),
        Kind::Rejection => {
            ("M2.4 2.400h11.200v11.200H2.400zM5.4 5.400l5.2 5.200M10.6 5.400l-5.2 5.2", "")
        }
        Kind::Support => ("M2.4 2.400h11.200v11.200H2.400zM5 8.200l2.2 2.3 4-4.9", ""),
        Kind::Demand => ("M8 1.5v8", "M8 13.2h0"),
        Kind::Condition => ("M8 14.5V9L3.2 4.2M8 9l4.8-4.8", "M2.9 3.4h0M13.1 3.4h0"),
        Kind::Accusation => ("M.8 8h7.4M4.6 3.9 8.7 8l-4.1 4.1", "M13 8h0"),
        Kind::Denial => ("M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM3.8 12.2l8.4-8.4", ""),
        Kind::Evaluation => (
            "M8 2v12M4.5 14h7M2.8 4.4h10.4M.8 9a2.2 2.2 0 0 0 4.2 0L2.9 4.6zM11 9a2.2 2.2 0 0 0 4.2 0l-2.1-4.4z",
            "",
        ),
        Kind::DeclinedComment => ("", "M2.6 8h0M8 8h0M13.4 8h0"),
        Kind::NotClassified => ("M2.5 4h11M2.5 8h11M2.5 12h6", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::MARK;

    #[test]
    fn the_icon_of_the_tab_is_the_mark() {
        let icon = include_str!("../../static/icon.svg");
        assert!(icon.contains(&format!("d=\"{MARK}\"")), "{icon}");
    }
}
