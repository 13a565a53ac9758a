//! `onrecord serve`: the annotator lists the dossiers of the site, opens one, and saves it into the folder.

use super::{ARTICLE, contains, has, no_changes, paste, rename};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::served::Served;
use crate::wait::{OrFailed, Outcome};
use onrecord::load::load;
use std::fs;

pub fn scenarios() -> Vec<Scenario> {
    // It has an origin of its own, and answers 412 if a file was changed.
    let scenario = |scenario: Scenario| {
        scenario.allow("foreign request: http://127.0.0.1:").allow("status of 4")
    };
    vec![
        scenario(scenario!(a_dossier_of_the_site_is_opened_and_saved)),
        scenario(scenario!(a_new_dossier_is_saved_into_the_site)),
        scenario(scenario!(a_dossier_is_published_when_it_is_finished)),
        scenario(scenario!(a_statement_of_a_finished_dossier_can_be_a_draft)),
        scenario(scenario!(a_dossier_that_changed_on_disk_is_not_overwritten_unasked)),
        scenario(scenario!(a_server_that_is_gone_loses_nothing))
            .allow("ERR_CONNECTION")
            .allow("browser log"),
    ]
}

/// Serves a site with one dossier, with the built apps.
fn serve(reader: &Reader, name: &str) -> Outcome<Served> {
    let name = format!("annotate-site-{name}");
    Served::start(reader, &name, super::file::SMALL, "harbour.json", &["--app", "app"])
}

/// Returns the address of the annotator.
fn page(served: &Served) -> String {
    format!("{}annotate/", served.address)
}

/// Opens the dossier from the list.
async fn open(reader: &mut Reader, served: &Served) -> Outcome {
    reader.visit(&page(served)).await?;
    reader.ready().await?;
    contains(reader, "[aria-labelledby=site-title]", "The harbour reopens").await?;
    reader.click("button[aria-label='Open: The harbour reopens']").await?;
    contains(reader, ".desk-sheet", "The harbour will reopen on Friday").await
}

async fn a_dossier_of_the_site_is_opened_and_saved(reader: &mut Reader) -> Outcome {
    // The recorder needs a page of the bundle.
    reader.open("").await?;
    let served = serve(reader, "save")?;
    let before = served.read("harbour.json")?;
    open(reader, &served).await?;
    // Without a change, the same bytes.
    reader.press("Control+s").await?;
    contains(reader, "#said", "Saved in the site").await?;
    assert_eq!(served.read("harbour.json")?, before);
    rename(reader, "What was said of the harbour").await?;
    contains(reader, "#kept", "1 change not in the site").await?;
    reader.click_text("Save").await?;
    contains(reader, "#said", "Saved in the site").await?;
    no_changes(reader).await?;
    let after = served.read("harbour.json")?;
    assert!(after.contains("\"What was said of the harbour\""), "{after}");
    super::file::only_the_title_differs(&before, &after)?;
    // The site follows, and so does the link to the page of the dossier.
    reader.visit(&format!("{}harbour/", served.address)).await?;
    contains(reader, "h1", "What was said of the harbour").await?;
    reader.visit(&format!("{}?dossier=harbour", page(&served))).await?;
    contains(reader, "#title", "What was said of the harbour").await?;
    reader.goto("").await
}

async fn a_new_dossier_is_saved_into_the_site(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    let served = serve(reader, "new")?;
    reader.visit(&page(&served)).await?;
    reader.ready().await?;
    paste(reader, ARTICLE).await?;
    reader.click_text("Save").await?;
    no_changes(reader).await?;
    let files = fs::read_dir(served.folder.join("dossiers")).or_failed("list the folder")?;
    assert_eq!(files.count(), 2);
    // The same article again: the file is there already.
    reader.visit(&page(&served)).await?;
    reader.ready().await?;
    paste(reader, ARTICLE).await?;
    reader.click_text("Save").await?;
    contains(reader, "#changed", "already a file with this name").await?;
    reader.click_text("Save mine as another file").await?;
    no_changes(reader).await?;
    let files = fs::read_dir(served.folder.join("dossiers")).or_failed("list the folder")?;
    assert_eq!(files.count(), 3);
    // Both have an id of their own, so the site has no error.
    reader.visit(&served.address).await?;
    reader.check("!document.body.textContent.includes('problem')").await?;
    reader.goto("").await
}

async fn a_dossier_is_published_when_it_is_finished(reader: &mut Reader) -> Outcome {
    const SAVE: &str = "[aria-labelledby=save]";
    reader.open("").await?;
    let served = serve(reader, "finish")?;
    reader.visit(&page(&served)).await?;
    reader.ready().await?;
    paste(reader, ARTICLE).await?;
    contains(reader, SAVE, "It is a draft, so it is not published. Before you finish it:").await?;
    reader.eval("void (document.querySelector('.slip .fields details').open = true)").await?;
    let details = [
        ("outlet", "Lindhavn Courier"),
        ("published", "2026-02-03"),
        ("rights-holder", "Lindhavn Courier"),
        ("rights-notice", "Shown with permission"),
        ("by", "A. Tester"),
    ];
    for (field, text) in details {
        let field = format!("#article-{field}");
        let center = "scrollIntoView({ block: 'center', behavior: 'instant' })";
        reader.eval(&format!("void document.querySelector('{field}').{center}")).await?;
        reader.type_over(&field, text).await?;
        reader.press("Enter").await?;
    }
    reader.click_text("Begin").await?;
    contains(reader, "#card", "Is this a statement?").await?;
    reader.press("Enter").await?;
    contains(reader, ".ask", "Who is").await?;
    assert!(!reader.text(SAVE).await?.contains("Mark as finished"));
    reader.press("1").await?;
    contains(reader, ".ask", "What do the words do?").await?;
    reader.click(".types button").await?;
    contains(reader, SAVE, "Mark as finished").await?;
    let center = "scrollIntoView({ block: 'center', behavior: 'instant' })";
    reader.eval(&format!("void document.querySelector('{SAVE} button').{center}")).await?;
    reader.click_text("Mark as finished").await?;
    contains(reader, SAVE, "It can be published.").await?;
    reader.click_text("Save").await?;
    no_changes(reader).await?;
    let saved = fs::read_dir(served.folder.join("dossiers")).or_failed("list the folder")?;
    let mut saved = saved.filter_map(|it| it.ok()?.file_name().into_string().ok());
    let saved = saved.find(|name| name != "harbour.json");
    let saved = saved.ok_or("the dossier is not in the folder")?;
    let saved = served.read(&saved)?;
    let loaded = load("saved", saved.as_bytes());
    assert!(!saved.contains("draft") && loaded.dossier.is_some(), "{saved}");
    reader.goto("").await
}

async fn a_statement_of_a_finished_dossier_can_be_a_draft(reader: &mut Reader) -> Outcome {
    const DRAFT: &str = "\"draft\": true";
    reader.open("").await?;
    let served = serve(reader, "statement")?;
    let before = served.read("harbour.json")?;
    open(reader, &served).await?;
    reader.click(".desk-sheet .number").await?;
    contains(reader, "#card", "Statement 1").await?;
    reader.eval("void (document.querySelector('.slip > details').open = true)").await?;
    // Not under the foot of the card.
    let fixes = "document.querySelector('.slip > details .fixes')";
    reader
        .eval(&format!("void {fixes}.scrollIntoView({{ block: 'center', behavior: 'instant' }})"))
        .await?;
    reader.click_text("Make it a draft").await?;
    contains(reader, ".slip-foot", "Mark as finished").await?;
    reader.click_text("Save").await?;
    no_changes(reader).await?;
    let draft = served.read("harbour.json")?;
    assert!(draft.matches(DRAFT).count() == 1 && !before.contains(DRAFT), "{draft}");
    reader.click_text("Mark as finished").await?;
    reader
        .wait_for(
            "no draft",
            "!document.querySelector('.slip-foot').textContent.includes('finished')",
        )
        .await?;
    reader.click_text("Save").await?;
    no_changes(reader).await?;
    let after = served.read("harbour.json")?;
    assert!(!after.contains(DRAFT) && load("after", after.as_bytes()).dossier.is_some(), "{after}");
    reader.goto("").await
}

async fn a_dossier_that_changed_on_disk_is_not_overwritten_unasked(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    let served = serve(reader, "changed")?;
    open(reader, &served).await?;
    rename(reader, "Mine").await?;
    let theirs = served.read("harbour.json")?.replace("The harbour reopens", "Theirs");
    served.write("harbour.json", &theirs)?;
    reader.click_text("Save").await?;
    contains(reader, "#changed", "changed in the meantime").await?;
    assert_eq!(served.read("harbour.json")?, theirs);
    reader.click_text("Compare").await?;
    contains(reader, ".desk-lines .is-other", "Theirs").await?;
    contains(reader, ".desk-lines .is-own", "Mine").await?;
    reader.click_text("Save mine as another file").await?;
    no_changes(reader).await?;
    assert_eq!(served.read("harbour.json")?, theirs);
    let another = served.read("harbour-2.json")?;
    assert!(another.contains("\"Mine\"") && another.contains("\"harbour-2\""), "{another}");
    // Deleted: it can be saved again.
    rename(reader, "Mine again").await?;
    fs::remove_file(served.folder.join("dossiers/harbour-2.json")).or_failed("delete a file")?;
    reader.click_text("Save").await?;
    contains(reader, "#changed", "deleted or renamed").await?;
    reader.click_text("Save it again").await?;
    no_changes(reader).await?;
    assert!(served.read("harbour-2.json")?.contains("\"Mine again\""));
    // Changed once more, and overwritten on purpose.
    rename(reader, "Mine for good").await?;
    served.write("harbour-2.json", "{}")?;
    reader.click_text("Save").await?;
    reader.wait_for("the question", &has("#changed")).await?;
    reader.click_text("Overwrite it with mine").await?;
    no_changes(reader).await?;
    assert!(served.read("harbour-2.json")?.contains("\"Mine for good\""));
    reader.goto("").await
}

async fn a_server_that_is_gone_loses_nothing(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    let served = serve(reader, "gone")?;
    open(reader, &served).await?;
    rename(reader, "Mine").await?;
    contains(reader, "#kept", "Draft saved").await?;
    drop(served);
    reader.click_text("Save").await?;
    contains(reader, "#said", "the server does not answer").await?;
    contains(reader, "#title", "Mine").await?;
    contains(reader, "#kept", "1 change not in the site").await?;
    reader.goto("").await
}
