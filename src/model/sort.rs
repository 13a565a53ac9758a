//! Sorting by integer keys. All code that runs in the browser sorts with this one instance of the
//! standard sort, because each further instance adds kilobytes to the app.

/// Returns the positions of the keys in ascending order of key. Equal keys keep their order.
pub fn sorted_positions(keys: impl Iterator<Item = u64>) -> Vec<u32> {
    let mut pairs: Vec<(u64, u32)> = keys.zip(0..).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, position)| position).collect()
}

/// Combines two numbers into a key that sorts by the first, then by the second.
pub const fn pair_key(first: u32, second: u32) -> u64 {
    (first as u64) << 32 | second as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(sorted_positions([3, 1, 3, 0, 1].into_iter()), [3, 1, 4, 0, 2]);
        assert!(pair_key(1, 0) > pair_key(0, u32::MAX));
    }
}
