//! What a reader narrows and orders by: search, filters, order, and what is active.

pub mod filters;
pub mod search_box;
pub mod toolbar;
