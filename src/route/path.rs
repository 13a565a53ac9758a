//! Paths: the address of each page, relative to the bundle's root. Each path is a folder with an
//! `index.html` and ends in `/`, so that the bundle works on any host, below any path.

use super::page::Location;
use super::{Route, query_string};
use crate::model::Slug;
use crate::query::View;

/// The path of the about page. No dossier can have it as its id.
const ABOUT: &str = "about";

/// The path of the page on which articles are annotated. No dossier can have it as its id.
#[cfg(not(reader))]
const ANNOTATE: &str = "annotate";

impl Route {
    /// The start of every link in a bundle that is one file: the fragment names the page.
    pub const IN_ONE_FILE: &str = "#/";

    /// Parses a path relative to the bundle's root: `""`, `x/actors/`, `x/statements/y/`. A leading
    /// slash, a missing trailing slash and a trailing `index.html` make no difference.
    pub fn parse(path: &str) -> Self {
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => path,
        };
        let segments: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split('/').collect();
        let route = match &*segments {
            [""] => Some(Self::Archive),
            [ABOUT] => Some(Self::About),
            #[cfg(not(reader))]
            [ANNOTATE] => Some(Self::Annotate),
            #[cfg(not(reader))]
            [ANNOTATE, ..] => None,
            [ABOUT, ..] | [] => None,
            [dossier, rest @ ..] => Self::in_dossier(dossier, rest),
        };
        route.unwrap_or(Self::NotFound)
    }

    /// Returns the page of a dossier at the segments that follow the dossier's own.
    fn in_dossier(dossier: &str, rest: &[&str]) -> Option<Self> {
        let dossier = Slug::new(dossier).ok()?;
        if let Some((_, view)) = Self::VIEWS.iter().find(|(folders, _)| *folders == rest) {
            return Some(view(dossier));
        }
        let [before, id, after @ ..] = rest else { return None };
        let (.., item) = Self::ITEMS.iter().find(|item| item.0 == *before && item.1 == after)?;
        Some(item(dossier, Slug::new(id).ok()?))
    }

    /// Returns the path relative to the bundle's root; `""` for the root itself.
    pub fn path(&self) -> String {
        self.segments().iter().flat_map(|segment| [*segment, "/"]).collect()
    }

    /// Returns the number of folders between the bundle's root and the page.
    pub fn depth(&self) -> usize {
        self.segments().len()
    }

    fn segments(&self) -> Vec<&str> {
        match self.location() {
            Some(Location { dossier, before, id, after }) => {
                let mut segments = vec![dossier.as_str()];
                segments.extend(before);
                segments.extend(id.map(Slug::as_str));
                segments.extend(after);
                segments
            }
            None if *self == Self::About => vec![ABOUT],
            #[cfg(not(reader))]
            None if *self == Self::Annotate => vec![ANNOTATE],
            None => Vec::new(),
        }
    }

    /// Returns the relative path from the page up to the bundle's root, with which every link on it
    /// begins.
    pub fn root(&self) -> &'static str {
        ["./", "../", "../../", "../../../", "../../../../"][self.depth()]
    }

    /// Returns the link to this page from a page with the given path to the root.
    pub fn href(&self, root: &str) -> String {
        format!("{root}{}", self.path())
    }

    /// Returns the link to this page from another.
    pub fn href_from(&self, from: &Self) -> String {
        self.href(from.root())
    }

    /// Returns the link to a view of this page from a page with the given path to the root.
    pub fn href_with(&self, root: &str, view: &View) -> String {
        self.href(root) + &query_string(view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Facet;
    use proptest::prelude::*;

    fn slug(id: &str) -> Slug {
        Slug::new(id).expect("a slug")
    }

    #[test]
    fn parses_paths() {
        let check =
            |path: &str, expected: Route| assert_eq!(Route::parse(path), expected, "{path}");
        for path in ["", "/", "index.html", "/index.html"] {
            check(path, Route::Archive);
        }
        for path in ["about/", "about", "/about/", "about/index.html"] {
            check(path, Route::About);
        }
        for path in ["annotate/", "annotate", "/annotate/index.html"] {
            check(path, Route::Annotate);
        }
        for path in ["x/", "x", "/x", "x/index.html", "/x/index.html"] {
            check(path, Route::Statements(slug("x")));
        }
        check("x/actors", Route::Actors(slug("x")));
        check("x/figures/index.html", Route::Figures(slug("x")));
        check("x/article/", Route::Article(slug("x")));
        check("x/accounts", Route::Accounts(slug("x")));
        check("x/accounts/y/", Route::Account(slug("x"), slug("y")));
        check("x/dates/index.html", Route::Dates(slug("x")));
        check("x/compare/", Route::Compare(slug("x")));
        check("x/about/", Route::AboutDossier(slug("x")));
        check("x/statements/a-b/", Route::Statement(slug("x"), slug("a-b")));
        check("x/statements/a-b/embed/", Route::Embed(slug("x"), slug("a-b")));
        check("x/actors/y", Route::Actor(slug("x"), slug("y")));
        check("x/figures/y/", Route::Figure(slug("x"), slug("y")));
        check("actors/actors/", Route::Actors(slug("actors")));
        for path in [
            "x/statements/",
            "x/other/",
            "x/actors/y/z/",
            "x//",
            "x/y/z",
            "X/",
            "x/actors/Y",
            "about/actors/",
            "about/actors/y",
            "annotate/actors/",
            "404.html",
            "xindex.html",
            "x/..",
            "%2e%2e/",
            "سوريا/",
        ] {
            check(path, Route::NotFound);
        }
    }

    #[test]
    fn links_are_relative_to_the_page_they_are_on() {
        let check = |to: &Route, from: &Route, expected: &str| {
            assert_eq!(to.href_from(from), expected);
        };
        let list = Route::Statements(slug("x"));
        let card = Route::Statement(slug("x"), slug("y"));
        check(&Route::Archive, &Route::Archive, "./");
        check(&Route::About, &Route::Archive, "./about/");
        check(&Route::Archive, &list, "../");
        check(&list, &list, "../x/");
        check(&list, &card, "../../../x/");
        check(&card, &Route::Actors(slug("z")), "../../x/statements/y/");
        let view = View::default().with(Facet::Kind, "denial");
        assert_eq!(list.href_with("../", &view), "../x/?kind=denial");
        assert_eq!(list.href_with("../", &View::default()), "../x/");
    }

    fn routes() -> impl Strategy<Value = Route> {
        let id = || "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}".prop_map(|id| slug(&id));
        let is_free = |id: &Slug| ![ABOUT, ANNOTATE].contains(&id.as_str());
        let dossier = move || id().prop_filter("reserved", is_free);
        prop_oneof![
            Just(Route::Archive),
            Just(Route::About),
            Just(Route::Annotate),
            dossier().prop_map(Route::Statements),
            dossier().prop_map(Route::Actors),
            dossier().prop_map(Route::Figures),
            dossier().prop_map(Route::Article),
            dossier().prop_map(Route::Accounts),
            dossier().prop_map(Route::Dates),
            dossier().prop_map(Route::Compare),
            dossier().prop_map(Route::AboutDossier),
            (dossier(), id()).prop_map(|(d, p)| Route::Account(d, p)),
            (dossier(), id()).prop_map(|(d, s)| Route::Statement(d, s)),
            (dossier(), id()).prop_map(|(d, s)| Route::Embed(d, s)),
            (dossier(), id()).prop_map(|(d, a)| Route::Actor(d, a)),
            (dossier(), id()).prop_map(|(d, f)| Route::Figure(d, f)),
        ]
    }

    proptest! {
        #[test]
        fn a_route_survives_its_path(route in routes()) {
            let path = route.path();
            prop_assert_eq!(Route::parse(&path), route.clone());
            prop_assert_eq!(path.matches('/').count(), route.depth());
            prop_assert!(path.is_empty() || path.ends_with('/'));
            if let (Some(dossier), Some(collection)) = (route.dossier(), route.collection()) {
                let list = Route::list(dossier.clone(), collection);
                let other_form = matches!(route, Route::Article(_) | Route::Compare(_));
                prop_assert_eq!(list == route, !other_form);
            }
        }

        #[test]
        fn any_path_parses(path in any::<String>()) {
            let route = Route::parse(&path);
            prop_assert_eq!(Route::parse(&route.path()) == route, route != Route::NotFound);
        }
    }
}
