//! Sorting by number. One kind of sort serves all rooms: each further kind would cost every reader
//! kilobytes.

/// The positions of keys in ascending order, equal keys in their own order.
pub fn in_order(keys: impl Iterator<Item = u64>) -> Vec<u32> {
    let mut pairs: Vec<(u64, u32)> = keys.zip(0..).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, position)| position).collect()
}

/// Two numbers as one key, the first deciding.
pub const fn key(first: u32, second: u32) -> u64 {
    (first as u64) << 32 | second as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(in_order([3, 1, 3, 0, 1].into_iter()), [3, 1, 4, 0, 2]);
        assert!(key(1, 0) > key(0, u32::MAX));
    }
}
