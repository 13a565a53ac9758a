//! The dossier as one page: a single HTML file that shows it as a site does, made of the site's own app.

use super::{KeepAct, State};
use crate::annotate::Desk;
use crate::browser::annotator::{self as browser, ask, spawn_local};
use crate::desk::act::Act;
use crate::model::{Archive, Dossier};
use crate::prerender::{Parts, latin_fonts, single, with_fonts};
use crate::site::Site;
use crate::text::desk::keep as words;
use flate2::{Compress, Compression, Crc, FlushCompress};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

/// The files of the app.
struct Files {
    module: Vec<u8>,
    wasm: Vec<u8>,
    style: String,
}

impl State {
    /// Fetches the files of the app, makes the page and saves it among the downloads.
    pub(super) fn one_page(&mut self) {
        let Some(desk) = &mut self.desk else { return };
        desk.check();
        let Some(dossier) = desk.dossier().cloned().filter(|_| is_valid(desk)) else {
            return self.refuse(words::ONE_PAGE_ERRORS);
        };
        self.say(words::ONE_PAGE_WAIT);
        let send = self.keep.send.clone();
        spawn_local(async move {
            let page = match files().await {
                Some(files) => Some(page(dossier, &files).await),
                None => None,
            };
            send.emit(Act::Keep(KeepAct::OnePageMade(page)));
        });
    }

    pub(super) fn one_page_made(&mut self, page: Option<String>) {
        let Some(desk) = &self.desk else { return };
        let name = format!("{}.html", desk.view().article.id);
        match page {
            Some(page) => {
                browser::download(&name, "text/html", page.as_bytes());
                self.refused = None;
                self.say(words::ONE_PAGE_DONE);
            }
            None => self.refuse(words::ONE_PAGE_NO_APP),
        }
    }
}

/// Returns true if the dossier that was checked is the present one.
fn is_valid(desk: &Desk) -> bool {
    desk.view().is_checked
}

async fn page(dossier: Dossier, files: &Files) -> String {
    let site = Site::new(Archive { dossiers: vec![Arc::new(dossier)] });
    let site = Rc::new(Site { in_one_file: true, ..site });
    let parts = Parts {
        style: files.style.clone(),
        module: Cow::Owned(String::from_utf8_lossy(&files.module).into_owned()),
        wasm: &files.wasm,
    };
    single(&site, &parts, gzip).await
}

/// Fetches the files of the app from the site. `None` if one is missing.
async fn files() -> Option<Files> {
    let names = browser::app_files();
    let [module, wasm, styles, home] = &*names else { return None };
    let (module, wasm) = (fetched(module).await?, fetched(wasm).await?);
    let sheets = [fetched(styles).await?, fetched(home).await?].concat();
    let sheets = String::from_utf8(sheets).ok()?;
    // Fonts are beside the style sheet.
    let folder = styles.rfind('/').map_or("", |at| &styles[..=at]);
    let mut fonts = Vec::new();
    for name in latin_fonts(&sheets) {
        let bytes = fetched(&format!("{folder}{name}")).await?;
        fonts.push((name, bytes));
    }
    Some(Files { module, wasm, style: with_fonts(&sheets, &fonts) })
}

async fn fetched(address: &str) -> Option<Vec<u8>> {
    let reply = ask(address, &[], None).await?;
    (reply.status == 200).then_some(reply.body)
}

/// Compresses bytes (gzip, RFC 1952).
fn gzip(bytes: &[u8]) -> Vec<u8> {
    const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
    // Deflated bytes that do not become smaller grow by 5 in each block.
    let mut deflated = Vec::with_capacity(bytes.len() + bytes.len() / 1_000 + 1_024);
    let mut compress = Compress::new(Compression::best(), false);
    // There is space for everything, so it is done in one step, which cannot fail.
    let _ = compress.compress_vec(bytes, &mut deflated, FlushCompress::Finish);
    let mut sum = Crc::new();
    sum.update(bytes);
    let ends = [sum.sum().to_le_bytes(), sum.amount().to_le_bytes()].concat();
    [&HEADER[..], &deflated, &ends].concat()
}
