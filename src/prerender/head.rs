//! The head of a page: its title, the metadata for previews of its link, and linked data.

use super::escape::{escape, is_static};
use super::lean::shorten_values;
use super::policy::POLICY;
use super::{Shell, alternative, feed, fonts, oembed, preview_path};
use crate::export::{Source, linked};
use crate::picture::{HEIGHT, WIDTH};
use crate::route::Route;
use crate::site::Site;
use crate::text::{self, Head};

/// The name of the element that lists the files of the app, for the annotator.
const APP_FILES: &str = "onrecord-app";

/// Maximum length of a title in code points. Previews cut longer ones.
const MAX_TITLE: usize = 110;

/// Maximum length of a description in code points. Search engines and previews cut at about this
/// length.
const MAX_DESCRIPTION: usize = 300;

/// Makes the lines of a page's head.
pub fn head(site: &Site, route: &Route, shell: &Shell) -> String {
    let root = route.root();
    let head = text::head(site, route);
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let mut lines = vec![policy];
    let is_draft = is_draft(site, route);
    let title = if is_draft { text::draft_title(&head.title) } else { head.title.clone() };
    lines.push(format!("<title>{}</title>", escape(&title)));
    lines.push(meta("name", "description", &shortened(&head.description, MAX_DESCRIPTION)));
    let (is_embed, is_removed) = (matches!(route, Route::Embed(..)), site.tomb(route).is_some());
    lines.extend(canonical_link(site, route));
    // Nobody shares the link of an embed, because its own link leads to the statement.
    if is_embed {
        lines.push("<base target=\"_blank\">".to_owned());
    } else {
        lines.extend(cards(site, route, &head));
    }
    let is_annotator = *route == Route::Annotate;
    if is_embed || is_removed || is_draft || is_annotator {
        lines.push(meta("name", "robots", "noindex"));
    } else {
        lines.push(data(site, route, &head));
    }
    lines.extend(alternates(site, route, &head));
    lines.push(format!("<link rel=\"stylesheet\" href=\"{root}{}\">", shell.styles.name));
    // Otherwise they would arrive after the first paint, and lines would break elsewhere.
    for font in fonts::used_everywhere() {
        lines.push(format!(
            "<link rel=\"preload\" href=\"{root}{font}\" as=\"font\" type=\"font/woff2\" crossorigin>"
        ));
    }
    if is_static(site, route) {
        if is_annotator {
            let styles = &shell.annotator.styles.name;
            lines.push(format!("<link rel=\"stylesheet\" href=\"{root}{styles}\">"));
            lines.push(meta("name", APP_FILES, &app_files(root, shell)));
        }
        if *route == Route::Archive {
            let styles = &shell.home_styles.name;
            lines.push(format!("<link rel=\"stylesheet\" href=\"{root}{styles}\">"));
            lines.push(format!("<script src=\"{root}{}\"></script>", shell.home.name));
        }
        return lines.join("\n");
    }
    lines.push(format!("<script src=\"{root}{}\"></script>", shell.early.name));
    lines.push(format!(
        "<link rel=\"modulepreload\" href=\"{root}{}\" integrity=\"{}\">",
        shell.module.name, shell.integrity
    ));
    // No integrity: browsers do not check it for preloaded fetches, and warn about it.
    lines.push(format!(
        "<link rel=\"preload\" href=\"{root}{}\" as=\"fetch\" type=\"application/wasm\" \
         crossorigin=\"anonymous\">",
        shell.wasm.name
    ));
    lines.join("\n")
}

/// Lists the files of which the annotator makes the page that holds a whole dossier.
fn app_files(root: &str, shell: &Shell) -> String {
    let assets = [&shell.module, &shell.wasm, &shell.styles, &shell.home_styles];
    assets.map(|asset| format!("{root}{}", asset.name)).join(" ")
}

/// Returns true for a page that is not published. With one dossier, the root shows it.
fn is_draft(site: &Site, route: &Route) -> bool {
    let entry = match (route.dossier(), &*site.entries) {
        (Some(id), _) => site.entry(id),
        (None, [only]) if *route == Route::Archive => Some(only),
        _ => None,
    };
    entry.is_some_and(|entry| entry.is_draft_page(route))
}

fn canonical_link(site: &Site, route: &Route) -> Option<String> {
    let address = canonical_address(site, route)?;
    Some(format!("<link rel=\"canonical\" href=\"{}\">", escape(&address)))
}

/// Returns the canonical address, if the site has a public one. The page of a removed id is not the
/// canonical page of anything.
fn canonical_address(site: &Site, route: &Route) -> Option<String> {
    let address = site.settings.address.as_deref().filter(|_| site.tomb(route).is_none())?;
    Some(format!("{address}{}", canonical(site, route).path()))
}

/// Makes Open Graph properties (ogp.me). X (Twitter) reads them too, apart from the layout of its card.
/// Addresses must be absolute, so without a public address there is neither an address nor a picture.
fn cards(site: &Site, route: &Route, head: &Head) -> Vec<String> {
    let mut lines = Vec::new();
    let property = |name: &str, content: &str| meta("property", name, content);
    let kind = if matches!(route, Route::Statement(..)) { "article" } else { "website" };
    let title = shortened(&head.subject, MAX_TITLE);
    let description = shortened(&head.description, MAX_DESCRIPTION);
    lines.push(property("og:type", kind));
    lines.push(property("og:site_name", &site.name));
    lines.push(property("og:locale", text::OG_LOCALE));
    lines.push(property("og:title", &title));
    lines.push(property("og:description", &description));
    if let Some(address) = canonical_address(site, route) {
        lines.push(property("og:url", &address));
    }
    let address = site.settings.address.as_deref().filter(|_| site.tomb(route).is_none());
    let picture = address.zip(preview_path(site, route));
    let card = if picture.is_some() { "summary_large_image" } else { "summary" };
    lines.push(meta("name", "twitter:card", card));
    if let Some((address, path)) = picture {
        let picture = format!("{address}{path}");
        let alternative = alternative(site, route).unwrap_or_default();
        lines.push(property("og:image", &picture));
        lines.push(property("og:image:type", "image/png"));
        lines.push(property("og:image:width", &WIDTH.to_string()));
        lines.push(property("og:image:height", &HEIGHT.to_string()));
        lines.push(property("og:image:alt", &alternative));
    }
    lines
}

/// Makes the links to the feed, and on a statement's page to its oEmbed file. Both exist only if the
/// site has a public address, and the second only if it has embeds.
fn alternates(site: &Site, route: &Route, head: &Head) -> Vec<String> {
    if site.settings.address.is_none() {
        return Vec::new();
    }
    let link = |media_type: &str, title: &str, href: String| {
        format!(
            "<link rel=\"alternate\" type=\"{media_type}\" title=\"{}\" href=\"{}\">",
            escape(title),
            escape(&href)
        )
    };
    let feed = format!("{}{}", route.root(), feed::FEED);
    let mut lines = vec![link("application/atom+xml", &text::feed_title(&site.name), feed)];
    let has_file = matches!(route, Route::Statement(..)) && site.tomb(route).is_none();
    if let Some(address) = oembed::address(site).filter(|_| has_file) {
        let file = format!("{address}{}", oembed::path(route));
        lines.push(link("application/json+oembed", &head.subject, file));
    }
    lines
}

/// Returns the canonical page of several that show the same content. With one dossier, the root
/// shows its statements, and an embed shows its statement's page.
fn canonical(site: &Site, route: &Route) -> Route {
    match (route, &*site.entries) {
        (Route::Archive, [only]) => Route::Statements(only.id.clone()),
        (Route::Embed(dossier, id), _) => Route::Statement(dossier.clone(), id.clone()),
        _ => route.clone(),
    }
}

/// Makes the linked data of a page. Characters that could end the script element are escaped.
fn data(site: &Site, route: &Route, head: &Head) -> String {
    let base = site.settings.address.as_deref().unwrap_or_else(|| route.root());
    let source = site.dossier_of(route).map(|prepared| Source { prepared, site: &site.name, base });
    let shown = canonical(site, route);
    let mut json = linked(source.as_ref(), &shown, head, (&site.name, base));
    if site.settings.address.is_none() {
        shorten_values(route, &mut json);
    }
    let json = json.to_string();
    let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    format!("<script type=\"application/ld+json\">{json}</script>")
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\">", escape(content))
}

pub(super) use super::shorten::shortened;
