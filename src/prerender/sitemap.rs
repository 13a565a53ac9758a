//! Sitemaps (sitemaps.org, 0.9), for a site with a public address: one for each dossier, because one
//! file may list 50,000 pages at most, and an index of them at the root.

use super::head::escape;
use crate::model::Slug;
use crate::route::Route;
use crate::site::Site;

const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Returns the path of a dossier's sitemap.
pub fn path(dossier: &Slug) -> String {
    format!("{dossier}/sitemap.xml")
}

/// Makes the index of all sitemaps under a public address. The pages that belong to no dossier are in
/// none of them: each page of the site links to them.
pub fn of_site(address: &str, site: &Site) -> String {
    let dossiers = site.dossiers.iter().map(|prepared| path(&prepared.dossier.id));
    let entries: String = dossiers
        .map(|path| format!("<sitemap><loc>{}{path}</loc></sitemap>\n", escape(address)))
        .collect();
    format!("{DECLARATION}<sitemapindex xmlns=\"{SCHEMA}\">\n{entries}</sitemapindex>\n")
}

/// Makes the sitemap of pages under a public address.
pub fn of_dossier(address: &str, routes: &[Route]) -> String {
    let entries: String = routes
        .iter()
        .filter(|route| !matches!(route, Route::Embed(..)))
        .map(|route| {
            format!("<url><loc>{}{}</loc></url>\n", escape(address), escape(&route.path()))
        })
        .collect();
    format!("{DECLARATION}<urlset xmlns=\"{SCHEMA}\">\n{entries}</urlset>\n")
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_absolute_addresses() {
        let map = of_dossier("https://example.org/a&b/", &[Route::Archive, Route::About]);
        assert!(map.contains("<loc>https://example.org/a&amp;b/</loc>"));
        assert!(map.contains("<loc>https://example.org/a&amp;b/about/</loc>"));
    }
}
