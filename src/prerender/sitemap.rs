//! `sitemap.xml` (sitemaps.org, 0.9), for a site with a public address.

use super::escape::escape;
use super::{File, file};
use crate::route::Route;
use crate::site::{Entry, Site};

/// Maximum number of addresses in a sitemap. A larger site has several, and an index of them.
const MAX_ADDRESSES: usize = 50_000;

const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Makes the sitemap of a site with a public address: all pages except embeds and the pages of
/// removed ids.
pub fn sitemaps(site: &Site, address: &str) -> Vec<File> {
    let pages = [Route::Archive, Route::About].into_iter();
    let pages = pages.chain(site.entries.iter().flat_map(published));
    let paths = pages.filter(|route| !matches!(route, Route::Embed(..))).map(|route| route.path());
    files(address, &paths.collect::<Vec<_>>(), MAX_ADDRESSES)
}

/// Lists the pages of a dossier that are not those of drafts.
fn published(entry: &Entry) -> impl Iterator<Item = Route> {
    entry.routes().into_iter().filter(|route| !entry.is_draft_page(route))
}

/// Makes the files: one sitemap, or an index and as many sitemaps as are needed.
fn files(address: &str, paths: &[String], max: usize) -> Vec<File> {
    let name = |number: usize| format!("sitemap-{number}.xml");
    let mut files: Vec<File> = (1..)
        .zip(paths.chunks(max))
        .map(|(number, part)| file(&name(number), document("urlset", "url", address, part)))
        .collect();
    match files.as_mut_slice() {
        [only] => only.path = "sitemap.xml".to_owned(),
        parts => {
            let names: Vec<String> = (1..=parts.len()).map(name).collect();
            files.insert(
                0,
                file("sitemap.xml", document("sitemapindex", "sitemap", address, &names)),
            );
        }
    }
    files
}

/// Makes a document that lists addresses.
fn document(root: &str, item: &str, address: &str, paths: &[String]) -> String {
    let mut out = format!("{START}<{root} xmlns=\"{NAMESPACE}\">\n");
    for path in paths {
        let (address, path) = (escape(address), escape(path));
        out.push_str(&format!("<{item}><loc>{address}{path}</loc></{item}>\n"));
    }
    out + &format!("</{root}>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(max: usize) -> Vec<(String, String)> {
        let paths = ["", "about/", "x/"].map(str::to_owned);
        let files = files("https://example.org/a&b/", &paths, max).into_iter();
        files.map(|file| (file.path, String::from_utf8(file.bytes).expect("UTF-8"))).collect()
    }

    #[test]
    fn lists_absolute_addresses() {
        let files = made(3);
        let [(path, map)] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(path, "sitemap.xml");
        assert!(map.contains("<url><loc>https://example.org/a&amp;b/</loc></url>"));
        assert!(map.contains("<url><loc>https://example.org/a&amp;b/about/</loc></url>"));
    }

    #[test]
    fn a_large_site_has_an_index_of_sitemaps() {
        let files = made(2);
        let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        let at = "<sitemap><loc>https://example.org/a&amp;b/sitemap-2.xml</loc></sitemap>";
        assert!(files[0].1.contains(at), "{}", files[0].1);
        assert!(files[1].1.contains("about/") && !files[1].1.contains("b/x/"));
        assert!(files[2].1.contains("b/x/</loc>"));
    }
}
