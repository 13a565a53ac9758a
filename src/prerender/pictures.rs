//! The preview pictures of a site, drawn in parallel.

use super::{File, preview, preview_path, routes};
use crate::picture::{Preview, draw};
use crate::route::Route;
use crate::site::Site;
use std::collections::BTreeSet;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Draws all preview pictures, in the order of their pages.
pub fn pictures(site: &Site) -> Vec<File> {
    // Most pages of a dossier share one picture.
    let mut known = BTreeSet::new();
    let mut wanted: Vec<(String, Preview)> = Vec::new();
    for route in routes(site) {
        let Some(path) = preview_path(site, &route) else { continue };
        if known.insert(path.clone()) {
            wanted.extend(preview(site, &route).map(|preview| (path, preview)));
        }
    }
    let mut drawn = draw_all(&wanted);
    drawn.sort_by_key(|(place, _)| *place);
    let named = wanted.into_iter().zip(drawn);
    named.map(|((path, _), (_, bytes))| File { path, bytes }).collect()
}

/// Draws the picture at a path, or returns `None` if no page has it.
pub fn at(site: &Site, path: &str) -> Option<File> {
    let folder = path.strip_suffix("preview.png")?;
    let route = Route::parse(folder);
    let is_of_page = preview_path(site, &route).is_some_and(|own| own == path);
    let preview = preview(site, &route).filter(|_| is_of_page)?;
    Some(File { path: path.to_owned(), bytes: draw(&preview) })
}

/// Draws pictures in parallel and returns each with its index in `wanted`, in any order. Each
/// thread takes the next picture when it is done, because some take longer than others.
fn draw_all(wanted: &[(String, Preview)]) -> Vec<(usize, Vec<u8>)> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut drawn = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some((_, preview)) = wanted.get(place) else { return drawn };
            drawn.push((place, draw(preview)));
        }
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..cores.min(wanted.len())).map(|_| scope.spawn(work)).collect();
        let drawn = threads.into_iter().map(|thread| thread.join().expect("drawing never panics"));
        drawn.flatten().collect()
    })
}
