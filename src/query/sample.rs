//! A small dossier for the tests of this room, and the parts to build others.

use crate::model::{
    Actor, ActorIx, ActorKind, Annotation, Article, Basis, Bound, Channel, Day, Decimal, Dossier,
    Figure, FigurePlace, Form, Hop, HopRole, Identification, IdentificationKind, Kind, Lookup,
    Party, PartyBasis, Place, PlaceIx, Precomputed, Reading, Rights, Role, Slug, Source, Span,
    Statement, StatementIx, Topic, TopicIx, Unit, UnitIx, When,
};

pub(super) const ISRAEL: ActorIx = ActorIx(0);
pub(super) const SYRIA: ActorIx = ActorIx(1);
pub(super) const OFFICIAL: ActorIx = ActorIx(2);
pub(super) const AGENCY: ActorIx = ActorIx(3);
pub(super) const GROUP: ActorIx = ActorIx(4);
pub(super) const TALKS: TopicIx = TopicIx(0);
pub(super) const WITHDRAWAL: TopicIx = TopicIx(1);

const UNITS: [&str; 4] = [
    "2026-01-06 News Agency - Paris",
    "Israel and Syria agreed to talk, both said on Tuesday.",
    "News Agency cited a Syrian official who said a “binding, clear timeline” for withdrawal was \
     needed. He accused Israel of delays.",
    "The Syrian Observatory documented 460 Israeli violations in southern Syria during 2025.",
];

/// Returns a dossier with four statements, five actors and one figure.
pub(super) fn dossier() -> Dossier {
    let mut dossier = empty();
    let mut joint = statement("joint", 1, &["both", "said", "Israel and Syria agreed to talk"]);
    joint.speakers = [SYRIA, ISRAEL].map(reading).into();
    joint.kind = reading(Kind::Announcement);
    joint.said_on = Day::new(2026, 1, 6).map(when);
    joint.topics = vec![reading(TALKS)];
    let timeline = "a “binding, clear timeline” for withdrawal was needed";
    let mut condition = statement("timeline", 2, &["a Syrian official", "said", timeline]);
    condition.speakers = vec![reading(OFFICIAL)];
    condition.identification.kind = reading(IdentificationKind::UnnamedPerson);
    condition.kind = reading(Kind::Condition);
    condition.via = vec![Hop { actor: AGENCY, role: reading(HopRole::Relayed) }];
    condition.topics = [TALKS, WITHDRAWAL].map(reading).into();
    let mut accusation = statement("delays", 2, &["He", "accused", "Israel of delays"]);
    accusation.speakers = vec![reading(OFFICIAL)];
    accusation.gist = Some("Says that Israel stalls".into());
    accusation.kind = reading(Kind::Accusation);
    accusation.said_on = Day::new(2026, 1, 5).map(when);
    accusation.topics = vec![reading(TALKS)];
    accusation.about = vec![reading(ISRAEL)];
    let count = "460 Israeli violations in southern Syria during 2025";
    let mut statistic = statement("count", 3, &["The Syrian Observatory", "documented", count]);
    statistic.speakers = vec![reading(GROUP)];
    statistic.kind = reading(Kind::Statistic);
    dossier.statements = [joint, condition, accusation, statistic].map(Into::into).into();
    dossier.figures = vec![figure()];
    dossier
}

/// Returns the same dossier without statements and figures.
pub(super) fn empty() -> Dossier {
    let mut official = actor("official", "Official of Syria", ActorKind::Person, Some(SYRIA));
    official.roles = vec![reading(Role::Representative)];
    let mut group = actor("group", "Syrian Observatory", ActorKind::Ngo, None);
    group.aliases = vec![reading("SOHR".into())];
    group.note = Some("Monitors the war".into());
    let topic = |id: &str, label: &str| Topic { id: slug(id), label: label.into(), note: None };
    Dossier {
        id: slug("sample"),
        draft: false,
        title: "Sample".into(),
        summary: None,
        annotation: Annotation {
            by: "A. Tester".into(),
            contact: None,
            date: day(),
            method: Some("By hand".into()),
        },
        article: Article {
            outlet: AGENCY,
            headline: None,
            published: day(),
            language: "en".into(),
            is_rtl: false,
            address: None,
            rights: Rights { holder: "News Agency".into(), notice: "".into() },
            shown: Vec::new(),
            precomputed: Precomputed::default(),
            archived: None,
            single_quotes: false,
            units: UNITS.map(Unit::new).into(),
            quoted_titles: Vec::new(),
        },
        topics: vec![topic("talks", "Paris talks"), topic("withdrawal", "Troop withdrawal")],
        places: vec![
            Place { id: slug("paris"), name: reading("Paris".into()) },
            Place { id: slug("south"), name: reading("Southern Syria".into()) },
        ],
        actors: vec![
            actor("israel", "Israel", ActorKind::State, Some(ISRAEL)),
            actor("syria", "Syria", ActorKind::State, Some(SYRIA)),
            official,
            actor("agency", "News Agency", ActorKind::Media, None),
            group,
        ],
        statements: Vec::new(),
        figures: Vec::new(),
        background: Vec::new(),
        relations: Vec::new(),
        corrections: Vec::new(),
        lookup: Lookup::default(),
    }
}

/// Returns a statement without speakers in a unit, given the words of its source, cue and content.
pub(super) fn statement(id: &str, unit: u32, [source, cue, content]: &[&str; 3]) -> Statement {
    Statement {
        id: slug(id),
        gist: None,
        passage: UnitIx(unit),
        source: Source {
            words: vec![span(unit, source)],
            shared_with: None,
            antecedent: Vec::new(),
            note: None,
        },
        cue: vec![span(unit, cue)],
        content: vec![span(unit, content)],
        speakers: Vec::new(),
        via: Vec::new(),
        kind: reading(Kind::Assertion),
        channel: reading(Channel::NotStated),
        identification: Identification::of_kind(IdentificationKind::NamedGroup),
        said_on: None,
        topics: Vec::new(),
        about: Vec::new(),
        places: Vec::new(),
        dates: Vec::new(),
        mentions: Vec::new(),
        translation: None,
        draft: false,
        note: None,
        assumed: Vec::new(),
    }
}

/// Returns a reading without a basis.
pub(super) fn reading<T>(value: T) -> Reading<T> {
    Reading { value, basis: Basis::default() }
}

/// Returns a date of one day.
pub(super) fn when(day: Day) -> When {
    When {
        edtf: day.iso().into(),
        words: Vec::new(),
        relative_to: None,
        note: None,
        first: Some(day),
        last: Some(day),
        in_words: Box::default(),
        form: Form::Single,
        uncertain: false,
        approximate: false,
    }
}

fn actor(id: &str, name: &str, kind: ActorKind, party: Option<ActorIx>) -> Actor {
    Actor {
        id: slug(id),
        name: reading(name.into()),
        aliases: Vec::new(),
        kind: reading(kind),
        identification: None,
        roles: Vec::new(),
        party: party.map(|actor| Party { actor, basis: reading(PartyBasis::Itself) }),
        note: None,
    }
}

fn figure() -> Figure {
    let south = FigurePlace { place: PlaceIx(1), qualifier: None, basis: Basis::default() };
    Figure {
        id: slug("violations"),
        statement: Some(StatementIx(3)),
        words: span(3, "460"),
        value: Decimal::parse("460").expect("a decimal"),
        upper: None,
        bound: reading(Bound::Exact),
        unit: reading("violation".into()),
        counted: span(3, "Israeli violations"),
        counted_by: Some(reading(GROUP)),
        period: Some(When { words: vec![span(3, "during 2025")], ..when(day()) }),
        places: vec![south],
        note: None,
    }
}

fn span(unit: u32, words: &str) -> Span {
    let text = Unit::new(UNITS[unit as usize]);
    let byte = text.as_str().find(words).expect("the words are in the unit");
    let start = text.code_point(byte);
    Span { unit: UnitIx(unit), start, end: text.code_point(byte + words.len()) }
}

fn slug(id: &str) -> Slug {
    Slug::new(id).expect("a slug")
}

fn day() -> Day {
    Day::new(2026, 1, 6).expect("a day")
}
