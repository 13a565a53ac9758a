//! The page of an actor.

use crate::text::{others, statements};

/// The heading over the numbers of statements.
pub const AT_A_GLANCE: &str = "At a glance";
/// The heading over the actors that passed on the actor's statements.
pub const PASSED_ON_BY: &str = "Statements passed on by";
/// The heading over the actors whose statements the actor passed on.
pub const PASSES_ON: &str = "Passes on statements by";
/// The heading over the actors that make statements about the actor.
pub const TALKED_ABOUT_BY: &str = "Talked about by";
/// The heading over the evidence.
pub const EVIDENCE: &str = "Evidence";

/// The row for the name.
pub const NAME: &str = "Name";
/// The row for another name.
pub const ALIAS: &str = "Also called";
/// The row for the kind of actor.
pub const TYPE: &str = "Type";
/// The row for the actor's role in the article.
pub const ROLE: &str = "Role";
/// The row for the side that the actor belongs to.
pub const SIDE: &str = "Side";
/// The side of an actor that is a side itself.
pub const OWN_SIDE: &str = "A side in its own right";
/// The evidence for a name that has neither evidence nor a note.
pub const AS_IN_TEXT: &str = "As given in the text";

/// Returns the text of the link to the list of actors.
pub fn all_actors(total: usize) -> String {
    if total == 1 { "All actors".to_owned() } else { format!("All {total} actors") }
}

/// Returns the heading over the statements that the actor makes: `4 statements by Syria`.
pub fn statements_by(number: usize, name: &str) -> String {
    format!("{} by {name}", statements(number))
}

/// Returns the heading over the statements that the actor passes on:
/// `4 statements passed on by Reuters`.
pub fn statements_passed_on(number: usize, name: &str) -> String {
    format!("{} passed on by {name}", statements(number))
}

/// Returns the heading over the statements about the actor: `7 statements about Syria`.
pub fn statements_about(number: usize, name: &str) -> String {
    format!("{} about {name}", statements(number))
}

/// Returns the line after the bars of the most frequent actors: `and 176 others`.
pub fn and_others(number: usize) -> String {
    format!("and {}", others(number))
}
