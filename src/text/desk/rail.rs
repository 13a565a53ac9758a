//! How it works, while nothing is open.

/// The heading.
pub const HEADING: &str = "How it works";
/// The heading once there is a statement.
pub const GO_ON: &str = "Go on";
/// The steps.
pub const STEPS: [&str; 3] = [
    "Dotted words are suggestions. They count for nothing until you accept them.",
    "For each one, say who is speaking, through whom, and what the words do. Nobody guesses the speaker for you.",
    "Grey words turn black as they are accounted for. When no grey is left, you are done.",
];
/// The button that leads to the next open place.
pub const NEXT: &str = "Next open place";
/// Its key.
pub const NEXT_KEY: &str = "Enter";
