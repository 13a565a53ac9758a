//! The pages that the scenarios visit: one of each kind, relative to the bundle's root.

/// The list of statements of the dossier that the project ships.
pub const LIST: &str = "shafaq-2026-01-06/";
pub const ACTORS: &str = "shafaq-2026-01-06/actors/";
pub const FIGURES: &str = "shafaq-2026-01-06/figures/";
pub const STATEMENT: &str = "shafaq-2026-01-06/statements/accusation-of-stalling/";
/// The same page with the section for sharing and export open.
pub const EXPORT: &str = "shafaq-2026-01-06/statements/accusation-of-stalling/#take";
pub const EMBED: &str = "shafaq-2026-01-06/statements/accusation-of-stalling/embed/";
pub const ACTOR: &str = "shafaq-2026-01-06/actors/syrian-official/";
pub const FIGURE: &str = "shafaq-2026-01-06/figures/ground-violations-2025/";
pub const ARTICLE: &str = "shafaq-2026-01-06/article/";
pub const COMPARE: &str = "shafaq-2026-01-06/compare/";
pub const ACCOUNTS: &str = "shafaq-2026-01-06/accounts/";
pub const ACCOUNT: &str = "shafaq-2026-01-06/accounts/syria/";
pub const DATES: &str = "shafaq-2026-01-06/dates/";
pub const ABOUT: &str = "about/";
/// An address without a page, several folders below the root.
pub const NOWHERE: &str = "no/such/page/";

/// The pages that the app takes over.
pub const APP_PAGES: [&str; 5] = [LIST, ACTORS, FIGURES, ARTICLE, COMPARE];
/// The pages that work without the app.
pub const STATIC_PAGES: [&str; 9] =
    [STATEMENT, EXPORT, EMBED, ACTOR, FIGURE, ACCOUNTS, ACCOUNT, DATES, ABOUT];
