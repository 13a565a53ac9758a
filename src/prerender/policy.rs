//! The Content-Security-Policy: nothing from another origin, no unknown inline script or style, no
//! raw HTML.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of every page of the app.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'";

/// Makes the policy of a page with one inline script and one inline style.
pub fn inline(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src 'self'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
        source(script),
        source(style)
    )
}

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

fn source(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
