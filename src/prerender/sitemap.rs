//! `sitemap.xml` (sitemaps.org, 0.9), for a site with a public address.

use super::head::escape;
use crate::route::Route;

/// Makes a sitemap of pages under a public address.
pub fn sitemap(address: &str, routes: &[Route]) -> String {
    let entries: String = routes
        .iter()
        .filter(|route| !matches!(route, Route::Embed(..)))
        .map(|route| {
            format!("<url><loc>{}{}</loc></url>\n", escape(address), escape(&route.path()))
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_absolute_addresses() {
        let map = sitemap("https://example.org/a&b/", &[Route::Archive, Route::About]);
        assert!(map.contains("<loc>https://example.org/a&amp;b/</loc>"));
        assert!(map.contains("<loc>https://example.org/a&amp;b/about/</loc>"));
    }
}
