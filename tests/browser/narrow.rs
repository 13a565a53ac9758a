//! Narrow windows: nothing is cut off, and the filters open as a sheet.

use serde_json::json;

use crate::pages::{
    ABOUT, ACCOUNTS, ACTORS, APP_PAGES, ARTICLE, COMPARE, DATES, FIGURES, LIST, NOWHERE, STATEMENT,
    STATIC_PAGES,
};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(lists_fit_320_pixels),
        scenario!(other_pages_fit_320_pixels).allow("404"),
        scenario!(the_current_section_is_in_view),
        scenario!(text_of_twice_the_size_fits_a_phone),
        scenario!(text_of_four_times_the_size_fits_a_wide_page).allow("404"),
        scenario!(the_filters_open_as_a_sheet),
        scenario!(the_sheet_never_covers_the_focus),
    ]
}

async fn lists_fit_320_pixels(reader: &mut Reader) -> Outcome {
    for path in APP_PAGES {
        reader.open_in_frame(320, path).await?;
        fits(reader, 320, path).await?;
    }
    for path in [
        format!("{ARTICLE}?statement=accusation-of-stalling"),
        format!("{COMPARE}?statement=focus-of-israel,focus-on-1974-agreement"),
        format!("{COMPARE}?topic=talks"),
    ] {
        reader.open_in_frame(320, &path).await?;
        fits(reader, 320, &path).await?;
    }
    reader.open_in_frame(320, LIST).await?;
    reader.click(".menu summary").await?;
    fits(reader, 320, "the export menu").await?;
    reader.open_in_frame(320, &format!("{LIST}?q=timeline&kind=accusation,rumour")).await?;
    fits(reader, 320, "nothing found").await?;
    reader.click("#open-filters").await?;
    reader.wait_for_focus("#filters-heading").await?;
    fits(reader, 320, "the sheet").await
}

async fn other_pages_fit_320_pixels(reader: &mut Reader) -> Outcome {
    for path in STATIC_PAGES.into_iter().chain([NOWHERE]) {
        reader.goto_in_frame(320, path).await?;
        reader.text("h1").await?;
        fits(reader, 320, path).await?;
    }
    Ok(())
}

/// Checks that the row of sections shows the current one in full, before the fade at its end, after
/// loading a page and after following a link within the app.
async fn the_current_section_is_in_view(reader: &mut Reader) -> Outcome {
    let is_in_view = "(() => {
        const row = document.querySelector('.views').getBoundingClientRect();
        const tab = document.querySelector('.views [aria-current]').getBoundingClientRect();
        return tab.left >= row.left && tab.right <= row.right - 39;
    })()";
    for path in [ACCOUNTS, DATES, ABOUT] {
        reader.goto_in_frame(390, path).await?;
        reader.wait_for(path, is_in_view).await?;
    }
    reader.open_in_frame(390, ARTICLE).await?;
    reader.wait_for(ARTICLE, is_in_view).await?;
    reader.click(".views a").await?;
    reader.wait_for_text("h1", "Reports on Israel–Syria talks in Paris").await?;
    reader.wait_for(LIST, is_in_view).await
}

/// Checks that nothing is wider than the page, and that the search can be used, if a reader sets
/// the size of text to 200 %.
async fn text_of_twice_the_size_fits_a_phone(reader: &mut Reader) -> Outcome {
    let grow = "document.documentElement.style.fontSize = '200%'";
    for path in [LIST, ACTORS, FIGURES, ARTICLE, ACCOUNTS, DATES, STATEMENT, ABOUT] {
        if APP_PAGES.contains(&path) {
            reader.open_in_frame(390, path).await?;
        } else {
            reader.goto_in_frame(390, path).await?;
        }
        reader.eval(grow).await?;
        fits(reader, 390, path).await?;
        if APP_PAGES.contains(&path) {
            let search = "document.querySelector('#search').getBoundingClientRect().width";
            reader.check(&format!("{search} >= 150")).await?;
        }
    }
    Ok(())
}

/// Checks that a style sheet of the reader that makes all text four times as large does not make a
/// page scroll sideways.
async fn text_of_four_times_the_size_fits_a_wide_page(reader: &mut Reader) -> Outcome {
    let grow = "document.documentElement.style.fontSize = '400%'";
    let fits = "document.documentElement.scrollWidth <= innerWidth
        || `${document.documentElement.scrollWidth} px`";
    for path in APP_PAGES.into_iter().chain(STATIC_PAGES).chain(["", NOWHERE]) {
        reader.goto(path).await?;
        if APP_PAGES.contains(&path) {
            reader.ready().await?;
        }
        reader.eval(grow).await?;
        let fits = format!("(({fits}) === true)");
        reader.wait_for(&format!("{path} to fit"), &fits).await?;
    }
    Ok(())
}

/// Fails if an element is wider than the page, and lists these elements.
async fn fits(reader: &Reader, width: u32, place: &str) -> Outcome {
    // The row of sections scrolls.
    let beyond = format!(
        "[...document.body.querySelectorAll('*')]
        .filter((it) => it.getBoundingClientRect().right > {width}.5 && !it.closest('.views'))
        .map((it) => it.outerHTML.slice(0, 100))"
    );
    let wide = format!("document.documentElement.scrollWidth <= {width} ? [] : {beyond}");
    assert_eq!(reader.eval(&wide).await?, json!([]), "{place}");
    Ok(())
}

async fn the_filters_open_as_a_sheet(reader: &mut Reader) -> Outcome {
    reader.open_in_frame(390, LIST).await?;
    let shown = "document.getElementById('filters').checkVisibility()";
    assert_eq!(reader.eval(shown).await?, json!(false));
    reader.click("#open-filters").await?;
    reader.wait_for_focus("#filters-heading").await?;
    assert_eq!(reader.eval(shown).await?, json!(true));
    assert_eq!(reader.count("[inert]").await?, 3);
    reader.press("Escape").await?;
    reader.wait_for_focus("#open-filters").await?;
    assert_eq!(reader.eval(shown).await?, json!(false));
    assert_eq!(reader.count("[inert]").await?, 0);
    reader.press("Enter").await?;
    reader.pick("Topic", "Communication mechanism").await?;
    reader.click_text("Show 2 statements").await?;
    reader.wait_for_focus("#tally").await?;
    assert_eq!(reader.text("#open-filters").await?, "Filters (1)");
    assert_eq!(reader.text("#tally").await?, "2 of 11 statements");
    Ok(())
}

async fn the_sheet_never_covers_the_focus(reader: &mut Reader) -> Outcome {
    reader.open_in_frame(390, LIST).await?;
    reader.click("#open-filters").await?;
    reader.wait_for_focus("#filters-heading").await?;
    let hidden = "((focus) => {
        const { left, top, width, height } = focus.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        return seen !== focus && !focus.contains(seen);
    })(focus)";
    reader.walk("Tab", &format!("{hidden} || focus.matches('.apply button')")).await?;
    let text = reader.eval("document.activeElement.parentNode.textContent").await?;
    assert_eq!(text, json!("Show 11 statements"));
    Ok(())
}
