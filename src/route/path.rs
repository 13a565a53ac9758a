//! Paths: which page. All are relative to the bundle's root and end in `/`, for each is a folder
//! with an `index.html`, so that the bundle works on any host under any path.

use super::query_string;
use crate::model::Slug;
use crate::query::{Collection, View};

/// The path of the page that explains, which no dossier can have as its id.
const ABOUT: &str = "about";

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// The dossiers; where there is only one, its statements.
    Archive,
    /// What the labels mean, and who made this.
    About,
    /// A dossier's statements.
    Statements(Slug),
    /// A dossier's actors.
    Actors(Slug),
    /// A dossier's figures.
    Figures(Slug),
    /// A dossier's article with its statements marked.
    Article(Slug),
    /// A dossier's statements by topic and party.
    Accounts(Slug),
    /// The account of one party.
    Account(Slug, Slug),
    /// A dossier's dates.
    Dates(Slug),
    /// Two of a dossier's statements side by side; which, the query string says.
    Compare(Slug),
    /// One statement of a dossier.
    Statement(Slug, Slug),
    /// One statement alone, to be shown in a frame on another site.
    Embed(Slug, Slug),
    /// One actor of a dossier.
    Actor(Slug, Slug),
    /// One figure of a dossier.
    Figure(Slug, Slug),
    /// No page. It has no path of its own, and may be shown at any depth.
    NotFound,
}

impl Route {
    /// What every link begins with where all pages stand in one file: the page is named behind the `#`.
    pub const IN_ONE_FILE: &str = "#/";

    /// Reads a path relative to the bundle's root: `""`, `x/actors/`, `x/statements/y/`. A leading
    /// slash, a missing trailing one and a trailing `index.html` make no difference.
    pub fn parse(path: &str) -> Self {
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => path,
        };
        let segments: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split('/').collect();
        let route = match *segments {
            [""] => Some(Self::Archive),
            [ABOUT] => Some(Self::About),
            [dossier] => dossier_id(dossier).map(Self::Statements),
            [dossier, "actors"] => dossier_id(dossier).map(Self::Actors),
            [dossier, "figures"] => dossier_id(dossier).map(Self::Figures),
            [dossier, "article"] => dossier_id(dossier).map(Self::Article),
            [dossier, "accounts"] => dossier_id(dossier).map(Self::Accounts),
            [dossier, "dates"] => dossier_id(dossier).map(Self::Dates),
            [dossier, "compare"] => dossier_id(dossier).map(Self::Compare),
            [dossier, "accounts", party] => account(dossier, party),
            [dossier, folder, id] => card(dossier, folder, id),
            [dossier, "statements", id, "embed"] => embed(dossier, id),
            _ => None,
        };
        route.unwrap_or(Self::NotFound)
    }

    /// The page of a dossier that lists a collection.
    pub fn list(dossier: Slug, collection: Collection) -> Self {
        match collection {
            Collection::Statements => Self::Statements(dossier),
            Collection::Actors => Self::Actors(dossier),
            Collection::Figures => Self::Figures(dossier),
        }
    }

    /// The page of one item.
    pub fn card(dossier: Slug, collection: Collection, id: Slug) -> Self {
        match collection {
            Collection::Statements => Self::Statement(dossier, id),
            Collection::Actors => Self::Actor(dossier, id),
            Collection::Figures => Self::Figure(dossier, id),
        }
    }

    /// The path relative to the bundle's root; `""` for the root itself.
    pub fn path(&self) -> String {
        match self {
            Self::Archive | Self::NotFound => String::new(),
            Self::About => format!("{ABOUT}/"),
            Self::Statements(dossier) => format!("{dossier}/"),
            Self::Actors(dossier) => format!("{dossier}/actors/"),
            Self::Figures(dossier) => format!("{dossier}/figures/"),
            Self::Article(dossier) => format!("{dossier}/article/"),
            Self::Accounts(dossier) => format!("{dossier}/accounts/"),
            Self::Account(dossier, id) => format!("{dossier}/accounts/{id}/"),
            Self::Dates(dossier) => format!("{dossier}/dates/"),
            Self::Compare(dossier) => format!("{dossier}/compare/"),
            Self::Statement(dossier, id) => format!("{dossier}/statements/{id}/"),
            Self::Embed(dossier, id) => format!("{dossier}/statements/{id}/embed/"),
            Self::Actor(dossier, id) => format!("{dossier}/actors/{id}/"),
            Self::Figure(dossier, id) => format!("{dossier}/figures/{id}/"),
        }
    }

    /// How many folders below the bundle's root the page stands.
    pub fn depth(&self) -> usize {
        match self {
            Self::Archive | Self::NotFound => 0,
            Self::About | Self::Statements(_) => 1,
            Self::Actors(_)
            | Self::Figures(_)
            | Self::Article(_)
            | Self::Accounts(_)
            | Self::Dates(_)
            | Self::Compare(_) => 2,
            Self::Account(..) | Self::Statement(..) | Self::Actor(..) | Self::Figure(..) => 3,
            Self::Embed(..) => 4,
        }
    }

    /// The way from the page up to the bundle's root: what every link on it begins with.
    pub fn root(&self) -> &'static str {
        ["./", "../", "../../", "../../../", "../../../../"][self.depth()]
    }

    /// The link to this page, from a page with the given way to the root.
    pub fn href(&self, root: &str) -> String {
        format!("{root}{}", self.path())
    }

    /// The link to this page from another.
    pub fn href_from(&self, from: &Self) -> String {
        self.href(from.root())
    }

    /// The link to a view of this page, from a page with the given way to the root.
    pub fn href_with(&self, root: &str, view: &View) -> String {
        self.href(root) + &query_string(view)
    }

    /// What the app shows on the page, if it does: a list's items, or the statements in another form.
    pub fn collection(&self) -> Option<Collection> {
        match self {
            Self::Statements(_) | Self::Article(_) | Self::Compare(_) => {
                Some(Collection::Statements)
            }
            Self::Actors(_) => Some(Collection::Actors),
            Self::Figures(_) => Some(Collection::Figures),
            _ => None,
        }
    }

    /// True for a list of cards.
    pub fn is_list(&self) -> bool {
        matches!(self, Self::Statements(_) | Self::Actors(_) | Self::Figures(_))
    }

    /// The id of the page's dossier.
    pub fn dossier(&self) -> Option<&Slug> {
        match self {
            Self::Archive | Self::About | Self::NotFound => None,
            Self::Statements(dossier)
            | Self::Actors(dossier)
            | Self::Figures(dossier)
            | Self::Article(dossier)
            | Self::Accounts(dossier)
            | Self::Account(dossier, _)
            | Self::Dates(dossier)
            | Self::Compare(dossier)
            | Self::Statement(dossier, _)
            | Self::Embed(dossier, _)
            | Self::Actor(dossier, _)
            | Self::Figure(dossier, _) => Some(dossier),
        }
    }
}

fn card(dossier: &str, folder: &str, id: &str) -> Option<Route> {
    let collection = match folder {
        "statements" => Collection::Statements,
        "actors" => Collection::Actors,
        "figures" => Collection::Figures,
        _ => return None,
    };
    Some(Route::card(dossier_id(dossier)?, collection, Slug::new(id).ok()?))
}

fn embed(dossier: &str, id: &str) -> Option<Route> {
    Some(Route::Embed(dossier_id(dossier)?, Slug::new(id).ok()?))
}

fn account(dossier: &str, party: &str) -> Option<Route> {
    Some(Route::Account(dossier_id(dossier)?, Slug::new(party).ok()?))
}

fn dossier_id(text: &str) -> Option<Slug> {
    Slug::new(text).ok().filter(|id| id.as_str() != ABOUT)
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
    fn reads_paths() {
        let check =
            |path: &str, expected: Route| assert_eq!(Route::parse(path), expected, "{path}");
        for path in ["", "/", "index.html", "/index.html"] {
            check(path, Route::Archive);
        }
        for path in ["about/", "about", "/about/", "about/index.html"] {
            check(path, Route::About);
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
    fn links_are_relative_to_the_page_they_stand_on() {
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
        let dossier = || id().prop_filter("reserved", |id| id.as_str() != ABOUT);
        prop_oneof![
            Just(Route::Archive),
            Just(Route::About),
            dossier().prop_map(Route::Statements),
            dossier().prop_map(Route::Actors),
            dossier().prop_map(Route::Figures),
            dossier().prop_map(Route::Article),
            dossier().prop_map(Route::Accounts),
            dossier().prop_map(Route::Dates),
            dossier().prop_map(Route::Compare),
            (dossier(), id()).prop_map(|(d, p)| Route::Account(d, p)),
            (dossier(), id()).prop_map(|(d, s)| Route::Statement(d, s)),
            (dossier(), id()).prop_map(|(d, s)| Route::Embed(d, s)),
            (dossier(), id()).prop_map(|(d, a)| Route::Actor(d, a)),
            (dossier(), id()).prop_map(|(d, f)| Route::Figure(d, f)),
        ]
    }

    proptest! {
        #[test]
        fn a_page_is_found_at_its_path(route in routes()) {
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
        fn any_path_is_read(path in any::<String>()) {
            let route = Route::parse(&path);
            prop_assert_eq!(Route::parse(&route.path()) == route, route != Route::NotFound);
        }
    }
}
