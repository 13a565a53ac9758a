//! Reading and writing addresses.

use divan::{Bencher, black_box};
use onrecord::query::{Facet, Sort, View};
use onrecord::route::{parse_query, query_string};

/// Converts a view to a query string and back.
#[divan::bench]
fn round_trip(bencher: Bencher) {
    let view = View::default()
        .searching("\"troop withdrawal\" سوريا -spring")
        .with(Facet::Kind, "accusation")
        .with(Facet::Kind, "demand")
        .with(Facet::Speaker, "syrian-official")
        .with(Facet::Topic, "talks")
        .sorted(Sort::Said);
    let round_trip = || parse_query(&query_string(black_box(&view)));
    assert_eq!(round_trip(), view);
    bencher.bench_local(round_trip);
}
