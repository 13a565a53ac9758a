//! The values of fields that a statement leaves out. All defaults that depend on other parts of the
//! dossier are derived here, and nowhere else.

use super::super::article_text::{Text, place};
use super::super::code::QuoteCode;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire;
use super::{Anchor, Context};
use crate::model::{
    Actor, ActorIx, ActorKind, Assumed, Basis, Channel, Hop, Identification, IdentificationKind,
    Reading, Source, Statement, UnitIx, When,
};

/// The statement whose source is shared, if this one takes its values, and what else they follow
/// from.
pub(super) struct Defaults<'d> {
    /// The earlier statement.
    from: Option<&'d Statement>,
    actors: &'d [Actor],
    has_source: bool,
    left_out: Vec<Assumed>,
}

impl<'d> Defaults<'d> {
    /// A statement with a shared source takes values from the other one if it leaves out its
    /// speakers, its channel or its identification. With all three it is complete: the fields that
    /// it does not have are empty.
    pub(super) fn of<Q>(
        wire: &wire::Statement<Q>,
        source: Option<&Source>,
        earlier: Option<&'d Statement>,
        actors: &'d [Actor],
    ) -> Self {
        let fields = [
            (Assumed::Passage, wire.passage.is_none()),
            (Assumed::Speakers, wire.speakers.is_none()),
            (Assumed::Via, wire.via.is_none()),
            (Assumed::Kind, wire.kind.is_none()),
            (Assumed::Channel, wire.channel.is_none()),
            (Assumed::Identification, wire.identification.is_none()),
            (Assumed::SaidOn, wire.said_on.is_none()),
        ];
        let left_out: Vec<Assumed> =
            fields.into_iter().filter(|(_, is_left_out)| *is_left_out).map(|(it, _)| it).collect();
        let is_complete = ![Assumed::Speakers, Assumed::Channel, Assumed::Identification]
            .iter()
            .any(|field| left_out.contains(field));
        let shared = wire.source.shared_with().filter(|_| !is_complete);
        let from = shared.and(earlier);
        let has_source = source.is_some_and(|source| !source.words.is_empty());
        Self { from, actors, has_source, left_out }
    }

    /// Returns the fields that the statement leaves out and that have a value.
    pub(super) fn assumed(&self) -> Vec<Assumed> {
        let has_value = |field: &Assumed| match field {
            Assumed::Speakers => self.from.is_some(),
            Assumed::Via => !self.via().is_empty(),
            Assumed::SaidOn => self.said_on().is_some(),
            Assumed::Passage | Assumed::Kind | Assumed::Channel | Assumed::Identification => true,
        };
        self.left_out.iter().copied().filter(has_value).collect()
    }

    pub(super) fn speakers(&self) -> Vec<Reading<ActorIx>> {
        self.from.map(|from| from.speakers.clone()).unwrap_or_default()
    }

    pub(super) fn via(&self) -> Vec<Hop> {
        self.from.map(|from| from.via.clone()).unwrap_or_default()
    }

    pub(super) fn said_on(&self) -> Option<When> {
        self.from.and_then(|from| from.said_on.clone())
    }

    pub(super) fn channel(&self) -> Reading<Channel> {
        let unknown = || Reading { value: Channel::NotStated, basis: Basis::default() };
        self.from.map_or_else(unknown, |from| from.channel.clone())
    }

    /// Returns the identification of the shared source or of the speakers. Without a source it is
    /// implicit. Several speakers with different identifications are a group.
    pub(super) fn identification(&self, speakers: &[Reading<ActorIx>]) -> Identification {
        if let Some(from) = self.from {
            return from.identification.clone();
        }
        if !self.has_source {
            return Identification::of_kind(IdentificationKind::Implicit);
        }
        let actors = speakers.iter().filter_map(|speaker| self.actors.get(speaker.value.index()));
        let named: Vec<Identification> =
            actors.map(|actor| self.identification_of(actor)).collect();
        match named.as_slice() {
            [] => Identification::of_kind(IdentificationKind::Implicit),
            [first, rest @ ..] if rest.iter().all(|it| it == first) => first.clone(),
            several => {
                let is_unnamed = several.iter().any(|it| it.kind.value.is_unnamed());
                Identification::of_kind(match is_unnamed {
                    true => IdentificationKind::UnnamedGroup,
                    false => IdentificationKind::NamedGroup,
                })
            }
        }
    }

    fn identification_of(&self, actor: &Actor) -> Identification {
        if let Some(given) = &actor.identification {
            return given.clone();
        }
        Identification::of_kind(usual_identification(actor.kind.value, &actor.name.value))
    }
}

/// Returns how an article identifies an actor of a kind, as far as its name shows.
pub fn usual_identification(kind: ActorKind, name: &str) -> IdentificationKind {
    match kind {
        ActorKind::Person if is_personal_name(name) => IdentificationKind::NamedPerson,
        ActorKind::Person => IdentificationKind::UnnamedPerson,
        _ if has_name(name) => IdentificationKind::NamedGroup,
        _ => IdentificationKind::UnnamedGroup,
    }
}

impl Context<'_, '_> {
    /// Returns the passage of a statement: the given one, or the paragraph of its content. Reports a
    /// paragraph that does not exist, and content that leaves a choice.
    pub(super) fn passage<Q: Anchor>(
        &mut self,
        wire: &wire::Statement<Q>,
        at: &At<'_>,
    ) -> Option<UnitIx> {
        if !self.has_text {
            return wire.passage.and_then(|number| self.text.unit(number));
        }
        if let Some(number) = wire.passage {
            let unit = self.text.unit(number);
            if unit.is_none() {
                self.report.add(&at.field("passage"), self.text.no_unit(number));
            }
            return unit;
        }
        match units_of(wire, self.text).as_slice() {
            [unit] => Some(*unit),
            // Words that do not occur are reported by their field.
            [] => None,
            several => {
                let places: Vec<String> = several.iter().take(3).map(|it| place(*it)).collect();
                let message = format!("the content occurs in {}", places.join(" and in "));
                let problem = Problem::error(QuoteCode::Ambiguous, message);
                let problem = several.iter().take(3).fold(problem, |problem, unit| {
                    problem.hint(format!("for {}, add \"passage\": {}", place(*unit), unit.0))
                });
                self.report.add(&at.field("content"), problem);
                None
            }
        }
    }
}

/// Returns the text units that can be the passage of a statement: that of the first piece of content
/// that occurs in only one unit or, without such a piece, those with the content, or with the content,
/// the cue and the source, if there are any.
pub(super) fn units_of<Q: Anchor>(wire: &wire::Statement<Q>, text: &Text) -> Vec<UnitIx> {
    let units = |quote: &Q| -> Vec<UnitIx> {
        let mut units: Vec<UnitIx> = quote.occurrences(text).iter().map(|it| it.unit).collect();
        units.dedup();
        units
    };
    let all_in = |unit: UnitIx, quotes: &wire::Quotes<Q>| {
        quotes.iter().all(|quote| units(quote).contains(&unit))
    };
    let content: Vec<Vec<UnitIx>> =
        wire.content.iter().filter(|quote| !quote.is_blank()).map(units).collect();
    if let Some(only) = content.iter().find(|units| units.len() == 1) {
        return only.clone();
    }
    let Some(first) = content.into_iter().find(|units| !units.is_empty()) else {
        return Vec::new();
    };
    let narrowed = |units: Vec<UnitIx>, quotes: &wire::Quotes<Q>| {
        let fitting: Vec<UnitIx> =
            units.iter().copied().filter(|unit| all_in(*unit, quotes)).collect();
        if fitting.is_empty() { units } else { fitting }
    };
    [&wire.content, &wire.cue, wire.source.words()].into_iter().fold(first, narrowed)
}

/// Words within a person's name that do not begin with a capital.
const PARTICLES: [&str; 24] = [
    "von", "van", "zu", "zur", "de", "del", "della", "di", "da", "dos", "das", "du", "des", "la",
    "le", "bin", "bint", "ibn", "al", "el", "ter", "ten", "y", "e",
];

/// Returns true if a text can be a person's own name: each of its words has a capital, except for
/// particles. "Ursula von der Leyen" is a name; "Syrian official" is not. Scripts without capitals
/// do not show a difference.
fn is_personal_name(name: &str) -> bool {
    let mut before = "";
    let mut is_name = true;
    for word in name.split_whitespace() {
        let is_particle = PARTICLES.contains(&word)
            || (matches!(word, "der" | "den") && matches!(before, "von" | "van"));
        is_name &=
            is_particle || !word.contains(char::is_lowercase) || word.contains(char::is_uppercase);
        before = word;
    }
    is_name
}

/// Returns true if a text can be the name of a group or an organisation: one of its words has a
/// capital, or its script has none.
fn has_name(name: &str) -> bool {
    name.contains(char::is_uppercase) || !name.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_make_a_name() {
        let people =
            ["Bruno Le Roux", "Ursula von der Leyen", "Ahmed al-Sharaa", "محمد علي", "王毅"];
        assert!(people.into_iter().all(is_personal_name));
        let unnamed = ["harbour official", "Syrian official", "a source", "Sprecher der Stadt"];
        assert!(!unnamed.into_iter().any(is_personal_name));
        assert!(["Conseil d’État", "Harbour Office", "外交部"].into_iter().all(has_name));
        assert!(!["officials", "islanders’ council"].into_iter().any(has_name));
    }
}
