//! The page of a figure.

/// Returns the text of the link to the list of figures.
pub fn all_figures(total: usize) -> String {
    if total == 1 { "All figures".to_owned() } else { format!("All {total} figures") }
}
