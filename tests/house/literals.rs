//! Finds string literals that a reader could see, in the tokens of a source file.
//!
//! A literal is for readers or for machines by its position, not by its language:
//!
//! - For readers: the arguments of `txt` and `copied`, the braces of `html!`, and the values of
//!   attributes such as `aria-label`. Such a literal must not contain a letter.
//! - For machines: tags and classes in the arguments of `el` and its siblings, arguments for
//!   parameters named `class`, values of other attributes, patterns, comparisons, messages for
//!   developers, and attributes of Rust.
//! - Anywhere else, a literal must be a single machine token, such as an id or a file ending, or
//!   be in a machine syntax: SVG path data, a CSS selector, or HTML without text.

use super::positions::{
    DEVELOPERS_MACROS, INSPECTING_METHODS, MARKUP_CALLS, READERS_ATTRIBUTES, READERS_CALLS,
    SVG_NAMES, TAGS, WRAPPERS,
};
use super::signatures::class_parameters;
use super::syntax::{has_letter, has_two_words, is_for_machines, text_of, without_placeholders};
use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use std::collections::BTreeMap;

/// A literal that a reader could see.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The line in the file, 1-based.
    pub line: usize,
    /// The text of the literal.
    pub text: String,
}

/// The audience of the literals at a position.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Readers,
    Machines,
    Unknown,
}

/// Finds the literals in a source file that a reader could see.
pub fn literals_for_readers(source: &str) -> Vec<Found> {
    let tokens: TokenStream = source.parse().expect("the source is Rust");
    let mut finder = Finder { found: Vec::new(), classes: class_parameters(tokens.clone()) };
    finder.walk(tokens, Position::Unknown);
    finder.found
}

/// Finds the literals in a source file with at least two words outside markup.
pub fn sentences(source: &str) -> Vec<Found> {
    let mut found = literals_for_readers(source);
    found.retain(|literal| has_two_words(&literal.text));
    found
}

struct Finder {
    found: Vec<Found>,
    /// The positions of parameters named `class`, by function.
    classes: BTreeMap<String, Vec<usize>>,
}

impl Finder {
    fn walk(&mut self, tokens: TokenStream, position: Position) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at += self.step(&tokens, at, position);
        }
    }

    /// Checks the token at an index and returns the number of tokens that are done with it.
    fn step(&mut self, tokens: &[TokenTree], at: usize, position: Position) -> usize {
        if let Some(attribute) = rust_attribute(tokens, at) {
            return attribute;
        }
        if is_ident(tokens.get(at), "let") && is_class(tokens, at + 1) {
            let end = tokens[at..].iter().position(|token| is_punct(Some(token), ';'));
            let end = end.unwrap_or(tokens.len() - at);
            self.walk(tokens[at + 1..at + end].iter().cloned().collect(), Position::Machines);
            return end;
        }
        match &tokens[at] {
            TokenTree::Literal(literal) => {
                if !is_compared(tokens, at) {
                    self.check(literal, position);
                }
            }
            TokenTree::Group(group) => self.group(tokens, at, group, position),
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
        1
    }

    fn group(&mut self, tokens: &[TokenTree], at: usize, group: &Group, position: Position) {
        let inner = group.stream();
        let is_macro = at > 0 && is_punct(tokens.get(at - 1), '!');
        let name = at.checked_sub(if is_macro { 2 } else { 1 });
        let name = name.and_then(|at| ident(tokens.get(at))).unwrap_or_default();
        let is_call = group.delimiter() == Delimiter::Parenthesis || is_macro;
        // A block or an index keeps the position of what is around it.
        if !is_call {
            return self.walk(inner, position);
        }
        match name.as_str() {
            name if is_macro && DEVELOPERS_MACROS.contains(&name) => {}
            "html" if is_macro => self.html(inner),
            name if READERS_CALLS.contains(&name) => self.walk(inner, Position::Readers),
            "at" | "add_attribute" => self.attribute(inner),
            name if INSPECTING_METHODS.contains(&name) => self.arguments(inner, |_| true),
            name if !is_macro && !self.markup_positions(name).is_empty() => {
                let markup = self.markup_positions(name);
                self.arguments(inner, |argument| markup.contains(&argument));
            }
            "push_str" if at >= 3 && is_class(tokens, at - 3) => {
                self.walk(inner, Position::Machines);
            }
            "list" if is_macro => self.walk(inner, Position::Unknown),
            "" => self.tuple(inner),
            name => {
                let is_function = !is_macro && (at < 2 || !is_punct(tokens.get(at - 2), '.'));
                let is_unrelated = is_function && !WRAPPERS.contains(&name);
                let keeps = position == Position::Machines || !is_unrelated;
                self.walk(inner, if keeps { position } else { Position::Unknown });
            }
        }
    }

    /// Returns the positions of a function's arguments that are markup.
    fn markup_positions(&self, name: &str) -> Vec<usize> {
        let known = MARKUP_CALLS.iter().find(|call| call.0 == name).map(|call| call.1.to_vec());
        known.or_else(|| self.classes.get(name).cloned()).unwrap_or_default()
    }

    /// Checks the arguments of a call. `is_markup` decides which of them may be literals for
    /// machines.
    fn arguments(&mut self, tokens: TokenStream, is_markup: impl Fn(usize) -> bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (position, argument) in tokens.split(|token| is_punct(Some(token), ',')).enumerate() {
            let is_literal = matches!(argument, [TokenTree::Literal(_)]);
            if !(is_literal && is_markup(position)) {
                self.walk(argument.iter().cloned().collect(), Position::Unknown);
            }
        }
    }

    /// Checks the name and the value of an attribute, in a call.
    fn attribute(&mut self, tokens: TokenStream) {
        let (name, value) = named(tokens.clone());
        let Some(name) = name else { return self.walk(tokens, Position::Unknown) };
        let is_for_readers = READERS_ATTRIBUTES.contains(&name.as_str());
        self.walk(value, if is_for_readers { Position::Readers } else { Position::Machines });
    }

    /// Checks a tuple, which may be the name and the value of an attribute, or a tag and its class.
    fn tuple(&mut self, tokens: TokenStream) {
        let (name, value) = named(tokens.clone());
        match name.unwrap_or_default().as_str() {
            name if READERS_ATTRIBUTES.contains(&name) => self.walk(value, Position::Readers),
            name if TAGS.contains(&name) => self.walk(value, Position::Machines),
            name if SVG_NAMES.contains(&name) => self.walk(value, Position::Unknown),
            _ => self.walk(tokens, Position::Unknown),
        }
    }

    fn html(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            let attribute = at.checked_sub(1).and_then(|equals| {
                is_punct(tokens.get(equals), '=').then(|| attribute_name(&tokens[..equals]))
            });
            match (token, attribute) {
                (TokenTree::Literal(_) | TokenTree::Group(_), Some(name)) => {
                    let is_for_readers = READERS_ATTRIBUTES.contains(&name.as_str());
                    let position =
                        if is_for_readers { Position::Readers } else { Position::Machines };
                    self.walk(token.clone().into(), position);
                }
                (TokenTree::Literal(_), None) => self.walk(token.clone().into(), Position::Readers),
                (TokenTree::Group(group), None) => {
                    // The body of an `if` is markup, too.
                    let first = group.stream().into_iter().next();
                    let is_block = matches!(first, Some(TokenTree::Group(_)));
                    if is_block || is_punct(first.as_ref(), '<') {
                        self.html(group.stream());
                    } else {
                        self.walk(group.stream(), Position::Readers);
                    }
                }
                _ => {}
            }
        }
    }

    fn check(&mut self, literal: &Literal, position: Position) {
        let Some(text) = text_of(literal) else { return };
        let is_for_readers = match position {
            Position::Machines => false,
            Position::Readers => has_letter(&without_placeholders(&text)),
            Position::Unknown => !is_for_machines(&text),
        };
        if is_for_readers {
            self.found.push(Found { line: literal.span().start().line, text });
        }
    }
}

/// Returns the number of tokens of an attribute such as `#[cfg(test)]`, with the item that is only
/// compiled in tests.
fn rust_attribute(tokens: &[TokenTree], at: usize) -> Option<usize> {
    if !is_punct(tokens.get(at), '#') {
        return None;
    }
    let group_at = if is_punct(tokens.get(at + 1), '!') { at + 2 } else { at + 1 };
    let Some(TokenTree::Group(group)) = tokens.get(group_at) else { return None };
    let length = group_at + 1 - at;
    if group.stream().to_string() != "cfg (test)" {
        return Some(length);
    }
    let item = tokens[group_at..].iter().skip(1).position(|token| {
        let is_body =
            matches!(token, TokenTree::Group(body) if body.delimiter() == Delimiter::Brace);
        is_body || is_punct(Some(token), ';')
    });
    Some(item.map_or(tokens.len() - at, |item| length + item + 1))
}

/// Returns true for a literal that is a pattern or an operand of a comparison.
fn is_compared(tokens: &[TokenTree], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let after = (tokens.get(at + 1), tokens.get(at + 2));
    let is_equals = |one, other| is_punct(one, '=') && is_punct(other, '=');
    let is_operand = is_equals(after.0, after.1)
        || at >= 2 && is_equals(tokens.get(at - 2), before)
        || at >= 2 && is_punct(tokens.get(at - 2), '!') && is_punct(before, '=');
    let is_arm = is_punct(after.0, '=') && is_punct(after.1, '>');
    is_operand || is_arm || is_punct(before, '|') || is_punct(after.0, '|')
}

/// Joins the tokens of an attribute's name before its `=`: `aria-label`.
fn attribute_name(before: &[TokenTree]) -> String {
    let mut name = Vec::new();
    for token in before.iter().rev() {
        let is_joined = name.last().is_some_and(|last| last == "-");
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '-' && !name.is_empty() => {
                name.push("-".to_owned());
            }
            TokenTree::Ident(part) if name.is_empty() || is_joined => name.push(part.to_string()),
            _ => break,
        }
    }
    name.into_iter().rev().collect()
}

/// Splits a name from the value after it. `None` if the tokens do not begin with a name.
fn named(tokens: TokenStream) -> (Option<String>, TokenStream) {
    let mut tokens = tokens.into_iter();
    let (first, second) = (tokens.next(), tokens.next());
    let name = match first {
        Some(TokenTree::Literal(name)) if is_punct(second.as_ref(), ',') => text_of(&name),
        _ => None,
    };
    (name, tokens.collect())
}

pub fn ident(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    }
}

pub fn is_ident(token: Option<&TokenTree>, name: &str) -> bool {
    ident(token).is_some_and(|ident| ident == name)
}

pub fn is_punct(token: Option<&TokenTree>, punct: char) -> bool {
    matches!(token, Some(TokenTree::Punct(it)) if it.as_char() == punct)
}

/// Returns true for a variable named `class`, after `mut` or not.
fn is_class(tokens: &[TokenTree], at: usize) -> bool {
    let at = if is_ident(tokens.get(at), "mut") { at + 1 } else { at };
    is_ident(tokens.get(at), "class")
}
