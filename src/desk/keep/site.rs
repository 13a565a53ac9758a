//! The dossiers of the site that `onrecord serve` shows: listing, opening and saving them.

use super::file::{Failure, Place};
use super::{Keep, KeepAct, State};
use crate::annotate::Desk;
use crate::browser::annotator::{Reply, ask, spawn_local};
use crate::desk::act::Act;
use crate::import::File;
use crate::text::desk::keep::{self as words, NotSaved};
use serde_json::Value;

/// The address of the dossiers, from the root of the origin.
const DOSSIERS: &str = "/_serve/dossiers";

/// The header with the token.
const TOKEN: &str = "x-onrecord-token";

/// A dossier in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The number of statements.
    pub statements: usize,
    /// True if it is a draft.
    pub is_draft: bool,
}

/// A dossier that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The file.
    pub file: String,
    /// The name and the text of the file that it names.
    pub beside: Vec<(String, String)>,
    /// Its tag.
    pub tag: String,
}

impl Keep {
    pub(super) fn list_site(&mut self) {
        let Some(token) = self.token.clone() else { return };
        let send = self.send.clone();
        spawn_local(async move {
            let found = list(&token).await;
            send.emit(Act::Keep(KeepAct::SiteListed(found)));
        });
    }

    pub(super) fn open_site(&mut self, id: String) {
        let Some(token) = self.token.clone() else { return };
        let send = self.send.clone();
        spawn_local(async move {
            let opened = open(&token, &id).await;
            send.emit(Act::Keep(KeepAct::SiteOpened(id, opened)));
        });
    }
}

impl State {
    pub(super) fn site_opened(&mut self, id: String, opened: Result<Opened, NotSaved>) {
        let opened = match opened {
            Ok(opened) => opened,
            Err(why) => return self.refuse(words::not_opened(&why)),
        };
        let beside: Vec<File> = opened
            .beside
            .iter()
            .map(|(name, text)| File { name: name.clone(), bytes: text.as_bytes().to_vec() })
            .collect();
        let read = Desk::open_with(opened.file.as_bytes(), &beside, &Self::session());
        let is_open = read.is_ok();
        self.opened(read);
        if is_open {
            self.keep.place = Some(Place::Site { id, tag: opened.tag });
        }
    }
}

async fn list(token: &str) -> Result<Vec<Listed>, NotSaved> {
    let reply = answered(ask(DOSSIERS, &[(TOKEN, token)], None).await)?;
    let value: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    let text = |it: &Value, name: &str| it[name].as_str().unwrap_or_default().to_owned();
    let list = value["dossiers"].as_array().into_iter().flatten();
    Ok(list
        .map(|it| Listed {
            id: text(it, "id"),
            title: text(it, "title"),
            statements: it["statements"]
                .as_u64()
                .and_then(|it| usize::try_from(it).ok())
                .unwrap_or(0),
            is_draft: it["draft"].as_bool().unwrap_or_default(),
        })
        .collect())
}

/// Reads a dossier.
pub(super) async fn open(token: &str, id: &str) -> Result<Opened, NotSaved> {
    let address = format!("{DOSSIERS}/{id}");
    let reply = answered(ask(&address, &[(TOKEN, token)], None).await)?;
    let value: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    let beside = value["beside"].as_array().into_iter().flatten();
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    Ok(Opened {
        file: text(&value["file"]),
        beside: beside.map(|it| (text(&it["name"]), text(&it["text"]))).collect(),
        tag: reply.tag.unwrap_or_default(),
    })
}

/// Saves a dossier. `tag` is that of the file that it replaces; `None` if there must be none.
pub(super) async fn save(
    token: &str,
    id: &str,
    tag: Option<&str>,
    file: &str,
) -> Result<Place, Failure> {
    let address = format!("{DOSSIERS}/{id}");
    let condition = tag.map_or(("if-none-match", "*"), |tag| ("if-match", tag));
    let headers = [(TOKEN, token), ("content-type", "application/json"), condition];
    let reply = ask(&address, &headers, Some(file)).await;
    if reply.as_ref().is_some_and(|reply| reply.status == 412) {
        let tag = reply.and_then(|reply| reply.tag);
        let now = match &tag {
            Some(_) => open(token, id).await.ok().map(|opened| opened.file),
            None => None,
        };
        return Err(Failure::Changed {
            now,
            place: Place::Site { id: id.to_owned(), tag: tag.unwrap_or_default() },
        });
    }
    let reply = answered(reply).map_err(Failure::Not)?;
    Ok(Place::Site { id: id.to_owned(), tag: reply.tag.unwrap_or_default() })
}

/// Returns the answer, or why there is none.
fn answered(reply: Option<Reply>) -> Result<Reply, NotSaved> {
    let reply = reply.ok_or(NotSaved::NoAnswer)?;
    match reply.status {
        200..300 => Ok(reply),
        403 => Err(NotSaved::Refused),
        404 => Err(NotSaved::Gone),
        413 => Err(NotSaved::TooLarge),
        423 => Err(NotSaved::ReadOnly),
        507 => Err(NotSaved::Full),
        status => {
            let value: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
            let message = value["message"].as_str().unwrap_or_default().trim_end_matches('.');
            Err(NotSaved::Failed(format!("{status} {message}")))
        }
    }
}
