//! The types of a bundle's files: their media types, and whether they are compressed or never
//! change.

use super::Format;
use std::sync::LazyLock;

/// The type of files with one extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileType {
    /// The part of the file's name after the last dot.
    pub extension: &'static str,
    /// The media type that servers should send.
    pub media_type: &'static str,
    /// True if a `.br` and a `.gz` are written next to each file.
    pub is_compressed: bool,
    /// True if the file's name has a hash in it, so that the file never changes.
    pub is_hashed: bool,
}

const fn text(extension: &'static str, media_type: &'static str) -> FileType {
    FileType { extension, media_type, is_compressed: true, is_hashed: false }
}

const fn asset(extension: &'static str, media_type: &'static str) -> FileType {
    FileType { extension, media_type, is_compressed: true, is_hashed: true }
}

/// The types of all files other than exports.
const OTHERS: [FileType; 13] = [
    text("html", "text/html; charset=utf-8"),
    asset("css", "text/css; charset=utf-8"),
    asset("js", "text/javascript; charset=utf-8"),
    asset("wasm", "application/wasm"),
    asset("svg", "image/svg+xml"),
    // The data of a dossier's lists.
    asset("bin", "application/octet-stream"),
    text("json", "application/json"),
    // The byte offsets of the items in an exported file.
    text("places", "application/json"),
    text("jsonld", "application/ld+json"),
    text("txt", "text/plain; charset=utf-8"),
    text("xml", "application/xml"),
    // These are already compressed.
    FileType {
        extension: "woff2",
        media_type: "font/woff2",
        is_compressed: false,
        is_hashed: true,
    },
    FileType { extension: "png", media_type: "image/png", is_compressed: false, is_hashed: false },
];

/// Returns every type of file in a bundle, each extension once.
pub fn file_types() -> Vec<FileType> {
    let mut types = OTHERS.to_vec();
    for format in Format::ALL {
        // Servers look only at what follows the last dot.
        let extension = format.extension().rsplit('.').next().unwrap_or_default();
        if types.iter().all(|other| other.extension != extension) {
            types.push(text(extension, format.media_type()));
        }
    }
    types
}

/// Returns the type of a file, by its name or path.
pub fn file_type(path: &str) -> Option<FileType> {
    let (_, extension) = path.rsplit_once('.')?;
    static TYPES: LazyLock<Vec<FileType>> = LazyLock::new(file_types);
    TYPES.iter().find(|file_type| file_type.extension == extension).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_with_the_same_extension_have_the_same_type() {
        for format in Format::ALL {
            let found = file_type(&format!("statements.{}", format.extension()));
            assert_eq!(found.map(|found| found.media_type), Some(format.media_type()));
        }
    }
}
