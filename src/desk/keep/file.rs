//! The file: where it is saved, and what happens if it was changed there in the meantime.

use super::{Keep, KeepAct, State, site};
use crate::annotate::Desk;
use crate::browser::annotator::{self as browser, FileError, FilePlace, spawn_local};
use crate::desk::act::Act;
use crate::model::Slug;
use crate::text::desk::keep::{self as words, NotSaved};
use crate::text::desk::said;

/// Where a file is saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// In the folder of the site.
    Site {
        /// The name of the file without its extension.
        id: String,
        /// The tag of the file as it was opened or saved last.
        tag: String,
    },
    /// On the person's machine.
    File {
        /// The file.
        file: FilePlace,
        /// Its content as it was opened or saved last. Empty for a new file.
        before: Vec<u8>,
    },
}

/// Which file is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveTo {
    /// The one that was opened, or a new one.
    Place,
    /// The one that was opened, although it was changed.
    Overwrite,
    /// Another one.
    Another,
}

/// A file that was changed in the meantime.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// Its content. `None` if it is gone.
    pub now: Option<String>,
    /// Its place, with its state now.
    pub place: Place,
    /// True if the file was to be a new one.
    pub is_new: bool,
    /// The lines that differ, once they were asked for. Nothing if there is too much to compare.
    pub lines: Option<Option<Vec<(bool, String)>>>,
}

/// Why a file was not saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// The person closed the dialog of the browser.
    Cancelled,
    /// The file was changed.
    Changed {
        /// Its content. `None` if it is gone.
        now: Option<String>,
        /// Its place, with its state now.
        place: Place,
    },
    /// Anything else.
    Not(NotSaved),
}

/// Maximum number of lines that a comparison shows.
const MAX_LINES: usize = 200;

/// Maximum size of files that are compared line by line, in bytes.
const MAX_COMPARED: usize = 4 * 1024 * 1024;

impl Keep {
    /// Asks for a file that can be saved again.
    pub(super) fn pick(&mut self) {
        let send = self.send.clone();
        spawn_local(async move {
            let Ok(file) = browser::pick_file().await else { return };
            match file.read().await {
                Ok(bytes) => send.emit(Act::Keep(KeepAct::Picked(file, bytes))),
                Err(_) => send.emit(Act::Open(Vec::new())),
            }
        });
    }
}

impl State {
    pub(super) fn picked(&mut self, file: FilePlace, bytes: Vec<u8>) {
        let name = file.name();
        let is_dossier = name.ends_with(".json") && Desk::open(&bytes, &Self::session()).is_ok();
        self.refused = None;
        self.open(vec![(name, bytes.clone())]);
        // Files of other formats are not written over with a dossier.
        if is_dossier && self.refused.is_none() {
            self.keep.place = Some(Place::File { file, before: bytes });
        }
    }

    /// Saves the file.
    pub(super) fn save(&mut self, to: SaveTo) {
        if self.keep.is_saving || self.desk.is_none() {
            return;
        }
        let changed = self.keep.changed.take();
        let place = match to {
            SaveTo::Place => self.keep.place.clone(),
            SaveTo::Overwrite => changed.map(|it| match it.place {
                // The file is gone, so it must not exist.
                Place::Site { id, .. } if it.now.is_none() => {
                    Place::Site { id, tag: String::new() }
                }
                place => place,
            }),
            SaveTo::Another => None,
        };
        let Some(desk) = &mut self.desk else { return };
        let was_at_site = matches!(self.keep.place, Some(Place::Site { .. }));
        let token = self.keep.token.clone();
        let is_at_site = place.is_none() && token.is_some();
        if to == SaveTo::Another && (was_at_site || is_at_site) {
            desk.rename(&next_id(&desk.view().article.id));
        }
        let (mark, file, id) = (desk.mark(), desk.json(), desk.view().article.id.clone());
        let send = self.keep.send.clone();
        let can_write = browser::can_write_files();
        if place.is_none() && token.is_none() && !can_write {
            return self.act(Act::Download);
        }
        self.keep.is_saving = true;
        spawn_local(async move {
            let result = match (place, token) {
                (Some(Place::Site { id, tag }), Some(token)) => {
                    site::save(&token, &id, Some(&*tag).filter(|it| !it.is_empty()), &file).await
                }
                (Some(Place::File { file: place, before }), _) => {
                    save_file(place, &before, to == SaveTo::Overwrite, &file).await
                }
                (_, Some(token)) => site::save(&token, &id, None, &file).await,
                (_, None) => match browser::pick_place(&format!("{id}.json")).await {
                    Ok(place) => save_file(place, &[], true, &file).await,
                    Err(error) => Err(of_browser(error)),
                },
            };
            send.emit(Act::Keep(KeepAct::Saved(mark, file, result)));
        });
    }

    pub(super) fn saved(&mut self, mark: usize, file: &str, result: Result<Place, Failure>) {
        self.keep.is_saving = false;
        match result {
            Ok(place) => {
                self.keep.place = Some(place);
                self.refused = None;
                if let Some(desk) = &mut self.desk {
                    desk.saved(mark, file);
                }
                // The draft knows what is saved, too.
                self.keep.changed();
                self.say(words::saved(&self.keep.goal()));
            }
            Err(Failure::Cancelled) => {}
            Err(Failure::Changed { now, place }) => {
                let is_new = self.keep.place.is_none() && now.is_some();
                self.say(match (is_new, &now) {
                    (true, _) => words::EXISTS,
                    (_, Some(_)) => words::CHANGED,
                    (_, None) => words::GONE_WHAT,
                });
                self.keep.changed = Some(Changed { now, place, is_new, lines: None });
            }
            Err(Failure::Not(why)) => self.refuse(words::not_saved(&why)),
        }
    }

    /// Compares the file that was changed with the dossier.
    pub(super) fn compare(&mut self) {
        let Some((desk, changed)) = self.desk.as_ref().zip(self.keep.changed.as_mut()) else {
            return;
        };
        let (now, own) = (changed.now.clone().unwrap_or_default(), desk.json());
        changed.lines = Some(differences(&now, &own));
    }

    /// Saves the file among the downloads.
    pub(in crate::desk) fn download(&mut self) {
        let Some(desk) = &mut self.desk else { return };
        let name = format!("{}.json", desk.view().article.id);
        let file = desk.save();
        browser::download(&name, "application/json", file.as_bytes());
        self.keep.changed();
        self.say(said::DOWNLOADED);
    }
}

/// Writes a file, unless it is not as it was.
async fn save_file(
    place: FilePlace,
    before: &[u8],
    overwrites: bool,
    file: &str,
) -> Result<Place, Failure> {
    let now = match place.read().await {
        Ok(now) => Some(now),
        Err(FileError::Gone) => None,
        Err(error) => return Err(of_browser(error)),
    };
    if !overwrites && now.as_deref() != Some(before) {
        let text = now.as_deref().map(|it| String::from_utf8_lossy(it).into_owned());
        let place = Place::File { file: place, before: now.unwrap_or_default() };
        return Err(Failure::Changed { now: text, place });
    }
    place.write(file.as_bytes()).await.map_err(of_browser)?;
    Ok(Place::File { file: place, before: file.as_bytes().to_vec() })
}

fn of_browser(error: FileError) -> Failure {
    match error {
        FileError::Cancelled => Failure::Cancelled,
        FileError::NotAllowed => Failure::Not(NotSaved::ReadOnly),
        FileError::Gone => Failure::Not(NotSaved::Gone),
        FileError::Full => Failure::Not(NotSaved::Full),
        FileError::Failed(words) => Failure::Not(NotSaved::Failed(words)),
    }
}

/// Returns an id like another one, with a number that is one higher.
fn next_id(id: &str) -> Slug {
    let (stem, number) = match id.rsplit_once('-').map(|(stem, end)| (stem, end.parse::<u32>())) {
        Some((stem, Ok(number))) if number < 1_000 => (stem, number + 1),
        _ => (id, 2),
    };
    let stem: String = stem.chars().take(40).collect();
    let fallback = || Slug::new("dossier-2").ok();
    Slug::new(&format!("{}-{number}", stem.trim_end_matches('-')))
        .ok()
        .or_else(fallback)
        .unwrap_or_else(|| unreachable!("it is a slug"))
}

/// Returns the lines that only one of two files has: true for those of the second.
fn differences(now: &str, own: &str) -> Option<Vec<(bool, String)>> {
    if now.len() + own.len() > MAX_COMPARED {
        return None;
    }
    let difference = similar::TextDiff::from_lines(now, own);
    let changes = difference.iter_all_changes().filter(|it| it.tag() != similar::ChangeTag::Equal);
    let line = |it: similar::Change<&str>| {
        (it.tag() == similar::ChangeTag::Insert, it.value().trim_end().to_owned())
    };
    Some(changes.take(MAX_LINES).map(line).collect())
}
