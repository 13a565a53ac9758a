//! The page about the site: what a first visit sees.

use serde_json::json;

use crate::pages::{ABOUT, ARTICLE};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        scenario!(the_first_screen_answers_five_questions),
        scenario!(the_samples_look_like_the_marks_that_they_explain),
    ]
}

/// Checks that what this is, what it is not, how to check it, who made it and how to make one are
/// on the first screen of a phone and of a computer.
async fn the_first_screen_answers_five_questions(reader: &mut Reader) -> Outcome {
    let answers = "[...document.querySelectorAll('.answers section')]";
    let end = format!("Math.max(...{answers}.map((it) => it.getBoundingClientRect().bottom))");
    let ends = format!("document.fonts.ready.then(() => {end})");
    reader.viewport(1440, 900).await?;
    reader.goto(ABOUT).await?;
    let bottom = reader.eval(&ends).await?.as_f64().unwrap_or(f64::INFINITY);
    assert!(bottom <= 780.0, "1440 px: {bottom}");
    // The contents are beside the answers, at the end of the line.
    let contents = "document.querySelector('.about nav').getBoundingClientRect()";
    reader.check(&format!("{contents}.left > innerWidth * 0.6 && {contents}.top < 200")).await?;
    reader.goto_on_phone(ABOUT).await?;
    let bottom = reader.eval(&ends).await?.as_f64().unwrap_or(f64::INFINITY);
    assert!(bottom <= 664.0, "390 px: {bottom}");
    assert_eq!(reader.eval(&format!("{answers}.length")).await?, json!(5));
    Ok(())
}

/// Checks that the samples of the list of symbols have the styles of the article's marks.
async fn the_samples_look_like_the_marks_that_they_explain(reader: &mut Reader) -> Outcome {
    let style = |selector: &str, name: &str| {
        format!("getComputedStyle(document.querySelector(\"{selector}\"))[\"{name}\"]")
    };
    reader.goto(ARTICLE).await?;
    let grey = reader.eval(&style(".annotated .para", "color")).await?;
    let line = reader.eval(&style(".annotated .date-mark", "borderBottom")).await?;
    reader.goto(ABOUT).await?;
    assert_eq!(reader.eval(&style(".glossary .recedes", "color")).await?, grey);
    assert_eq!(reader.eval(&style(".glossary .date-mark", "borderBottom")).await?, line);
    assert!(line.as_str().is_some_and(|line| line.contains("1px solid")), "{line}: thin");
    Ok(())
}
