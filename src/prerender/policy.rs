//! The Content-Security-Policy: nothing from another origin, no unknown inline script or style, no
//! raw HTML.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

#[cfg(not(target_arch = "wasm32"))]
/// The policy of every page of the app.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'";

#[cfg(not(target_arch = "wasm32"))]
/// Makes the policy of a page with one inline script and one inline style.
pub fn inline(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src 'self'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
        source(script),
        source(style)
    )
}

#[cfg(not(target_arch = "wasm32"))]
/// Makes the policy of a page with one inline style and scripts that are files.
pub fn styled(style: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src '{}'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
        source(style)
    )
}

/// Makes the policy of a site in a single file, with one script that starts the app and one style.
pub fn alone(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; font-src data:; \
         img-src data:; connect-src blob:; base-uri 'none'; form-action 'none'",
        source(script),
        source(style)
    )
}

#[cfg(not(target_arch = "wasm32"))]
/// The source that allows files of the own origin.
const OWN: &str = "'self'";

#[cfg(not(target_arch = "wasm32"))]
/// Allows files of the own origin in a directive of the policy in a page's head, if it has one.
pub fn allow_own(head: &str, directive: &str) -> String {
    let Some(at) = head.find("\"Content-Security-Policy\"") else { return head.to_owned() };
    let (before, policy) = head.split_at(at);
    let Some((start, values)) = policy.split_once(&format!("{directive} ")) else {
        return head.to_owned();
    };
    let end = values.find([';', '"']).unwrap_or(values.len());
    if values[..end].split(' ').any(|value| value == OWN) {
        return head.to_owned();
    }
    [before, start, directive, " ", OWN, " ", values].concat()
}

fn source(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
