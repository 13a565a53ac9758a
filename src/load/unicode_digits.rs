//! Decimal digits of all scripts (Unicode general category Nd), for numbers and dates.

/// The digit zero of each script in Unicode 16. The other nine digits follow it.
const ZEROS: [u32; 75] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0,
    0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50,
    0x11da0, 0x11f50, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2,
    0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/// Returns the ASCII digit with the same value, or `None` if the character is not a decimal digit.
pub(super) fn ascii_digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let code = u32::from(c);
    let script = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    char::from_digit(code - ZEROS[script], 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_digits_of_all_scripts() {
        let ascii = |text: &str| text.chars().filter_map(ascii_digit).collect::<String>();
        assert_eq!(ascii("٤٦٠ ۴۶۰ ४६० ৪৬০ ４６０ ๔๖๐ 𝟜𝟞𝟘"), "460".repeat(7));
        assert_eq!(ascii("a½²Ⅷ一〇①\u{10ffff}\u{2f}\u{3a}"), "");
    }

    #[test]
    fn table_is_sorted_and_contains_only_digits() {
        assert!(ZEROS.is_sorted());
        for code in ZEROS.iter().flat_map(|zero| *zero..*zero + 10) {
            assert!(char::from_u32(code).is_some_and(char::is_numeric), "{code:x}");
        }
    }
}
