//! The colours, which are those of the page's light theme (`static/styles/tokens.css`).

use crate::model::Kind;

/// A colour, named for its use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The background.
    Ground,
    /// The most prominent text.
    First,
    /// Secondary text.
    Second,
    /// The least prominent text.
    Third,
    /// Rules between sections.
    Rule,
    /// Outlines of boxes.
    Edge,
    /// The colour of a kind of statement.
    Kind(Kind),
}

/// The greys, from the background to the darkest.
pub const GREYS: [Ink; 6] =
    [Ink::Ground, Ink::Rule, Ink::Edge, Ink::Third, Ink::Second, Ink::First];

impl Ink {
    /// Returns red, green and blue.
    pub const fn rgb(self) -> [u8; 3] {
        let hex: u32 = match self {
            Self::Ground => 0xff_ff_ff,
            Self::First => 0x15_18_1c,
            Self::Second => 0x41_49_50,
            Self::Third => 0x5d_66_6f,
            Self::Rule => 0xd3_d8_dc,
            Self::Edge => 0x7d_86_8e,
            Self::Kind(kind) => of_kind(kind),
        };
        let [_, red, green, blue] = hex.to_be_bytes();
        [red, green, blue]
    }
}

const fn of_kind(kind: Kind) -> u32 {
    match kind {
        Kind::Assertion => 0x4d_59_69,
        Kind::Statistic => 0x28_59_94,
        Kind::Announcement => 0x00_66_70,
        Kind::Commitment => 0x1b_68_3e,
        Kind::Proposal => 0x4b_61_19,
        Kind::Condition => 0x71_52_00,
        Kind::Demand => 0x89_41_00,
        Kind::Accusation => 0x9a_29_29,
        Kind::Denial => 0x8e_2f_63,
        Kind::Evaluation => 0x69_41_91,
        Kind::DeclinedComment => 0x54_58_5e,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Vocabulary;

    #[test]
    fn colours_match_the_page() {
        let tokens = include_str!("../../static/styles/tokens.css");
        let check = |name: &str, ink: Ink| {
            let [red, green, blue] = ink.rgb();
            let token = format!("--{name}: light-dark(#{red:02x}{green:02x}{blue:02x},");
            assert!(tokens.contains(&token), "tokens.css has no {token}");
        };
        check("ground", Ink::Ground);
        check("ink", Ink::First);
        check("ink-2", Ink::Second);
        check("ink-3", Ink::Third);
        check("rule", Ink::Rule);
        check("control", Ink::Edge);
        for kind in Kind::ALL {
            check(&format!("kind-{}", kind.code()), Ink::Kind(*kind));
        }
    }
}
