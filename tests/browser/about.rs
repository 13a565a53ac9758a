//! The page about the site: what a first visit sees.

use serde_json::json;

use crate::pages::ABOUT;
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![scenario!(the_first_screen_answers_five_questions)]
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
