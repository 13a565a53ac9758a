//! A page as a document: head, markup, and what starts the app.

use super::policy::POLICY;
use super::{Options, Shell};
use crate::route::Route;
use crate::site::Site;
use crate::text;

/// The whole document of a page.
pub fn page(site: &Site, route: &Route, markup: &str, shell: &Shell, options: &Options) -> String {
    let root = route.root();
    let start = shell.head_start.replacen(
        "<html ",
        &format!("<html data-root=\"{root}\" data-route=\"{}\" ", escape(&route.path())),
        1,
    );
    let module = |name: &str| format!("<script type=\"module\" src=\"{root}{name}\"></script>");
    let (trouble, script) = if is_read(site, route) {
        (String::new(), module(&shell.read.name))
    } else {
        (trouble(root), module(&shell.boot.name))
    };
    let head_end = shell.head_end.replace("\"./", &format!("\"{root}"));
    [
        start.as_str(),
        &head(site, route, shell, options),
        head_end.as_str(),
        &no_script(site, route),
        "<div id=\"app\">",
        markup,
        "</div>\n",
        &trouble,
        &script,
        shell.body_end.as_str(),
    ]
    .concat()
}

fn head(site: &Site, route: &Route, shell: &Shell, options: &Options) -> String {
    let root = route.root();
    let head = text::head(site, route);
    let mut lines = Vec::new();
    if options.policy {
        lines.push(format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"));
    }
    lines.push(format!("<title>{}</title>", escape(&head.title)));
    lines.push(format!("<meta name=\"description\" content=\"{}\">", escape(&head.description)));
    if let Some(address) = &site.settings.address {
        let canonical = format!("{address}{}", canonical(site, route).path());
        lines.push(format!("<link rel=\"canonical\" href=\"{}\">", escape(&canonical)));
    }
    lines.push(format!("<link rel=\"stylesheet\" href=\"{root}{}\">", shell.styles.name));
    if is_read(site, route) {
        return lines.join("\n");
    }
    lines.push(format!("<script src=\"{root}{}\"></script>", shell.early.name));
    let (module, integrity) = &shell.module;
    lines.push(format!(
        "<link rel=\"modulepreload\" href=\"{root}{module}\" integrity=\"{integrity}\">"
    ));
    // Browsers do not check the integrity of a preloaded fetch, and say so on the console.
    lines.push(format!(
        "<link rel=\"preload\" href=\"{root}{}\" as=\"fetch\" type=\"application/wasm\" \
         crossorigin=\"anonymous\">",
        shell.wasm
    ));
    lines.join("\n")
}

/// True for a page that is only read: no app takes it over.
fn is_read(site: &Site, route: &Route) -> bool {
    site.listed(route).is_none()
}

/// One page of several that show the same: with one dossier, the root shows its statements.
fn canonical(site: &Site, route: &Route) -> Route {
    match (route, site.dossiers.as_slice()) {
        (Route::Archive, [only]) => Route::Statements(only.dossier.id.clone()),
        _ => route.clone(),
    }
}

/// What is said on a list where scripts do not run. It stands outside of the app, for with scripts a
/// browser reads what is in it as text, and the app would miss its elements.
fn no_script(site: &Site, route: &Route) -> String {
    if is_read(site, route) {
        return String::new();
    }
    let note = match route {
        Route::Compare(dossier) => {
            let accounts = Route::Accounts(dossier.clone()).href(route.root());
            let [before, name, after] = text::NO_SCRIPT_TO_COMPARE;
            format!("{before}<a href=\"{accounts}\">{name}</a>{after}")
        }
        _ => text::NO_SCRIPT.to_owned(),
    };
    format!("<noscript><p class=\"no-script\">{note}</p></noscript>\n")
}

/// What is said where the app cannot start. It stands outside of the app, which may be broken.
fn trouble(root: &str) -> String {
    format!(
        "<div id=\"trouble\" class=\"trouble\" role=\"alert\" hidden>\
         <p>Search and filters could not start in this browser. Everything on the page can be \
         read without them. <a href=\"\">Try again</a> or <a href=\"{root}\">go to the start</a>.</p>\
         </div>\n"
    )
}

/// A text as HTML shows it, in an element or in an attribute in double quotation marks.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_a_text() {
        let hostile = "</title><script>alert('1 & \"2\"')</script>";
        let expected =
            "&lt;/title&gt;&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;";
        assert_eq!(escape(hostile), expected);
    }
}
