//! Values that rest only on words whose voice is unclear say so.

use crate::dossiers;
use crate::support::bundle::select;
use crate::support::html::words;
use onrecord::model::{ActorIx, DateRef, dates};
use serde_json::json;

#[test]
fn values_of_unclear_voice_are_marked_where_they_are_credited() {
    let mut seen = 0;
    for site in dossiers() {
        let dossier = &site.dossier;
        let marked = |text: &str| text.matches("nclear whose words").count();
        for actor in (0..dossier.actors.len()).map(ActorIx::from) {
            let page = site.page(&format!("actors/{}/", dossier.actor(actor).id));
            let shown = words(select(page, "main")[0]);
            let about = site.statements().filter(|ix| {
                let about = &dossier.statement(*ix).about;
                about
                    .iter()
                    .any(|a| a.value == actor && dossier.is_voice_unclear(&a.basis.evidence))
            });
            let about = about.count();
            // Each is marked in the list of statements, and at least once beside its sources.
            let expected = if about > 0 { about + 1 } else { 0 };
            assert!(marked(&shown) >= expected, "{}: {shown}", dossier.actor(actor).id);
            seen += about;
        }
        let page = site.page("dates/");
        let rows = select(page, ".timeline > li[id^='date-']");
        let table = select(page, "table tbody tr");
        for (position, date) in dates(dossier).iter().enumerate() {
            let is_unclear = |at: &&DateRef| dossier.is_voice_unclear(&dossier.when(**at).words);
            let unclear = date.uses.iter().filter(is_unclear).count();
            for row in [rows[position], table[position]] {
                assert_eq!(marked(&words(row)), unclear, "{}", words(row));
            }
            seen += unclear;
        }
        for ix in site.statements() {
            let row = &site.rows("statements")[ix.index()];
            let unclear = dossier.unclear_words(dossier.statement(ix));
            let expected: Vec<&str> =
                unclear.iter().map(|span| dossier.article.text(*span)).collect();
            assert_eq!(row["unclear_words"], json!(expected.join(" […] ")), "{}", site.id(ix));
        }
    }
    assert!(seen >= 7, "only {seen} values");
}
