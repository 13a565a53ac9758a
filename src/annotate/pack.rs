//! Bytes with their length and a checksum, deflated: for links and for stored states.
//!
//! Layout: the version (1 byte), the length of the deflated bytes (4 bytes, little-endian), their FNV-1a
//! hash (8 bytes, little-endian), and the deflated bytes (RFC 1951).

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

const HEADER: usize = 1 + 4 + 8;

/// Why bytes cannot be unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPack {
    /// The end is missing.
    Cut,
    /// Something was changed.
    Damaged,
    /// The version is another one.
    OtherVersion,
}

/// Packs bytes.
pub fn pack(version: u8, bytes: &[u8]) -> Vec<u8> {
    let mut deflated = Vec::with_capacity(bytes.len() / 2 + 64);
    let mut compress = Compress::new(Compression::best(), false);
    loop {
        let read = usize::try_from(compress.total_in()).unwrap_or(usize::MAX);
        let rest = bytes.get(read..).unwrap_or_default();
        deflated.reserve(rest.len() / 2 + 4096);
        match compress.compress_vec(rest, &mut deflated, FlushCompress::Finish) {
            Ok(Status::StreamEnd) | Err(_) => break,
            Ok(_) => {}
        }
    }
    let mut packed = vec![version];
    packed.extend(u32::try_from(deflated.len()).unwrap_or(u32::MAX).to_le_bytes());
    packed.extend(hash(&deflated).to_le_bytes());
    packed.extend(deflated);
    packed
}

/// Unpacks at most `max` bytes.
///
/// # Errors
/// If the bytes are not what [`pack`] made, or hold more.
pub fn unpack(version: u8, packed: &[u8], max: usize) -> Result<Vec<u8>, BadPack> {
    let (header, deflated) = packed.split_at_checked(HEADER).ok_or(BadPack::Cut)?;
    let number = |range: std::ops::Range<usize>| {
        header[range].iter().rev().fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
    };
    match (deflated.len() as u64).cmp(&number(1..5)) {
        std::cmp::Ordering::Less if header[0] == version => return Err(BadPack::Cut),
        std::cmp::Ordering::Less => return Err(BadPack::Damaged),
        std::cmp::Ordering::Greater => return Err(BadPack::Damaged),
        std::cmp::Ordering::Equal => {}
    }
    if hash(deflated) != number(5..HEADER) {
        return Err(BadPack::Damaged);
    }
    if header[0] != version {
        return Err(BadPack::OtherVersion);
    }
    let mut bytes = Vec::new();
    let mut decompress = Decompress::new(false);
    loop {
        let before = (decompress.total_in(), bytes.len());
        let read = usize::try_from(before.0).unwrap_or(usize::MAX);
        let rest = deflated.get(read..).unwrap_or_default();
        bytes.reserve((rest.len() * 4).clamp(4096, 1 << 20));
        let status = decompress.decompress_vec(rest, &mut bytes, FlushDecompress::None);
        let is_further = (decompress.total_in(), bytes.len()) != before;
        match status {
            Ok(Status::StreamEnd) => break,
            Ok(_) if is_further && bytes.len() <= max => {}
            _ => return Err(BadPack::Damaged),
        }
    }
    if bytes.len() <= max { Ok(bytes) } else { Err(BadPack::Damaged) }
}

fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_and_damage_is_found() {
        // Numbers that deflate hardly at all.
        let noise =
            (0..3_000_000_u64).map(|at| (at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8);
        let text = (0..500_000).map(|at| format!("{at}th ")).collect::<String>().into_bytes();
        for bytes in [noise.collect(), text] {
            assert_eq!(unpack(1, &pack(1, &bytes), 5_000_000).map(|it| it == bytes), Ok(true));
        }
        for bytes in [Vec::new(), b"ship".to_vec(), vec![7; 100_000], (0..=255).collect()] {
            let packed = pack(1, &bytes);
            assert_eq!(unpack(1, &packed, 100_000), Ok(bytes.clone()));
            assert_eq!(unpack(2, &packed, 100_000), Err(BadPack::OtherVersion));
            assert_eq!(unpack(1, &packed[..packed.len() - 1], 100_000), Err(BadPack::Cut));
            for at in 1..packed.len().min(200) {
                let mut damaged = packed.clone();
                damaged[at] ^= 0x10;
                assert!(unpack(1, &damaged, 100_000).is_err(), "{at}");
            }
        }
        assert_eq!(unpack(1, &pack(1, &[0; 5000]), 4999), Err(BadPack::Damaged));
    }
}
