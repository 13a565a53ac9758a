//! The home page of a site with many reports: complete without scripts, filtered by a small script.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::GzEncoder;
use onrecord::load::load;
use onrecord::model::Archive;
use onrecord::prerender::{App, Parts, Program, Shell, files, single};
use onrecord::site::Site;
use serde_json::{Value, json};

use crate::engine::{Engine, Setup};
use crate::pages::LIST;
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::server::Server;
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    let no_script = Setup { no_script: true, ..Setup::default() };
    let no_load_wait = Setup { no_load_wait: true, ..Setup::default() };
    let both = &[Engine::Chromium, Engine::Firefox];
    vec![
        scenario!(the_list_of_reports_is_filtered_and_the_address_follows),
        scenario!(an_address_shows_the_list_as_it_was_shared),
        scenario!(a_choice_made_while_the_page_loads_is_kept).with(no_load_wait),
        scenario!(the_home_page_fits_320_pixels_and_has_a_sheet_of_filters),
        scenario!(the_home_page_is_accessible),
        scenario!(a_filter_of_the_home_page_is_one_stop_of_the_tab_key),
        scenario!(the_list_of_reports_is_filtered_in_one_file),
        scenario!(the_list_of_reports_is_complete_without_scripts).with(no_script).on(both),
    ]
}

const DOSSIER: &str = "tests/fixtures/good/small/dossier.json";
/// Number of reports: enough for a list with groups.
const REPORTS: u32 = 40;

/// The report with a number from 0: one a week in two years, from two outlets, every fourth in French,
/// the last with a title from right to left.
fn report(number: u32) -> Value {
    let text = fs::read_to_string(DOSSIER).expect("a dossier");
    let mut value: Value = serde_json::from_str(&text).expect("JSON");
    let (year, week) = (2024 + number / 20, number % 20);
    let (month, day) = (1 + week / 2, 1 + 14 * (week % 2));
    value["id"] = format!("report-{number}").into();
    value["title"] = match number {
        39 => "الميناء يفتح".into(),
        7 => "L’été à l’hôpital".into(),
        number => format!("Report {number}").into(),
    };
    value["article"]["published"] = format!("{year}-{month:02}-{day:02}").into();
    value["article"]["language"] = if number % 4 == 3 { "fr" } else { "en" }.into();
    value["annotation"]["date"] = "2026-06-01".into();
    if number.is_multiple_of(2) {
        let name = json!({ "is": "Le Phare, & Co", "note": "The text does not name it." });
        value["actors"][0]["name"] = name;
    }
    value
}

/// A site of many reports.
fn many() -> Site {
    let load = |number| {
        let bytes = report(number).to_string().into_bytes();
        let loaded = load("report.json", &bytes);
        Arc::new(loaded.dossier.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)))
    };
    let mut dossiers: Vec<_> = (0..REPORTS).map(load).collect();
    dossiers.reverse();
    dossiers.sort_by_key(|dossier| std::cmp::Reverse(dossier.article.published));
    Site::new(Archive { dossiers })
}

/// The folder of a scenario.
fn folder(reader: &Reader, name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("home-{name}-{}", reader.engine))
}

/// Serves a site of many reports from now on.
async fn serve_many(reader: &mut Reader, name: &str) -> Outcome {
    let folder = folder(reader, name);
    for file in files(&Rc::new(many()), &Shell::new(App::default())) {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&folder)).or_failed("make a folder")?;
        fs::write(&path, &file.bytes).or_failed("write a file")?;
    }
    reader.server = Rc::new(Server::start(&folder, "/many/").await?);
    Ok(())
}

const ROWS: &str = ".reports li[data-year]";
const SHOWN: &str = ".reports section:not([hidden]) li[data-year]:not([hidden])";

async fn the_list_of_reports_is_filtered_and_the_address_follows(reader: &mut Reader) -> Outcome {
    serve_many(reader, "filters").await?;
    reader.goto("").await?;
    reader.wait_for_text("#tally", "40 reports").await?;
    assert_eq!(reader.count(SHOWN).await?, 40);
    // Words of the title, without their accents and in any case.
    reader.type_into("#search", "ete HOPITAL").await?;
    reader.wait_for_text("#tally", "1 of 40 reports").await?;
    // Not the rendered text, which browsers leave out for rows that they have not drawn yet.
    let title = format!("document.querySelector('{SHOWN} h4').textContent");
    assert_eq!(reader.eval(&title).await?, "L’été à l’hôpital");
    reader.wait_for_place("?q=ete+HOPITAL").await?;
    let announced = "document.getElementById('status').textContent === '1 of 40 reports'";
    reader.wait_for("an announcement", announced).await?;
    // Counts are those that each value would give.
    assert_eq!(reader.text("[data-key=language] [data-code=fr] .count > span").await?, "1");
    reader.press("Escape").await?;
    reader.wait_for_text("#tally", "40 reports").await?;
    let english = "[data-key=language] [data-code=en]";
    reader.click(english).await?;
    reader.wait_for_place("?language=en").await?;
    reader.wait_for_text("#tally", "30 of 40 reports").await?;
    reader.click(english).await?;
    reader.wait_for_place("?language=-en").await?;
    reader.wait_for_text("#tally", "10 of 40 reports").await?;
    assert_eq!(reader.attr(english, "aria-pressed").await?.as_deref(), Some("true"));
    reader.click("[data-key=year] [data-code='2025']").await?;
    reader.wait_for_place("?year=2025&language=-en").await?;
    reader.wait_for_text("#tally", "5 of 40 reports").await?;
    // The months of the other year are gone, and so are the links to them.
    assert_eq!(reader.count("#months li:not([hidden])").await?, 1);
    assert_eq!(reader.texts("#active bdi").await?, ["2025", "not English"]);
    reader.back().await?;
    reader.wait_for_text("#tally", "10 of 40 reports").await?;
    reader.click("#active .pill").await?;
    reader.wait_for_text("#tally", "40 reports").await?;
    // The order by outlet has no months.
    reader.choose(".bar [data-order]", "outlet").await?;
    reader.wait_for_place("?sort=outlet").await?;
    assert_eq!(reader.count(".reports > .sorted > li").await?, 40);
    let first = reader.text(".sorted li:first-child .meta b").await?;
    assert_eq!(first, "Le Phare, & Co");
    reader.choose(".bar [data-order]", "newest first").await?;
    reader.wait_for("months", "!document.getElementById('months').hidden").await?;
    assert_eq!(reader.count(SHOWN).await?, 40);
    reader.type_into("#search", "nothing like it").await?;
    reader.wait_for_text("#tally", "0 of 40 reports").await?;
    reader.click("#empty [data-clear]").await?;
    reader.wait_for_text("#tally", "40 reports").await?;
    reader.wait_for_focus("#search").await
}

async fn an_address_shows_the_list_as_it_was_shared(reader: &mut Reader) -> Outcome {
    serve_many(reader, "address").await?;
    let shared = "?q=report&outlet=le-phare-co,nobody&sort=upwards";
    reader.goto(shared).await?;
    reader.wait_for_text("#tally", "20 of 40 reports").await?;
    assert_eq!(reader.place().await?, shared);
    assert_eq!(reader.eval("document.getElementById('search').value").await?, "report");
    let notes = reader.texts("#unknown li").await?;
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[0].contains("a filter this site doesn’t have (outlet: nobody)"), "{notes:?}");
    assert!(notes[1].contains("upwards"), "{notes:?}");
    reader.click("#unknown li:first-child button").await?;
    reader.wait_for_place("?q=report&outlet=le-phare-co&sort=upwards").await?;
    reader.click("#unknown button").await?;
    reader.wait_for_place("?q=report&outlet=le-phare-co").await?;
    assert_eq!(reader.count("#unknown li").await?, 0);
    Ok(())
}

async fn a_choice_made_while_the_page_loads_is_kept(reader: &mut Reader) -> Outcome {
    serve_many(reader, "early").await?;
    // Until this module has arrived, the page counts as still loading.
    let rest = reader.server.hold("/read-");
    reader.goto("").await?;
    reader.type_into("#search", "report 1").await?;
    reader.click("[data-key=year] [data-code='2025']").await?;
    assert_eq!(reader.text("#tally").await?, "40 reports");
    rest.release();
    reader.wait_for_text("#tally", "2 of 40 reports").await?;
    reader.wait_for_place("?q=report+1&year=2025").await
}

async fn the_home_page_fits_320_pixels_and_has_a_sheet_of_filters(reader: &mut Reader) -> Outcome {
    serve_many(reader, "narrow").await?;
    reader.goto_in_frame(320, "").await?;
    reader.check("document.documentElement.scrollWidth <= innerWidth").await?;
    reader.click("#open-filters").await?;
    reader.wait_for_focus("#filters-heading").await?;
    reader.check("document.querySelector('.results').inert").await?;
    reader.check("document.documentElement.scrollWidth <= innerWidth").await?;
    reader.click("[data-key=year] [data-code='2024']").await?;
    reader.wait_for_text("#apply", "Show 20 reports").await?;
    reader.click("#apply").await?;
    reader.wait_for_focus("#results").await?;
    reader.check("!document.querySelector('.results').inert").await?;
    assert_eq!(reader.text("#open-filters").await?, "Filters (1)");
    Ok(())
}

async fn the_home_page_is_accessible(reader: &mut Reader) -> Outcome {
    serve_many(reader, "axe").await?;
    reader.goto("?language=fr").await?;
    reader.wait_for_text("#tally", "10 of 40 reports").await?;
    let found = reader.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    // The newest is in French, but its title runs from right to left.
    let first = "(({ lang, dir }) => [lang, dir])(document.querySelector('.reports h4'))";
    assert_eq!(reader.eval(first).await?, json!(["", "rtl"]));
    let second = "document.querySelector('[href*=report-35]').parentNode.lang";
    assert_eq!(reader.eval(second).await?, "fr");
    Ok(())
}

async fn the_list_of_reports_is_complete_without_scripts(reader: &mut Reader) -> Outcome {
    serve_many(reader, "noscript").await?;
    reader.goto("?language=fr").await?;
    assert_eq!(reader.text("#tally").await?, "40 reports");
    assert_eq!(reader.count(ROWS).await?, 40);
    assert_eq!(reader.count("#months a").await?, 20);
    let shown = "[...document.querySelectorAll('button, input, select')].filter((it) => it.checkVisibility())";
    reader.check(&format!("{shown}.length === 0")).await?;
    reader.click("#months li:last-child a:last-child").await?;
    reader.wait_for_place("?language=fr#m-2024-01").await?;
    reader.click("[aria-labelledby=m-2024-01] li:last-child a").await?;
    reader.wait_for_place("report-0/").await
}

async fn a_filter_of_the_home_page_is_one_stop_of_the_tab_key(reader: &mut Reader) -> Outcome {
    serve_many(reader, "stops").await?;
    reader.goto("").await?;
    reader.wait_for_text("#tally", "40 reports").await?;
    let stops = "document.querySelectorAll('[data-key=year] .option:not([tabindex=\"-1\"])')";
    reader.wait_for("one stop for a filter", &format!("{stops}.length === 1")).await?;
    reader.click("[data-key=year] .option").await?;
    reader.press("ArrowDown").await?;
    reader.wait_for_focus("[data-key=year] .option:last-of-type").await?;
    reader.check(&format!("{stops}[0] === document.activeElement")).await
}

async fn the_list_of_reports_is_filtered_in_one_file(reader: &mut Reader) -> Outcome {
    // The checks after each scenario need a page of the server.
    reader.open(LIST).await?;
    let app = |name: &str| fs::read(Path::new("app").join(name)).or_failed("read the built app");
    let program = Program { module: app("app.js")?, wasm: app("app_bg.wasm")? };
    let app = App { reader: program, annotator: Program::default() };
    let folder = folder(reader, "single");
    fs::create_dir_all(&folder).or_failed("make a folder")?;
    let file = folder.join("many.html");
    let site = Rc::new(Site { in_one_file: true, ..many() });
    let shell = Shell::new(app);
    let page = single(&site, &Parts::of(&shell), gzip).await;
    fs::write(&file, page).or_failed("write the file")?;
    let start = format!("file://{}", file.display());
    reader.visit(&start).await?;
    reader.wait_for("the app to start", "document.documentElement.dataset.whole").await?;
    reader.wait_for_text("#tally", "40 reports").await?;
    reader.type_into("#search", "ete HOPITAL").await?;
    reader.wait_for_text("#tally", "1 of 40 reports").await?;
    reader.wait_for("the address", "location.hash === '#/?q=ete+HOPITAL'").await?;
    reader.press("Escape").await?;
    reader.click("[data-key=language] [data-code=fr]").await?;
    reader.wait_for_text("#tally", "10 of 40 reports").await?;
    reader.wait_for("the address", "location.hash === '#/?language=fr'").await?;
    let stops = "document.querySelectorAll('[data-key=year] .option:not([tabindex=\"-1\"])')";
    reader.wait_for("one stop for a filter", &format!("{stops}.length === 1")).await?;
    // A report of the app, whose own search is not that of the list, and back.
    reader.click(".reports [href='#/report-39/']").await?;
    reader.wait_for("a report", "document.querySelector('#app .cards')").await?;
    reader.type_into("#search", "nothing like it").await?;
    reader.wait_for("its own search", "location.hash.startsWith('#/report-39/?q=nothing')").await?;
    reader.visit(&format!("{start}#/?language=fr")).await?;
    reader.wait_for_text("#tally", "10 of 40 reports").await?;
    // An address, as it was shared.
    reader.visit("about:blank").await?;
    reader.visit(&format!("{start}#/?q=report&year=2025")).await?;
    reader.wait_for_text("#tally", "19 of 40 reports").await?;
    assert_eq!(reader.eval("document.getElementById('search').value").await?, "report");
    Ok(())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::fast());
    out.write_all(bytes).and_then(|()| out.finish()).expect("memory takes every byte")
}
