//! axe-core finds no problem on any kind of page, in light and dark colours.

use crate::engine::Setup;
use crate::pages::{APP_PAGES, ARTICLE, COMPARE, LIST, NOWHERE, STATIC_PAGES};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    let dark = Setup { dark: true, ..Setup::default() };
    vec![
        scenario!(lists_have_no_barriers),
        scenario!(dark_lists_have_no_barriers).with(dark),
        scenario!(other_pages_have_no_barriers).allow("404"),
        scenario!(dark_other_pages_have_no_barriers).with(dark).allow("404"),
        scenario!(the_filter_sheet_has_no_barriers),
    ]
}

async fn lists_have_no_barriers(reader: &mut Reader) -> Outcome {
    for path in APP_PAGES {
        reader.open(path).await?;
        no_barriers(reader, path).await?;
    }
    let article = format!("{ARTICLE}?kind=condition&statement=withdrawal-timeline");
    let pair = format!("{COMPARE}?statement=focus-of-israel,focus-on-1974-agreement");
    for path in [article, pair, format!("{COMPARE}?topic=talks&party=israel,syria")] {
        reader.open(&path).await?;
        no_barriers(reader, &path).await?;
    }
    for view in ["?kind=accusation,rumour&sort=said", "?q=timeline", "?q=timeline&kind=accusation"]
    {
        reader.open(&format!("{LIST}{view}")).await?;
        no_barriers(reader, view).await?;
    }
    Ok(())
}

async fn dark_lists_have_no_barriers(reader: &mut Reader) -> Outcome {
    lists_have_no_barriers(reader).await
}

async fn other_pages_have_no_barriers(reader: &mut Reader) -> Outcome {
    for path in STATIC_PAGES {
        reader.goto(path).await?;
        reader.text("h1").await?;
        no_barriers(reader, path).await?;
    }
    reader.open(NOWHERE).await?;
    no_barriers(reader, NOWHERE).await
}

async fn dark_other_pages_have_no_barriers(reader: &mut Reader) -> Outcome {
    other_pages_have_no_barriers(reader).await
}

async fn the_filter_sheet_has_no_barriers(reader: &mut Reader) -> Outcome {
    reader.open(LIST).await?;
    reader.click(".menu summary").await?;
    no_barriers(reader, "the export menu").await?;
    reader.open_in_frame(390, &format!("{LIST}?kind=accusation")).await?;
    no_barriers(reader, "a narrow list").await?;
    reader.click("#open-filters").await?;
    reader.wait_for_focus("#filters-heading").await?;
    no_barriers(reader, "the sheet").await
}

async fn no_barriers(reader: &Reader, place: &str) -> Outcome {
    assert_eq!(reader.axe().await?, Vec::<String>::new(), "{place}");
    Ok(())
}
