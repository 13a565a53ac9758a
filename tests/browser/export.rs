//! Exports: a statement with its attribution, and a view as a file.

use std::path::Path;

use serde_json::{Value, json};

use crate::pages::{ACTORS, FIGURES, LIST, STATEMENT};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::server::{BLANK_PATH, Server};
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(copied_text_includes_its_attribution),
        scenario!(a_statement_offers_links_citations_and_files),
        scenario!(a_view_is_exported_as_shown),
        scenario!(actors_and_figures_are_exported),
        scenario!(an_embedded_statement_fits_a_frame),
        // The page around the frame has another origin.
        scenario!(the_code_of_an_embed_makes_the_frame_as_high_as_the_statement)
            .allow("foreign request"),
    ]
}

/// A view that shows some of the statements, in another order than the article's.
const VIEW: &str = "?kind=accusation,condition&sort=source";

async fn copied_text_includes_its_attribution(reader: &mut Reader) -> Outcome {
    reader.goto(&format!("{STATEMENT}#take")).await?;
    reader.click("#export-said + [data-copy]").await?;
    let is_announced = "document.getElementById('export-status').textContent === 'Copied.'";
    reader.wait_for("the copy to be announced", is_announced).await?;
    let said = reader.text("#export-said").await?;
    // Adds elements to paste into: as plain text and as markup.
    let places = "void document.querySelector('.one').replaceChildren(
        Object.assign(document.createElement('textarea'), { id: 'text' }),
        Object.assign(document.createElement('div'), { id: 'page', contentEditable: true, textContent: '.' }),
    )";
    reader.eval(places).await?;
    reader.click("#text").await?;
    reader.press("Control+v").await?;
    reader.wait_for("text to be pasted", "document.getElementById('text').value").await?;
    let pasted = reader.eval("document.getElementById('text').value").await?;
    assert_eq!(pasted, said.as_str());
    let url = format!("{}{STATEMENT}", reader.server.url(""));
    let begins = "Shafaq News, 6 January 2026, citing Syrian official (unnamed)";
    assert!(said.starts_with(begins) && said.ends_with(&url), "{said}");
    assert!(said.contains("(paraphrase"), "{said}");
    // Reads the markup without inserting it: browsers add inline styles, which the policy refuses.
    let look = "void document.getElementById('page').addEventListener('paste', (event) => {
        window.markup = event.clipboardData.getData('text/html');
        event.preventDefault();
    })";
    reader.eval(look).await?;
    reader.click("#page").await?;
    reader.press("Control+v").await?;
    reader.wait_for("markup to be pasted", "window.markup").await?;
    let markup = reader.eval("window.markup").await?;
    let link = format!("href=\"{url}\"");
    assert!(markup.as_str().is_some_and(|markup| markup.contains(&link)), "{markup}");
    Ok(())
}

async fn a_statement_offers_links_citations_and_files(reader: &mut Reader) -> Outcome {
    reader.goto(STATEMENT).await?;
    assert_eq!(reader.eval("document.getElementById('take').open").await?, false);
    reader.walk("Tab", "focus.parentNode.id === 'take'").await?;
    reader.press("Enter").await?;
    reader.wait_for("the section to open", "document.getElementById('take').open").await?;
    let url = format!("{}{STATEMENT}", reader.server.url(""));
    assert_eq!(reader.text("#export-link").await?, url);
    let code = reader.text("#export-embed").await?;
    assert!(code.starts_with(&format!("<iframe src=\"{url}embed/\"")), "{code}");
    for style in ["APA", "Chicago", "Harvard", "IEEE", "MLA"] {
        let button = format!("[aria-label='Copy citation, {style}']");
        let cited = reader.text(&format!(".export-text:has(+ {button})")).await?;
        assert!(cited.contains("Shafaq News") && cited.contains("2026"), "{cited}");
        assert!(cited.ends_with(&url), "{cited}");
    }
    // Files contain absolute links, at any depth of the page.
    for (link, name) in [
        ("BibTeX", "shafaq-2026-01-06-accusation-of-stalling.bib"),
        ("CSL-JSON", "shafaq-2026-01-06-accusation-of-stalling.csl.json"),
    ] {
        catch_files(reader).await?;
        reader.click_text(link).await?;
        let text = saved(reader, name).await?;
        assert!(text.contains(&url) && !text.contains("../"), "{text}");
    }
    reader.click_text("Files with all statements of this report").await?;
    reader.wait_for("the page about the report", "document.getElementById('files')").await?;
    for (link, name) in [
        ("Markdown", "shafaq-2026-01-06-statements.md"),
        ("Web Annotations", "shafaq-2026-01-06-annotations.jsonld"),
    ] {
        catch_files(reader).await?;
        reader.click_text(link).await?;
        let text = saved(reader, name).await?;
        assert!(!text.contains("../"), "{text}");
    }
    catch_files(reader).await?;
    reader.click_text("dossier.json").await?;
    saved(reader, "dossier.json").await?;
    Ok(())
}

async fn a_view_is_exported_as_shown(reader: &mut Reader) -> Outcome {
    reader.open(&format!("{LIST}{VIEW}")).await?;
    let tally = reader.text("#tally").await?;
    let shown = reader.texts(".cards > :not([hidden]) .number").await?;
    assert!(tally.starts_with(&format!("{} of 11", shown.len())) && shown.len() > 1, "{tally}");
    let name = "shafaq-2026-01-06-statements-kind-accusation-condition-sort-source";

    let csv = exported(reader, "Spreadsheet (CSV)", &format!("{name}.csv")).await?;
    let csv = csv.strip_prefix('\u{FEFF}').expect("a mark for spreadsheets");
    let mut table = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    let numbers: Vec<&str> = rows.iter().map(|row| &row[0]).collect();
    assert_eq!(numbers, shown);
    let link = &rows[0][2];
    assert!(link.starts_with(&reader.server.url("")) && !link.contains(".."), "{link}");

    let json: Value =
        serde_json::from_str(&exported(reader, "Data (JSON)", &format!("{name}.json")).await?)
            .expect("JSON");
    let numbers: Vec<String> =
        json.as_array().expect("a list").iter().map(|row| row["number"].to_string()).collect();
    assert_eq!(numbers, shown);

    let bibtex = exported(reader, "Citations (BibTeX)", &format!("{name}.bib")).await?;
    let entries = biblatex::Bibliography::parse(&bibtex).expect("BibTeX");
    assert_eq!(entries.len(), shown.len());

    let csl = exported(reader, "Citations (CSL-JSON)", &format!("{name}.csl.json")).await?;
    let items: Vec<hayagriva::citationberg::json::Item> =
        serde_json::from_str(&csl).expect("CSL-JSON");
    assert_eq!(items.len(), shown.len());

    let ris = exported(reader, "Citations (RIS)", &format!("{name}.ris")).await?;
    assert_eq!(ris.matches("TY  - NEWS\r\n").count(), shown.len());
    assert!(ris.contains(&reader.server.url("")) && !ris.contains("../"), "{ris}");

    let markdown = exported(reader, "Text (Markdown)", &format!("{name}.md")).await?;
    assert_eq!(markdown.matches("\n## ").count(), shown.len());

    // Printing is left to the browser.
    reader.eval("void (window.print = () => { window.printed = true; })").await?;
    reader.click(".menu summary").await?;
    reader.click_text("Print").await?;
    reader.wait_for("the page to be printed", "window.printed").await
}

async fn actors_and_figures_are_exported(reader: &mut Reader) -> Outcome {
    for (path, collection, query) in [(ACTORS, "actors", "?kind=state"), (FIGURES, "figures", "")] {
        reader.open(&format!("{path}{query}")).await?;
        let shown = reader.count(".cards > li:not([hidden])").await?;
        let name = format!("shafaq-2026-01-06-{collection}{}.json", query.replace(['?', '='], "-"));
        let json = exported(reader, "Data (JSON)", &name).await?;
        let json: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json.as_array().map(Vec::len), Some(shown), "{collection}");
    }
    Ok(())
}

async fn an_embedded_statement_fits_a_frame(reader: &mut Reader) -> Outcome {
    reader.goto_in_frame(480, &format!("{STATEMENT}embed/")).await?;
    assert_eq!(reader.text("h1 .kind").await?, "Accusation");
    assert_eq!(reader.count("header, footer, nav").await?, 0);
    let target = "document.querySelector('base').target === '_blank' \
                  && !document.querySelector('a[target]')";
    assert_eq!(reader.eval(target).await?, true);
    let wide = reader.eval("document.documentElement.scrollWidth <= 480").await?;
    assert_eq!(wide, true);
    Ok(())
}

async fn the_code_of_an_embed_makes_the_frame_as_high_as_the_statement(
    reader: &mut Reader,
) -> Outcome {
    reader.goto(&format!("{STATEMENT}#take")).await?;
    let code = reader.text("#export-embed").await?;
    let estimate = "Number(document.querySelector('iframe').height)";
    let height = "parseInt(document.querySelector('iframe').style.height || 0)";
    let other = Server::start(Path::new("dist"), "/other/").await?;
    reader.visit(&format!("{}{BLANK_PATH}", other.origin)).await?;
    let add = format!(
        "void document.body.append(document.createRange().createContextualFragment({}))",
        json!(code)
    );
    reader.eval(&add).await?;
    let set_width = |width: u32| format!("void (document.querySelector('iframe').width = {width})");
    reader.eval(&set_width(700)).await?;
    reader.wait_for("the height", &format!("{height} > 0")).await?;
    let wide = reader.eval(height).await?.as_u64().unwrap_or_default();
    // Messages from elsewhere change nothing.
    reader.eval("void postMessage({ onRecordHeight: 5000 }, '*')").await?;
    reader.eval(&set_width(320)).await?;
    reader.wait_for("more lines", &format!("{height} > {wide}")).await?;
    // The height without the script is enough at this width, and not much more.
    let estimate = reader.eval(estimate).await?.as_u64().unwrap_or_default();
    reader.check(&format!("{height} <= {estimate} && {estimate} < 1.5 * {height}")).await?;
    reader.eval(&set_width(700)).await?;
    reader.wait_for("fewer lines", &format!("{height} === {wide}")).await?;
    reader.goto("").await
}

/// Exports the view in a format and returns the text that the browser was given to save.
async fn exported(reader: &Reader, format: &str, name: &str) -> Outcome<String> {
    catch_files(reader).await?;
    if reader.eval("document.querySelector('.menu').open").await? == false {
        reader.click(".menu summary").await?;
    }
    reader.click_text(format).await?;
    saved(reader, name).await
}

/// Makes the page keep the files that it would give to the browser to save.
pub async fn catch_files(reader: &Reader) -> Outcome {
    let catch = "void (() => {
        window.saved = undefined;
        URL.createObjectURL = (blob) => (blob.arrayBuffer().then((bytes) => {
            window.saved = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        }), 'blob:x');
        HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
    })()";
    reader.eval(catch).await?;
    Ok(())
}

/// Waits for a file to be saved under this name and returns its text.
pub async fn saved(reader: &Reader, name: &str) -> Outcome<String> {
    reader.wait_for("a file to be saved", "window.saved !== undefined").await?;
    assert_eq!(reader.eval("window.savedAs").await?, name);
    let saved = reader.eval("window.saved").await?;
    Ok(saved.as_str().unwrap_or_default().to_owned())
}
