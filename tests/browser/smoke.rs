//! The minimum that any bundle must do.

use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::Outcome;

pub fn scenarios() -> Vec<Scenario> {
    vec![scenario!(the_app_takes_over_the_start_page)]
}

async fn the_app_takes_over_the_start_page(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    assert_ne!(reader.text("h1").await?, "");
    Ok(())
}
