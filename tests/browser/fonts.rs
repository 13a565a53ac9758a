//! The site's own fonts: which files a page loads, and that no reader waits for them.

use serde_json::json;

use crate::engine::{Engine, Setup};
use crate::pages::{ABOUT, LIST, STATEMENT};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

/// Maximum distance that the first words move when the fonts arrive, in pixels: one line. A line may
/// break elsewhere, because a scaled font of the system is only on average as wide as ours.
const MAX_MOVE: f64 = 27.0;

pub fn scenarios() -> Vec<Scenario> {
    let at_once = Setup { no_load_wait: true, ..Setup::default() };
    vec![
        scenario!(a_page_loads_only_the_fonts_that_it_needs),
        // Only Chromium reports what it has painted.
        scenario!(words_are_painted_before_the_fonts_arrive).on(&[Engine::Chromium]).with(at_once),
        scenario!(the_first_words_stay_in_place_when_fonts_arrive)
            .on(&[Engine::Chromium])
            .with(at_once),
        scenario!(words_are_shown_without_fonts).allow("404").allow("font").allow("woff2"),
    ]
}

/// Returns the fonts that were requested, without their hashes, in alphabetical order.
fn requested(reader: &Reader) -> Vec<String> {
    let hits = reader.server.hits().into_iter().filter(|hit| hit.path.ends_with(".woff2"));
    let stem = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name.rsplit_once('-').map_or(name, |(stem, _)| stem).to_owned()
    };
    let mut stems: Vec<String> = hits.map(|hit| stem(&hit.path)).collect();
    stems.sort();
    stems.dedup();
    stems
}

async fn a_page_loads_only_the_fonts_that_it_needs(reader: &mut Reader) -> Outcome {
    let loaded = "document.fonts.ready.then(() => document.fonts.status === 'loaded')";
    reader.goto(STATEMENT).await?;
    assert_eq!(reader.eval(loaded).await?, json!(true));
    assert_eq!(requested(reader), ["sans", "serif", "serif-italic"]);
    let faces = "[...document.fonts].filter((face) => face.status === 'loaded' && face.family.includes('Record')).length";
    assert_eq!(reader.eval(faces).await?, json!(3));
    // Other scripts are loaded when a page has them.
    for (text, stem) in [
        ("\u{633}\u{648}\u{631}\u{64a}\u{627}", "sans-arabic"),
        ("\u{5e9}\u{5dc}\u{5d5}\u{5dd}", "sans-hebrew"),
        ("Łódź", "sans-extended"),
    ] {
        reader.eval(&format!("void document.querySelector('main, #app').append('{text}')")).await?;
        let asked = format!(
            "performance.getEntriesByType('resource').some((it) => it.name.includes('/{stem}-'))"
        );
        reader.wait_for(stem, &asked).await?;
    }
    Ok(())
}

async fn words_are_painted_before_the_fonts_arrive(reader: &mut Reader) -> Outcome {
    for path in [STATEMENT, LIST] {
        let hold = reader.server.hold(".woff2");
        reader.goto(path).await?;
        // Text that is still invisible is not a contentful paint.
        let observe = "void (() => {
            window.painted = [];
            new PerformanceObserver((list) => painted.push(...list.getEntries().map((it) => it.element)))
                .observe({ type: 'largest-contentful-paint', buffered: true });
        })()";
        reader.wait_for("the words", "document.querySelector('.words, .lead-words')").await?;
        reader.eval(observe).await?;
        let words = "painted.some((it) => it?.textContent.length > 20)";
        reader.wait_for("the first words to be painted", words).await?;
        assert_eq!(reader.eval("document.fonts.status").await?, json!("loading"), "{path}");
        hold.release();
        reader.wait_for("the fonts", "document.fonts.status === 'loaded'").await?;
    }
    Ok(())
}

async fn the_first_words_stay_in_place_when_fonts_arrive(reader: &mut Reader) -> Outcome {
    let mut moves = Vec::new();
    for (width, path) in
        [(1440, STATEMENT), (390, STATEMENT), (1440, LIST), (390, LIST), (390, ABOUT)]
    {
        reader.viewport(width, 800).await?;
        let hold = reader.server.hold(".woff2");
        reader.goto(path).await?;
        let painted = "performance.getEntriesByName('first-contentful-paint').length";
        reader.wait_for("the first paint", painted).await?;
        if path == LIST {
            reader.ready().await?;
        }
        let top = "document.querySelector('.words, .big, .answers').getBoundingClientRect().top";
        let before = reader.eval(top).await?.as_f64().unwrap_or(f64::INFINITY);
        hold.release();
        reader.wait_for("the fonts", "document.fonts.status === 'loaded'").await?;
        let after = reader.eval(top).await?.as_f64().unwrap_or(f64::INFINITY);
        moves.push((width, path, (after - before).abs()));
    }
    assert!(moves.iter().all(|(_, _, pixels)| *pixels <= MAX_MOVE), "{moves:?}");
    Ok(())
}

async fn words_are_shown_without_fonts(reader: &mut Reader) -> Outcome {
    reader.server.refuse(".woff2");
    reader.goto(STATEMENT).await?;
    reader.wait_for("no font", "document.fonts.status === 'loaded'").await?;
    let width = "document.querySelector('.words').getBoundingClientRect().width > 100";
    assert_eq!(reader.eval(width).await?, json!(true));
    Ok(())
}
