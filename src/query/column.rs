//! Columns: the values of one facet and the items of a collection that have each value. Values are
//! numbered, so that counting only increments numbers in a slice.

use super::facet::{Collection, Facet, Value};
use crate::model::{
    ActorIx, ActorKind, DateRef, Directness, Dossier, Figure, IdentificationKind, Kind, PlaceIx,
    Role, Statement, StatementIx, TopicIx, Vocabulary, sorted_positions,
};

/// The values of a facet for all items of a collection.
#[derive(Debug)]
pub(super) struct Column {
    pub facet: Facet,
    /// All values of a closed vocabulary, or else the values that occur: topics in the dossier's
    /// order, dates in chronological order, other values by frequency, after any unnamed source.
    pub values: Vec<Value>,
    /// For each value, the number of items that have it.
    pub totals: Vec<u32>,
    /// Positions in `values`, grouped by item.
    item_values: Vec<u32>,
    /// For each item, the end of its group in `item_values`.
    ends: Vec<u32>,
}

impl Column {
    pub fn new(dossier: &Dossier, collection: Collection, facet: Facet) -> Self {
        let (mut item_values, ends) = collect(dossier, collection, facet);
        let domain = domain(dossier, collection, facet);
        let mut counts = vec![0_u32; domain.len()];
        for number in &item_values {
            counts[*number as usize] += 1;
        }
        let mut listed: Vec<usize> = (0..domain.len()).collect();
        if !is_closed(facet) {
            listed.retain(|number| counts[*number] > 0);
            if !matches!(facet, Facet::Topic | Facet::Date) {
                let by_frequency = listed.iter().map(|number| match domain[*number] {
                    Value::Unnamed => 0,
                    _ => u64::from(u32::MAX - counts[*number]),
                });
                listed = sorted_positions(by_frequency)
                    .into_iter()
                    .map(|at| listed[at as usize])
                    .collect();
            }
        }
        let mut positions = vec![0; domain.len()];
        for (position, number) in (0..).zip(&listed) {
            positions[*number] = position;
        }
        for number in &mut item_values {
            *number = positions[*number as usize];
        }
        Self {
            facet,
            values: listed.iter().map(|number| domain[*number]).collect(),
            totals: listed.iter().map(|number| counts[*number]).collect(),
            item_values,
            ends,
        }
    }

    /// Returns the positions in `values` of the values that an item has.
    pub fn of(&self, item: u32) -> &[u32] {
        let item = item as usize;
        let start = item.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.item_values[start as usize..self.ends[item] as usize]
    }

    /// Adds an item to the count of each value that it has.
    pub fn count(&self, item: u32, counts: &mut [u32]) {
        for position in self.of(item) {
            counts[*position as usize] += 1;
        }
    }

    /// Finds the position of the value with a code.
    pub fn find(&self, dossier: &Dossier, code: &str) -> Option<usize> {
        self.values.iter().position(|value| value.code(dossier) == code)
    }
}

fn is_closed(facet: Facet) -> bool {
    use Facet::{Directness, Identification, Kind, Role};
    matches!(facet, Kind | Identification | Directness | Role)
}

/// Returns all possible values of a facet, by number.
fn domain(dossier: &Dossier, collection: Collection, facet: Facet) -> Vec<Value> {
    fn codes<T: Vocabulary>(value: fn(T) -> Value) -> Vec<Value> {
        T::ALL.iter().copied().map(value).collect()
    }
    fn positions<Ix: From<usize>>(length: usize, value: fn(Ix) -> Value) -> Vec<Value> {
        (0..length).map(Ix::from).map(value).collect()
    }
    match facet {
        Facet::Kind if collection == Collection::Actors => codes::<ActorKind>(Value::ActorKind),
        Facet::Kind => codes::<Kind>(Value::Kind),
        Facet::Identification => codes::<IdentificationKind>(Value::Identification),
        Facet::Directness => codes::<Directness>(Value::Directness),
        Facet::Role => codes::<Role>(Value::Role),
        Facet::Speaker | Facet::Via | Facet::Party | Facet::About => {
            let mut actors = positions::<ActorIx>(dossier.actors.len(), Value::Actor);
            if facet == Facet::Speaker {
                actors.push(Value::Unnamed);
            }
            actors
        }
        Facet::Topic => positions::<TopicIx>(dossier.topics.len(), Value::Topic),
        Facet::Place => positions::<PlaceIx>(dossier.places.len(), Value::Place),
        Facet::Date => dossier.dates().iter().map(|date| Value::Date(date.at)).collect(),
    }
}

/// Returns the numbers of the values of all items, each once per item, and the end of each item's
/// group.
fn collect(dossier: &Dossier, collection: Collection, facet: Facet) -> (Vec<u32>, Vec<u32>) {
    let mut sheet = Sheet::default();
    match collection {
        _ if facet == Facet::Date => {
            for numbers in of_dates(dossier, collection) {
                sheet.add(numbers);
            }
        }
        Collection::Statements if facet == Facet::Directness => {
            for ix in (0..dossier.statements.len()).map(StatementIx::from) {
                sheet.add([dossier.wording(ix).directness as u32]);
            }
        }
        Collection::Statements => {
            for statement in &dossier.statements {
                sheet.add(of_statement(dossier, statement, facet));
            }
        }
        Collection::Actors => {
            for ix in (0..dossier.actors.len()).map(ActorIx::from) {
                sheet.add(of_actor(dossier, ix, facet));
            }
        }
        Collection::Figures => {
            for figure in &dossier.figures {
                sheet.add(of_figure(dossier, figure, facet));
            }
        }
    }
    (sheet.item_values, sheet.ends)
}

#[derive(Default)]
struct Sheet {
    item_values: Vec<u32>,
    ends: Vec<u32>,
    /// For each value, the last item that has it, counted from 1.
    last: Vec<u32>,
}

impl Sheet {
    fn add(&mut self, numbers: impl IntoIterator<Item = u32>) {
        // The number of the item, counted from 1.
        let item = u32::try_from(self.ends.len()).unwrap_or(u32::MAX).saturating_add(1);
        for number in numbers {
            let at = number as usize;
            if self.last.len() <= at {
                self.last.resize(at + 1, 0);
            }
            if self.last[at] != item {
                self.last[at] = item;
                self.item_values.push(number);
            }
        }
        self.ends.push(u32::try_from(self.item_values.len()).unwrap_or(u32::MAX));
    }
}

/// Returns the dates of each item. A figure has only its period.
fn of_dates(dossier: &Dossier, collection: Collection) -> Vec<Vec<u32>> {
    let length = match collection {
        Collection::Statements => dossier.statements.len(),
        Collection::Actors => dossier.actors.len(),
        Collection::Figures => dossier.figures.len(),
    };
    let mut items = vec![Vec::new(); length];
    for (number, date) in (0..).zip(dossier.dates()) {
        for at in date.uses.iter().copied() {
            let item = match (collection, at) {
                (Collection::Statements, at) => match at.statement(dossier) {
                    Some(statement) => statement.index(),
                    None => continue,
                },
                (Collection::Figures, DateRef::Period(figure)) => figure.index(),
                _ => continue,
            };
            items[item].push(number);
        }
    }
    items
}

fn of_statement(dossier: &Dossier, statement: &Statement, facet: Facet) -> Vec<u32> {
    match facet {
        Facet::Kind => vec![statement.kind.value as u32],
        Facet::Speaker => {
            let unnamed = statement.is_unnamed().then_some(dossier.actors.len());
            let unnamed = unnamed.and_then(|number| u32::try_from(number).ok());
            let speakers = statement.speakers.iter().map(|speaker| speaker.value.0);
            speakers.chain(unnamed).collect()
        }
        Facet::Via => statement.via.iter().map(|hop| hop.actor.0).collect(),
        Facet::Party => dossier.parties_of(statement).iter().map(|party| party.0).collect(),
        Facet::Identification => vec![statement.identification.kind.value as u32],
        Facet::Topic => statement.topics.iter().map(|topic| topic.value.0).collect(),
        Facet::Place => statement.places.iter().map(|place| place.value.0).collect(),
        Facet::About => statement.about.iter().map(|about| about.value.0).collect(),
        Facet::Directness | Facet::Role | Facet::Date => Vec::new(),
    }
}

fn of_actor(dossier: &Dossier, ix: ActorIx, facet: Facet) -> Vec<u32> {
    let actor = dossier.actor(ix);
    match facet {
        Facet::Kind => vec![actor.kind.value as u32],
        Facet::Role => actor.roles.iter().map(|role| role.value as u32).collect(),
        Facet::Party => dossier.party_of(ix).iter().map(|party| party.0).collect(),
        _ => Vec::new(),
    }
}

fn of_figure(dossier: &Dossier, figure: &Figure, facet: Facet) -> Vec<u32> {
    let mut numbers = Vec::new();
    match facet {
        Facet::Speaker => numbers.extend(figure.counted_by.iter().map(|by| by.value.0)),
        Facet::Place => return figure.places.iter().map(|place| place.place.0).collect(),
        _ => {}
    }
    if let Some(statement) = figure.statement {
        numbers.extend(of_statement(dossier, dossier.statement(statement), facet));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn lists_values_in_the_documented_order() {
        let dossier = sample::dossier();
        let check = |collection, facet, expected: &[&str]| {
            let column = Column::new(&dossier, collection, facet);
            let codes: Vec<&str> = column.values.iter().map(|v| v.code(&dossier)).collect();
            assert_eq!(codes, expected, "{collection:?} {facet:?}");
        };
        let speakers = ["~unnamed", "official", "israel", "syria", "group"];
        check(Collection::Statements, Facet::Speaker, &speakers);
        check(Collection::Statements, Facet::Via, &["agency"]);
        check(Collection::Statements, Facet::Party, &["syria", "israel"]);
        check(Collection::Statements, Facet::Topic, &["talks", "withdrawal"]);
        check(Collection::Statements, Facet::Directness, &["direct", "mixed", "indirect"]);
        check(Collection::Actors, Facet::Party, &["syria", "israel"]);
        check(Collection::Figures, Facet::Speaker, &["group"]);
        check(Collection::Figures, Facet::Place, &["south"]);
    }

    #[test]
    fn numbers_of_closed_vocabularies_are_their_positions() {
        fn check<T: Vocabulary + std::fmt::Debug>(number: fn(T) -> usize) {
            for (position, value) in T::ALL.iter().enumerate() {
                assert_eq!(number(*value), position, "{value:?}");
            }
        }
        check::<Kind>(|v| v as usize);
        check::<IdentificationKind>(|v| v as usize);
        check::<Directness>(|v| v as usize);
        check::<ActorKind>(|v| v as usize);
        check::<Role>(|v| v as usize);
    }

    #[test]
    fn an_item_has_each_value_once() {
        let dossier = sample::dossier();
        let column = Column::new(&dossier, Collection::Statements, Facet::Speaker);
        let item_values = |item| -> Vec<&str> {
            let code = |place: &u32| column.values[*place as usize].code(&dossier);
            column.of(item).iter().map(code).collect()
        };
        assert_eq!(item_values(0), ["syria", "israel"]);
        assert_eq!(item_values(1), ["official", "~unnamed"]);
        let figures = Column::new(&dossier, Collection::Figures, Facet::Speaker);
        assert_eq!(figures.of(0), [0]);
    }
}
