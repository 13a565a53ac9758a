//! Encoding pixels as a PNG with a palette. A picture has few colours, and shades of them at the
//! edges of letters.

use super::palette::{GREYS, Ink};
use super::{HEIGHT, WIDTH};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use tiny_skia::Pixmap;

/// Number of shades of the pencil's colour, from the background to full strength.
const ACCENTS: usize = 15;
/// Number of shades from the background to the darkest grey.
const SHADES: usize = 32;
/// Number of bits of each channel that are compared when the nearest shade is looked up.
const BITS: u32 = 6;
/// Number of pixels in a block.
const BLOCK: usize = 16;
/// A block of background pixels.
const GROUND: [u8; 4 * BLOCK] = [u8::MAX; 4 * BLOCK];
/// Marks a colour that has not been looked up in the palette yet.
const UNKNOWN: u8 = u8::MAX;

/// Encodes pixels whose colours are greys and shades of the pencil's colour.
pub fn encode(pixmap: &Pixmap) -> Vec<u8> {
    let palette = palette();
    let mut known = vec![UNKNOWN; 1 << (3 * BITS)];
    let mut indices = vec![0_u8; pixmap.data().len() / 4];
    // Most of a picture is background, which has index 0, so whole blocks of it are skipped.
    let blocks = pixmap.data().chunks(4 * BLOCK).zip(indices.chunks_mut(BLOCK));
    for (pixels, indices) in blocks.filter(|(pixels, _)| *pixels != GROUND.as_slice()) {
        for (pixel, index) in pixels.chunks_exact(4).zip(indices) {
            let channels = pixel.iter().take(3);
            let key = channels.fold(0, |key, c| (key << BITS) | usize::from(c >> (8 - BITS)));
            if known[key] == UNKNOWN {
                known[key] = nearest(&palette, key);
            }
            *index = known[key];
        }
    }
    let mut bytes = Vec::new();
    write(&mut bytes, palette, &indices).expect("a picture can be written to memory");
    bytes
}

fn write(
    bytes: &mut Vec<u8>,
    palette: Vec<[u8; 3]>,
    indices: &[u8],
) -> Result<(), png::EncodingError> {
    let mut encoder = Encoder::new(bytes, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()?.write_image_data(indices)
}

/// Returns the palette: the background, the greys and the shades between them, and the shades of
/// the pencil's colour.
fn palette() -> Vec<[u8; 3]> {
    let shade = |ink: Ink, part: usize, of: usize| {
        let [ground, ink] = [Ink::Ground.rgb(), ink.rgb()];
        std::array::from_fn(|i| {
            let (from, to) = (usize::from(ground[i]), usize::from(ink[i]));
            u8::try_from((from * (of - part) + to * part) / of).unwrap_or(u8::MAX)
        })
    };
    let mut palette: Vec<[u8; 3]> = GREYS.iter().map(|ink| ink.rgb()).collect();
    palette.extend((1..SHADES).map(|part| shade(Ink::First, part, SHADES)));
    palette.extend((1..=ACCENTS).map(|part| shade(Ink::Pencil, part, ACCENTS)));
    palette
}

/// Returns the palette index of the colour nearest to the one of a key.
fn nearest(palette: &[[u8; 3]], key: usize) -> u8 {
    let channel = |i: u32| {
        let bits = (key >> ((2 - i) * BITS)) & ((1 << BITS) - 1);
        // The bits are repeated, so that the highest value is white.
        i32::try_from((bits << (8 - BITS)) | (bits >> (2 * BITS - 8))).unwrap_or(0)
    };
    let [red, green, blue] = [channel(0), channel(1), channel(2)];
    let distance = |[r, g, b]: &[u8; 3]| {
        let [r, g, b] = [red - i32::from(*r), green - i32::from(*g), blue - i32::from(*b)];
        r * r + g * g + b * b
    };
    let found = palette.iter().enumerate().min_by_key(|(_, colour)| distance(colour));
    found.and_then(|(index, _)| u8::try_from(index).ok()).unwrap_or(0)
}
