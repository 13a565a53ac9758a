//! Takes the pictures that the docs show, from the built bundle: `make screenshots`.

use std::path::Path;
use std::rc::Rc;

use crate::engine::{Engine, Setup};
use crate::pages::{ACCOUNTS, ARTICLE, COMPARE, DATES, LIST, STATEMENT};
use crate::reader::Reader;
use crate::scenario::bundle;
use crate::server::Server;
use crate::wait::{OrFailed, Outcome};

/// Environment variable that names the folder for the pictures. Without it, the scenarios run.
pub const FOLDER: &str = "ONRECORD_PICTURES";

const WIDE: (u32, u32) = (1440, 1000);
const NARROW: (u32, u32) = (390, 844);

struct Picture {
    name: &'static str,
    place: String,
    size: (u32, u32),
    dark: bool,
}

fn pictures() -> Vec<Picture> {
    let picture = |name, place: String, size, dark| Picture { name, place, size, dark };
    let open = |place: &str, id: &str| format!("{place}?statement={id}");
    let pair = "focus-of-israel,focus-on-1974-agreement";
    vec![
        picture("statements", format!("{LIST}?topic=talks&q=talks"), WIDE, false),
        picture("statements-dark", LIST.to_owned(), WIDE, true),
        picture("statements-narrow", LIST.to_owned(), NARROW, false),
        picture("statement", STATEMENT.to_owned(), WIDE, false),
        picture("statement-narrow-dark", STATEMENT.to_owned(), NARROW, true),
        picture("article", open(ARTICLE, "withdrawal-timeline"), WIDE, false),
        picture("article-narrow", open(ARTICLE, "accusation-of-stalling"), NARROW, false),
        picture("accounts", ACCOUNTS.to_owned(), WIDE, false),
        picture("accounts-dark", ACCOUNTS.to_owned(), WIDE, true),
        picture("accounts-narrow", ACCOUNTS.to_owned(), NARROW, false),
        picture("dates", DATES.to_owned(), WIDE, false),
        picture("side-by-side", open(COMPARE, pair), WIDE, false),
    ]
}

/// Saves every picture to a folder and returns their number.
pub async fn capture(folder: &Path) -> Outcome<usize> {
    std::fs::create_dir_all(folder).or_failed(format_args!("make {}", folder.display()))?;
    let server = Rc::new(Server::start(&bundle()?, "/").await?);
    let pictures = pictures();
    for dark in [false, true] {
        let setup = Setup { dark, ..Setup::default() };
        let reader = Reader::start(Engine::Chromium, setup, Rc::clone(&server)).await?;
        for picture in pictures.iter().filter(|picture| picture.dark == dark) {
            reader.viewport(picture.size.0, picture.size.1).await?;
            reader.goto(&picture.place).await?;
            let done = "document.documentElement.dataset.ready === 'true'
                || !document.querySelector('link[rel=modulepreload]')";
            reader.wait_for("the page to be ready", done).await?;
            let file = folder.join(format!("{}.png", picture.name));
            reader.screenshot(&file).await?;
            println!("{}", file.display());
        }
        reader.into_browser().close().await;
    }
    Ok(pictures.len())
}
