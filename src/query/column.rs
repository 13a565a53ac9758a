//! Columns: the values of one facet and the items of a collection that have each value. Values are
//! numbered, so that counting only increments numbers in a slice.

use super::facet::{Collection, Facet, Value};
use crate::model::{
    ActorIx, ActorKind, DateRef, Directness, Dossier, FigureIx, IdentificationKind, Kind, Role,
    StatementIx, Vocabulary, sorted_positions,
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
    let is_actors = collection == Collection::Actors;
    let actors = dossier.actors.len();
    let size = match facet {
        Facet::Kind if is_actors => ActorKind::ALL.len(),
        Facet::Kind => Kind::ALL.len(),
        Facet::Identification => IdentificationKind::ALL.len(),
        Facet::Directness => Directness::ALL.len(),
        Facet::Role => Role::ALL.len(),
        // The last is `Unnamed`.
        Facet::Speaker => actors + 1,
        Facet::Via | Facet::Party | Facet::About => actors,
        Facet::Topic => dossier.topics.len(),
        Facet::Place => dossier.places.len(),
        Facet::Date => dossier.dates().len(),
    };
    let value = |number: usize| match facet {
        Facet::Kind if is_actors => Value::ActorKind(ActorKind::ALL[number]),
        Facet::Kind => Value::Kind(Kind::ALL[number]),
        Facet::Identification => Value::Identification(IdentificationKind::ALL[number]),
        Facet::Directness => Value::Directness(Directness::ALL[number]),
        Facet::Role => Value::Role(Role::ALL[number]),
        Facet::Speaker if number == actors => Value::Unnamed,
        Facet::Speaker | Facet::Via | Facet::Party | Facet::About => Value::Actor(number.into()),
        Facet::Topic => Value::Topic(number.into()),
        Facet::Place => Value::Place(number.into()),
        Facet::Date => Value::Date(dossier.dates()[number].at),
    };
    (0..size).map(value).collect()
}

/// Returns the numbers of the values of all items, each once per item, and the end of each item's
/// group.
fn collect(dossier: &Dossier, collection: Collection, facet: Facet) -> (Vec<u32>, Vec<u32>) {
    let mut sheet = Sheet::default();
    if facet == Facet::Date {
        for numbers in of_dates(dossier, collection) {
            numbers.into_iter().for_each(|number| sheet.add(number));
            sheet.close();
        }
        return (sheet.item_values, sheet.ends);
    }
    for item in 0..length(dossier, collection) {
        match collection {
            Collection::Statements => of_statement(dossier, item.into(), facet, &mut sheet),
            Collection::Actors => of_actor(dossier, item.into(), facet, &mut sheet),
            Collection::Figures => of_figure(dossier, item.into(), facet, &mut sheet),
        }
        sheet.close();
    }
    (sheet.item_values, sheet.ends)
}

fn length(dossier: &Dossier, collection: Collection) -> usize {
    match collection {
        Collection::Statements => dossier.statements.len(),
        Collection::Actors => dossier.actors.len(),
        Collection::Figures => dossier.figures.len(),
    }
}

#[derive(Default)]
struct Sheet {
    item_values: Vec<u32>,
    ends: Vec<u32>,
    /// For each value, the last item that has it, counted from 1.
    last: Vec<u32>,
}

impl Sheet {
    /// Adds a value to the current item, unless the item has it.
    fn add(&mut self, number: u32) {
        // The number of the item, counted from 1.
        let item = u32::try_from(self.ends.len()).unwrap_or(u32::MAX).saturating_add(1);
        let at = number as usize;
        if self.last.len() <= at {
            self.last.resize(at + 1, 0);
        }
        if self.last[at] != item {
            self.last[at] = item;
            self.item_values.push(number);
        }
    }

    /// Goes on to the next item.
    fn close(&mut self) {
        self.ends.push(u32::try_from(self.item_values.len()).unwrap_or(u32::MAX));
    }
}

/// Returns the dates of each item. A figure has only its period.
fn of_dates(dossier: &Dossier, collection: Collection) -> Vec<Vec<u32>> {
    let mut items = vec![Vec::new(); length(dossier, collection)];
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

fn of_statement(dossier: &Dossier, ix: StatementIx, facet: Facet, sheet: &mut Sheet) {
    let statement = dossier.statement(ix);
    match facet {
        Facet::Kind => sheet.add(statement.kind.value as u32),
        Facet::Speaker => {
            statement.speakers.iter().for_each(|speaker| sheet.add(speaker.value.0));
            if statement.is_unnamed() {
                sheet.add(u32::try_from(dossier.actors.len()).unwrap_or(u32::MAX));
            }
        }
        Facet::Via => statement.via.iter().for_each(|hop| sheet.add(hop.actor.0)),
        Facet::Party => dossier.parties_of(ix).iter().for_each(|party| sheet.add(party.0)),
        Facet::Identification => sheet.add(statement.identification.kind.value as u32),
        Facet::Directness => sheet.add(dossier.wording(ix).directness as u32),
        Facet::Topic => statement.topics.iter().for_each(|topic| sheet.add(topic.value.0)),
        Facet::Place => statement.places.iter().for_each(|place| sheet.add(place.value.0)),
        Facet::About => statement.about.iter().for_each(|about| sheet.add(about.value.0)),
        Facet::Role | Facet::Date => {}
    }
}

fn of_actor(dossier: &Dossier, ix: ActorIx, facet: Facet, sheet: &mut Sheet) {
    let actor = dossier.actor(ix);
    match facet {
        Facet::Kind => sheet.add(actor.kind.value as u32),
        Facet::Role => actor.roles.iter().for_each(|role| sheet.add(role.value as u32)),
        Facet::Party => dossier.party_of(ix).iter().for_each(|party| sheet.add(party.0)),
        _ => {}
    }
}

fn of_figure(dossier: &Dossier, ix: FigureIx, facet: Facet, sheet: &mut Sheet) {
    let figure = dossier.figure(ix);
    match facet {
        Facet::Speaker => figure.counted_by.iter().for_each(|by| sheet.add(by.value.0)),
        Facet::Place => return figure.places.iter().for_each(|place| sheet.add(place.place.0)),
        _ => {}
    }
    if let Some(statement) = figure.statement {
        of_statement(dossier, statement, facet, sheet);
    }
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
