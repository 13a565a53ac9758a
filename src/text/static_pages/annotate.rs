//! The page on which articles are annotated, before its program runs, and the links to it.

/// The title of the page and its heading.
pub const TITLE: &str = "Annotate an article";

/// The description of the page.
pub const DESCRIPTION: &str = "Paste an article and mark who said what, and through whom. Nothing leaves your computer \
    until you save or share it.";

/// Said until the program runs. It is true as well if the program never does.
pub const STARTING: &str =
    "The annotator is starting. If this line stays, your browser could not load it.";

/// Said if scripts do not run.
pub const NEEDS_SCRIPTS: &str = "The annotator needs JavaScript and WebAssembly, and this browser runs no scripts on \
    this page. Everything else on this site works without them.";

/// Said if the program cannot start.
pub const CANNOT_START: &str = "The annotator could not start. It needs JavaScript and WebAssembly. Load the page again, \
    or use another browser.";

/// Said if the program has failed while it was in use.
pub const FAILED: &str = "The annotator has stopped because of an error in it. Load the page again to go on with what \
    was last saved.";

/// The name of the link that loads the page again.
pub const LOAD_AGAIN: &str = "Load the page again";

/// The link to the page from the list of dossiers.
pub const NEW: &str = "Annotate a new article";

/// The link to the page from the page of one dossier.
pub const EDIT: &str = "Edit this dossier";

/// The name of the row with that link.
pub const EDITING: &str = "Editing";
