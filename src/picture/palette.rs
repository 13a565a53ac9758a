//! The colours, which are those of the page's light theme (`static/styles/tokens.css`).

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
    /// The annotator's pencil.
    Pencil,
}

/// The greys, from the background to the darkest.
pub const GREYS: [Ink; 6] =
    [Ink::Ground, Ink::Rule, Ink::Edge, Ink::Third, Ink::Second, Ink::First];

impl Ink {
    /// Returns red, green and blue.
    pub const fn rgb(self) -> [u8; 3] {
        let hex: u32 = match self {
            Self::Ground => 0xff_ff_ff,
            Self::First => 0x16_18_1b,
            Self::Second => 0x3f_46_4d,
            Self::Third => 0x5b_63_6b,
            Self::Rule => 0xd9_da_d6,
            Self::Edge => 0x7b_82_8a,
            Self::Pencil => 0x7d_4a_00,
        };
        let [_, red, green, blue] = hex.to_be_bytes();
        [red, green, blue]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        check("pencil", Ink::Pencil);
    }
}
