//! Where a statement is in the list: in article order, and with its passage where the words leave a
//! choice.

use super::super::desk::Desk;
use super::super::document::spans;
use super::super::json::{Json, Key};
use super::super::refused::Refused;
use super::STATEMENT;
use crate::model::{Span, UnitIx};

/// The start of a statement: its passage, and its first cue or content there. As the loader orders them.
type Start = (UnitIx, Option<Span>);

impl Desk {
    /// Moves a statement to its place, after its words changed.
    pub(super) fn place(&mut self, key: Key) -> Result<(), Refused> {
        let statement = self.statement_mut(key)?;
        if statement.get("passage").is_some() {
            let passage = start(statement).filter(|(_, words)| words.is_some());
            let content = spans(statement.get("content"));
            if passage.is_none()
                && let Some(first) = content.first()
            {
                let number = Json::number(&first.unit.0.to_string());
                statement.set("passage", Some(number), &STATEMENT);
            }
        }
        let Some(own) = start(statement) else { return Ok(()) };
        let (position, _) = self.state.document.element("statements", key).ok_or(Refused::Gone)?;
        let list = self.list_mut("statements");
        let is_before = |it: &Json| start(it).is_none_or(|other| other <= own);
        let is_after = |it: &Json| start(it).is_none_or(|other| other >= own);
        if list[..position].iter().all(is_before) && list[position + 1..].iter().all(is_after) {
            return Ok(());
        }
        let statement = list.remove(position);
        let at = list.iter().position(|it| start(it).is_some_and(|other| other > own));
        let at = at.unwrap_or(list.len());
        list.insert(at, statement);
        Ok(())
    }
}

/// Returns the start of a statement. `None` without content.
pub(super) fn start(statement: &Json) -> Option<Start> {
    let content = spans(statement.get("content"));
    let passage = statement.get("passage").and_then(Json::as_number).map(UnitIx);
    let passage = passage.or_else(|| content.first().map(|it| it.unit))?;
    let cue = spans(statement.get("cue"));
    let own = cue.iter().chain(&content).copied().filter(|it| it.unit == passage);
    (!content.is_empty()).then(|| (passage, own.min()))
}
