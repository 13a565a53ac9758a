//! axe-core finds no problem on any kind of page, in light and dark colours. What is chosen can be
//! read. `outline` reads the pages as assistive technology does.

use crate::engine::Setup;
use crate::pages::{ACTORS, APP_PAGES, ARTICLE, COMPARE, FIGURES, LIST, NOWHERE, STATIC_PAGES};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    let dark = Setup { dark: true, ..Setup::default() };
    vec![
        scenario!(lists_have_no_barriers),
        scenario!(dark_lists_have_no_barriers).with(dark),
        scenario!(other_pages_have_no_barriers).allow("404"),
        scenario!(dark_other_pages_have_no_barriers).with(dark).allow("404"),
        scenario!(the_filter_sheet_has_no_barriers),
        scenario!(chosen_options_can_be_read),
        scenario!(dark_chosen_options_can_be_read).with(dark),
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
    let views = [
        "?kind=accusation,rumour&sort=said",
        "?kind=accusation,-demand&speaker=syrian-official,-israel",
        "?q=timeline",
        "?q=timeline&kind=accusation",
    ];
    for view in views {
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

/// Lists with a value chosen and another one left out in each facet that has two values.
const CHOSEN: [(&str, &str); 3] = [
    (
        LIST,
        "?kind=accusation,-demand&directness=indirect,-mixed&speaker=syrian-official,-israel\
         &via=reuters&party=syria,-israel&identification=unnamed_person,-named_group\
         &about=israel,-syria&topic=talks,-military-activity&place=southern-syria,-paris",
    ),
    (ACTORS, "?kind=state,-person"),
    (FIGURES, "?place=quneitra"),
];

/// Returns every text inside of chosen or left out options and pills, with its contrast.
const CONTRASTS: &str = "(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const parts = (color) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
    };
    const over = ([r, g, b, alpha], below) =>
        [r, g, b].map((part, index) => part * alpha + below[index] * (1 - alpha));
    const behind = (element) => element
        ? over(parts(getComputedStyle(element).backgroundColor), behind(element.parentElement))
        : [1, 1, 1];
    const linear = (part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    const luminance = (color) => {
        const [r, g, b] = color.map(linear);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (element) => {
        const ground = behind(element);
        const ink = over(parts(getComputedStyle(element).color), ground);
        const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05);
    };
    document.querySelectorAll('#filters details').forEach((details) => { details.open = true; });
    const marked = [...document.querySelectorAll(':is(.option, .pill):is(.is-on, .is-out), .pill')];
    const hasText = ({ childNodes }) => [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return [...new Set(marked.flatMap((element) => [element, ...element.querySelectorAll('*')]))]
        .filter((element) => hasText(element) && element.checkVisibility() && !element.closest('.hush'))
        .map((element) => [element.textContent.trim(), contrast(element)]);
})()";

async fn chosen_options_can_be_read(reader: &mut Reader) -> Outcome {
    for (path, view) in CHOSEN {
        reader.open(&format!("{path}{view}")).await?;
        let contrasts = reader.eval(CONTRASTS).await?;
        let contrasts: Vec<(String, f64)> =
            serde_json::from_value(contrasts).or_failed("read the contrasts")?;
        let values = view.matches([',', '=']).count();
        assert!(contrasts.len() >= values, "{path}: {values} values in {contrasts:?}");
        let (_, faint): (Vec<_>, Vec<_>) = contrasts.into_iter().partition(|(_, it)| *it >= 4.5);
        assert_eq!(faint, Vec::new(), "{path}");
    }
    Ok(())
}

async fn dark_chosen_options_can_be_read(reader: &mut Reader) -> Outcome {
    chosen_options_can_be_read(reader).await
}

async fn no_barriers(reader: &Reader, place: &str) -> Outcome {
    assert_eq!(reader.axe().await?, Vec::<String>::new(), "{place}");
    Ok(())
}
