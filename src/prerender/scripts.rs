//! The scripts that pages share, apart from the app.

/// Scripts for the controls of the app's pages, as separate pages and in one file.
pub(super) const CONTROLS: &str = concat!(
    include_str!("../../static/early/menus.js"),
    include_str!("../../static/early/groups.js"),
    include_str!("../../static/early/traps.js"),
    include_str!("../../static/early/foreign.js"),
);
/// The scripts for the row of sections and the size of text, which are on all pages.
pub(super) const SECTIONS: &str = concat!(
    include_str!("../../static/early/sections.js"),
    include_str!("../../static/early/size.js"),
);
/// The script of static pages.
pub(super) const READ: &str = include_str!("../../static/read.js");
/// The script that exports files.
pub(super) const EXPORT: &str = include_str!("../../static/export.js");
/// The script of the list of dossiers.
pub(super) const HOME: &str = include_str!("../../static/home.js");
