//! Where the dossier is kept between visits: this file is the place for storing, and only it knows how.

use crate::annotate::Desk;
use crate::text::desk::head::Kept;

/// Keeps the dossier.
pub trait Keep {
    /// Takes note of an edit.
    fn changed(&mut self, desk: &Desk);
    /// Says where the dossier is kept now.
    fn kept(&self) -> Kept;
}

/// Keeps nothing beyond the page.
#[derive(Debug, Default)]
pub struct InMemory;

impl Keep for InMemory {
    fn changed(&mut self, _: &Desk) {}

    fn kept(&self) -> Kept {
        Kept::InMemory
    }
}
