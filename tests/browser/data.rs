//! Data files that are missing, cut, changed, forged, or of another version: the page says so and
//! can be read, and nothing panics.

use std::env;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use onrecord::packed::{pack, unpack};

use crate::pages::LIST;
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::trouble::{GENERAL, UPDATED, shows_note, shows_the_whole_list};
use crate::wait::{OrFailed, Outcome};

/// Part of the path of every data file.
const DATA: &str = "/lists-";
/// Length of the header of a data file.
const HEADER: usize = 32;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(a_missing_data_file_leaves_a_readable_page).allow("404").allow(DATA),
        scenario!(a_cut_data_file_leaves_a_readable_page),
        scenario!(a_changed_byte_of_data_leaves_a_readable_page),
        scenario!(data_of_another_version_offers_to_load_the_page_again),
        scenario!(a_page_that_names_no_data_stays_readable),
        scenario!(forged_data_leaves_a_readable_page)
            .allow("panicked at")
            .allow("RuntimeError")
            .allow("unreachable"),
        scenario!(damaged_data_in_one_file_leaves_readable_pages),
    ]
}

/// Opens a list, changes its data on the way, and checks that the page can be read.
async fn readable_with(
    reader: &Reader,
    note: (&str, &[&str]),
    change: impl Fn(Vec<u8>) -> Option<Vec<u8>> + Send + Sync + 'static,
) -> Outcome {
    reader.server.stop_rewriting();
    reader.server.rewrite_bytes(DATA, change);
    reader.goto(&format!("{LIST}?kind=accusation")).await?;
    shows_note(reader, note).await?;
    shows_the_whole_list(reader).await?;
    assert_eq!(reader.attr("html", "data-ready").await?, None);
    Ok(())
}

async fn a_missing_data_file_leaves_a_readable_page(reader: &mut Reader) -> Outcome {
    readable_with(reader, GENERAL, |_| None).await?;
    reader.server.stop_rewriting();
    reader.click_text("Try again").await?;
    reader.ready().await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await?;
    reader.check("!document.getElementById('trouble').checkVisibility()").await
}

async fn a_cut_data_file_leaves_a_readable_page(reader: &mut Reader) -> Outcome {
    for length in [0, 10, HEADER - 1, HEADER] {
        readable_with(reader, GENERAL, move |file| Some(file[..length].to_vec())).await?;
    }
    readable_with(reader, GENERAL, |file| Some(file[..file.len() / 2].to_vec())).await?;
    readable_with(reader, GENERAL, |file| Some(file[..file.len() - 1].to_vec())).await?;
    // A host that answers every address with a page.
    readable_with(reader, GENERAL, |_| Some(b"<!doctype html><title>Home</title>".repeat(9))).await
}

async fn a_changed_byte_of_data_leaves_a_readable_page(reader: &mut Reader) -> Outcome {
    for at in [0, 3, 16, 23, 24, HEADER - 1, HEADER, HEADER + 1] {
        readable_with(reader, GENERAL, move |file| Some(flipped(file, at))).await?;
    }
    for part in [2, 3] {
        readable_with(reader, GENERAL, move |file| {
            let at = file.len() / part;
            Some(flipped(file, at))
        })
        .await?;
    }
    readable_with(reader, GENERAL, |file| {
        let last = file.len() - 1;
        Some(flipped(file, last))
    })
    .await
}

fn flipped(mut file: Vec<u8>, at: usize) -> Vec<u8> {
    file[at] ^= 0x10;
    file
}

async fn data_of_another_version_offers_to_load_the_page_again(reader: &mut Reader) -> Outcome {
    for at in [4, 7, 8, 15] {
        readable_with(reader, UPDATED, move |file| Some(flipped(file, at))).await?;
    }
    reader.server.stop_rewriting();
    reader.click_text("Load it again").await?;
    reader.ready().await?;
    reader.wait_for_text("#tally", "1 of 11 statements").await
}

async fn a_page_that_names_no_data_stays_readable(reader: &mut Reader) -> Outcome {
    reader.server.rewrite(LIST, |page| page.replace("id=\"data\"", "id=\"other\""));
    reader.goto(&format!("{LIST}?kind=accusation")).await?;
    shows_note(reader, GENERAL).await?;
    shows_the_whole_list(reader).await
}

/// A file whose header fits, but whose statements refer to actors that it does not have.
async fn forged_data_leaves_a_readable_page(reader: &mut Reader) -> Outcome {
    readable_with(reader, GENERAL, |file| {
        let mut contents = unpack(&file).ok()?;
        Arc::make_mut(&mut contents.dossiers[0]).actors.clear();
        pack(&contents).ok()
    })
    .await
}

async fn damaged_data_in_one_file_leaves_readable_pages(reader: &mut Reader) -> Outcome {
    // The checks after each scenario need a page of the server.
    reader.open(LIST).await?;
    let file = fs::read_to_string("dist-single/on-record.html")
        .or_failed("read dist-single/on-record.html: run `make single`")?;
    let start = "id=\"data\">";
    let (before, rest) = file.split_once(start).ok_or("the file holds no data")?;
    let (data, after) = rest.split_once("</script>").ok_or("the data has no end")?;
    let changed = [
        String::new(),
        "not base64!".to_owned(),
        data[..data.len() / 8 * 4].to_owned(),
        STANDARD.encode(gzip(b"ONRD, and nothing else")),
    ];
    for (number, data) in changed.into_iter().enumerate() {
        let name = format!("damaged-{}-{number}.html", reader.engine);
        let path = env::current_dir().or_failed("find the folder")?.join("target/tmp").join(name);
        write(&path, &[before, start, &data, "</script>", after].concat())?;
        reader.visit(&format!("file://{}#/{LIST}", path.display())).await?;
        reader.wait_for("the end", "document.documentElement.dataset.whole").await?;
        shows_note(reader, GENERAL).await?;
        shows_the_whole_list(reader).await?;
        reader.click(".cards .number").await?;
        reader.wait_for("a statement", "document.title.startsWith('Statement ')").await?;
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn write(path: &PathBuf, text: &str) -> Outcome {
    let folder = path.parent().ok_or("a file is in a folder")?;
    fs::create_dir_all(folder).or_failed("make a folder")?;
    fs::write(path, text).or_failed("write a file")
}
