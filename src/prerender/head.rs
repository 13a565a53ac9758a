//! What stands in a page's head: its title, what previews of its link show, and linked data.

use super::policy::POLICY;
use super::{Options, Shell, alternative, preview_path};
use crate::export::{Source, linked};
use crate::picture::{HEIGHT, WIDTH};
use crate::route::Route;
use crate::site::Site;
use crate::text::{self, Head};

/// The longest title that previews show whole, in code points.
const MOST_OF_TITLE: usize = 110;

/// The longest description, in code points: search engines and previews cut at about this.
const MOST_OF_DESCRIPTION: usize = 300;

/// The lines of a page's head.
pub fn head(site: &Site, route: &Route, shell: &Shell, options: &Options) -> String {
    let root = route.root();
    let head = text::head(site, route);
    let mut lines = Vec::new();
    if options.policy {
        lines.push(format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"));
    }
    lines.push(format!("<title>{}</title>", escape(&head.title)));
    lines.push(meta("name", "description", &shortened(&head.description, MOST_OF_DESCRIPTION)));
    lines.extend(cards(site, route, &head));
    let (is_embed, is_gone) = (matches!(route, Route::Embed(..)), site.tomb(route).is_some());
    if is_embed || is_gone {
        lines.push(meta("name", "robots", "noindex"));
    } else {
        lines.push(data(site, route, &head));
    }
    if is_embed {
        lines.push("<base target=\"_blank\">".to_owned());
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
pub fn is_read(site: &Site, route: &Route) -> bool {
    site.listed(route).is_none()
}

/// Canonical address, Open Graph (ogp.me) and Twitter's cards. Both want whole addresses: without a
/// public one, neither address nor picture can be given.
fn cards(site: &Site, route: &Route, head: &Head) -> Vec<String> {
    let mut lines = Vec::new();
    let property = |name: &str, content: &str| meta("property", name, content);
    let kind = if matches!(route, Route::Statement(..)) { "article" } else { "website" };
    let title = head.title.strip_suffix(&format!(" · {}", text::NAME)).unwrap_or(&head.title);
    let title = shortened(title, MOST_OF_TITLE);
    let description = shortened(&head.description, MOST_OF_DESCRIPTION);
    lines.push(property("og:type", kind));
    lines.push(property("og:site_name", text::NAME));
    lines.push(property("og:locale", "en_US"));
    lines.push(property("og:title", &title));
    lines.push(property("og:description", &description));
    // What is gone is not to be found anew: nothing says that its address is the one to use.
    let address = site.settings.address.as_deref().filter(|_| site.tomb(route).is_none());
    let picture = address.zip(preview_path(site, route));
    if let Some(address) = address {
        let canonical = format!("{address}{}", canonical(site, route).path());
        lines.push(format!("<link rel=\"canonical\" href=\"{}\">", escape(&canonical)));
        lines.push(property("og:url", &canonical));
    }
    let card = if picture.is_some() { "summary_large_image" } else { "summary" };
    lines.push(meta("name", "twitter:card", card));
    lines.push(meta("name", "twitter:title", &title));
    lines.push(meta("name", "twitter:description", &description));
    if let Some((address, path)) = picture {
        let picture = format!("{address}{path}");
        let alternative = alternative(site, route).unwrap_or_default();
        lines.push(property("og:image", &picture));
        lines.push(property("og:image:type", "image/png"));
        lines.push(property("og:image:width", &WIDTH.to_string()));
        lines.push(property("og:image:height", &HEIGHT.to_string()));
        lines.push(property("og:image:alt", &alternative));
        lines.push(meta("name", "twitter:image", &picture));
        lines.push(meta("name", "twitter:image:alt", &alternative));
    }
    lines
}

/// One page of several that show the same: with one dossier, the root shows its statements; what is
/// embedded is read on its statement's page.
fn canonical(site: &Site, route: &Route) -> Route {
    match (route, site.dossiers.as_slice()) {
        (Route::Archive, [only]) => Route::Statements(only.dossier.id.clone()),
        (Route::Embed(dossier, id), _) => Route::Statement(dossier.clone(), id.clone()),
        _ => route.clone(),
    }
}

/// What the page is about, for machines. Within a script, nothing may look like its end.
fn data(site: &Site, route: &Route, head: &Head) -> String {
    let base = site.settings.address.as_deref().unwrap_or_else(|| route.root());
    let source = site.dossier_of(route).map(|prepared| Source { prepared, base });
    let route = canonical(site, route);
    let json = linked(source.as_ref(), &route, head, base).to_string();
    let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    format!("<script type=\"application/ld+json\">{json}</script>")
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\">", escape(content))
}

/// A text cut at a word. A quotation that is cut is closed, so that its marks surround no other words.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    // Room for the ellipsis and a closing mark.
    let cut: String = text.chars().take(most - 2).collect();
    let kept = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    let kept = kept.trim_end_matches([',', ';', ':', ' ']);
    let close = open_quotation(kept).map_or(String::new(), String::from);
    format!("{kept}…{close}")
}

/// The mark that would close the quotation in which a text ends. A mark that opens one again, as at the
/// head of each paragraph of a long one, opens no other.
fn open_quotation(text: &str) -> Option<char> {
    let mut open = None;
    for c in text.chars() {
        open = match (open, c) {
            (None, '“') => Some('”'),
            (None, '„') => Some('“'),
            (None, '«') => Some('»'),
            (None, '»') => Some('«'),
            (None, '「') => Some('」'),
            (None, '『') => Some('』'),
            (None, '"') => Some('"'),
            // What opens low is closed by either high mark.
            (Some('“'), '”') => None,
            (Some(close), c) if close == c => None,
            (open, _) => open,
        };
    }
    open
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

    #[test]
    fn long_texts_are_cut_at_a_word_and_quotations_closed() {
        let check = |text: &str, most: usize, expected: &str| {
            let short = shortened(text, most);
            assert_eq!(short, expected);
            assert!(short.chars().count() <= most);
        };
        check("one two", 7, "one two");
        check("one\n two", 9, "one two");
        check("one two, three", 12, "one two…");
        check("he said “one two three” and left", 20, "he said “one two…”");
        check("he said \"one two three\" and left", 20, "he said \"one two…\"");
        check("he said “one two” and left", 22, "he said “one two”…");
        check("er sagte »eins« und ging weg", 22, "er sagte »eins« und…");
        check("er sagte »eins zwei drei« und", 20, "er sagte »eins…«");
        check("abcdefghijkl", 8, "abcdef…");
        check("“One. […] “Two,” he said and left us", 29, "“One. […] “Two,” he said…");
        check("er sagte „eins zwei drei“ und ging", 22, "er sagte „eins zwei…“");
        check("er sagte „eins“ und ging davon", 23, "er sagte „eins“ und…");
    }
}
