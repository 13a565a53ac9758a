//! The functions and closures of a file that have parameters named `class`.

use super::literals::{ident, is_ident, is_punct};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeMap;

/// Returns the 0-based positions of parameters named `class`, by the name of the function or of the
/// variable that holds the closure.
pub fn class_parameters(tokens: TokenStream) -> BTreeMap<String, Vec<usize>> {
    let mut found = BTreeMap::new();
    collect(&tokens.into_iter().collect::<Vec<_>>(), &mut found);
    found
}

fn collect(tokens: &[TokenTree], found: &mut BTreeMap<String, Vec<usize>>) {
    for (at, token) in tokens.iter().enumerate() {
        let name = ident(tokens.get(at + 1)).unwrap_or_default();
        if is_ident(Some(token), "fn") {
            let parameters = tokens[at..].iter().find_map(|token| match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                    Some(group.stream().into_iter().collect::<Vec<_>>())
                }
                _ => None,
            });
            found.insert(name, positions(&parameters.unwrap_or_default()));
        } else if is_ident(Some(token), "let") && is_closure(tokens, at + 2) {
            let parameters = tokens[at + 4..].split(|token| is_punct(Some(token), '|')).next();
            found.insert(name, positions(parameters.unwrap_or_default()));
        }
        if let TokenTree::Group(group) = token {
            collect(&group.stream().into_iter().collect::<Vec<_>>(), found);
        }
    }
}

/// Returns true for the tokens `= |`.
fn is_closure(tokens: &[TokenTree], at: usize) -> bool {
    is_punct(tokens.get(at), '=') && is_punct(tokens.get(at + 1), '|')
}

fn positions(parameters: &[TokenTree]) -> Vec<usize> {
    let parameters = parameters.split(|token| is_punct(Some(token), ','));
    let is_class = |parameter: &[TokenTree]| is_ident(parameter.first(), "class");
    parameters.enumerate().filter(|(_, it)| is_class(it)).map(|(position, _)| position).collect()
}
