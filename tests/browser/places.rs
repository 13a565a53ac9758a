//! Where the scenarios go: one page of each kind, relative to the bundle's root.

/// The statements of the dossier that ships.
pub const LIST: &str = "shafaq-2026-01-06/";
pub const ACTORS: &str = "shafaq-2026-01-06/actors/";
pub const FIGURES: &str = "shafaq-2026-01-06/figures/";
pub const STATEMENT: &str = "shafaq-2026-01-06/statements/accusation-of-stalling/";
/// The same with all that can be taken away from it.
pub const TAKE: &str = "shafaq-2026-01-06/statements/accusation-of-stalling/#take";
pub const EMBED: &str = "shafaq-2026-01-06/statements/accusation-of-stalling/embed/";
pub const ACTOR: &str = "shafaq-2026-01-06/actors/syrian-official/";
pub const FIGURE: &str = "shafaq-2026-01-06/figures/ground-violations-2025/";
pub const ARTICLE: &str = "shafaq-2026-01-06/article/";
pub const COMPARE: &str = "shafaq-2026-01-06/compare/";
pub const ACCOUNTS: &str = "shafaq-2026-01-06/accounts/";
pub const ACCOUNT: &str = "shafaq-2026-01-06/accounts/syria/";
pub const DATES: &str = "shafaq-2026-01-06/dates/";
pub const ABOUT: &str = "about/";
/// No page, far from the root.
pub const NOWHERE: &str = "no/such/page/";

/// The pages that the app takes over.
pub const RUN: [&str; 5] = [LIST, ACTORS, FIGURES, ARTICLE, COMPARE];
/// The pages that are only read.
pub const READ: [&str; 9] =
    [STATEMENT, TAKE, EMBED, ACTOR, FIGURE, ACCOUNTS, ACCOUNT, DATES, ABOUT];
