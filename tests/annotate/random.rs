//! Random edits.

use onrecord::annotate::{
    ActorField, ArticleField, Desk, Edit, Key, NewHop, NewWhen, Part, Slot, SuggestionIx, Who,
};
use onrecord::model::{
    ActorKind, Bound, Channel, HopRole, IdentificationKind, Kind, PartyBasis, Show, Span, UnitIx,
    Vocabulary, Voice,
};

/// Numbers that decide what is edited.
pub struct Dice<'d> {
    numbers: &'d [u32],
    at: usize,
}

impl<'d> Dice<'d> {
    pub const fn new(numbers: &'d [u32]) -> Self {
        Self { numbers, at: 0 }
    }

    pub fn is_over(&self) -> bool {
        self.at >= self.numbers.len()
    }

    /// A number below another one.
    pub fn below(&mut self, end: usize) -> usize {
        let number = self.numbers.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        number as usize % end.max(1)
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn key(&mut self, desk: &Desk) -> Key {
        let statements = &desk.view().statements;
        if statements.is_empty() {
            return Key(u32::MAX);
        }
        statements[self.below(statements.len())].key
    }

    fn span(&mut self, desk: &Desk) -> Span {
        let units = desk.text().units();
        let unit = self.below(units.len());
        let length = units[unit].len() as usize;
        let start = self.below(length);
        let end = start + 1 + self.below(40);
        Span {
            unit: UnitIx(u32::try_from(unit).expect("few")),
            start: u32::try_from(start).expect("short"),
            end: u32::try_from(end.min(length)).expect("short"),
        }
    }

    fn spans(&mut self, desk: &Desk) -> Vec<Span> {
        (0..self.below(3)).map(|_| self.span(desk)).collect()
    }

    fn actor(&mut self, desk: &Desk) -> String {
        let actors = &desk.view().actors;
        if actors.is_empty() {
            return "nobody".to_owned();
        }
        actors[self.below(actors.len())].id.clone()
    }

    fn who(&mut self, desk: &Desk) -> Who {
        match self.below(4) {
            0 => Who::Typed(self.text()),
            1 => Who::Found(self.below(desk.view().names.len() + 2)),
            _ => Who::Actor(self.actor(desk)),
        }
    }

    fn text(&mut self) -> String {
        const TEXTS: [&str; 9] = [
            "Anna Lund",
            "the operator",
            "",
            "  ",
            "<b onclick=x>\"quoted\" \u{202e}\u{7}</b>",
            "سكيري",
            "👩‍👩‍👧 e\u{301}",
            "en",
            "2026-03-03",
        ];
        self.pick(&TEXTS).to_owned()
    }

    fn when(&mut self, desk: &Desk) -> NewWhen {
        NewWhen {
            edtf: self.pick(&["2026-03-03", "2025", "nonsense", ""]).to_owned(),
            words: self.spans(desk),
            relative_to: self.pick(&[None, Some("2026-03-03")]).map(str::to_owned),
            note: self.pick(&[None, Some("A note.")]).map(str::to_owned),
        }
    }

    fn part(&mut self) -> Part {
        self.pick(&[Part::Content, Part::Source, Part::Cue])
    }

    /// An edit, which may be refused.
    pub fn edit(&mut self, desk: &Desk) -> Edit {
        let statement = self.key(desk);
        match self.below(44) {
            0..=3 => Edit::Accept(SuggestionIx(self.below(12))),
            4 => Edit::Reject(SuggestionIx(self.below(12))),
            5 => Edit::Restore(SuggestionIx(self.below(12))),
            6 | 7 => Edit::NewStatement { content: self.spans(desk) },
            8 => Edit::SetWords { statement, part: self.part(), words: self.spans(desk) },
            9 | 10 => Edit::AddWords { statement, part: self.part(), words: self.span(desk) },
            11 => Edit::RemoveWords { statement, part: self.part(), words: self.span(desk) },
            12 | 13 => Edit::Speakers {
                statement,
                who: (0..self.below(3)).map(|_| self.who(desk)).collect(),
            },
            14 => Edit::ToggleSpeaker { statement, who: self.who(desk) },
            15 => Edit::SpeakerNote { statement, speaker: self.actor(desk), note: self.text() },
            16 => Edit::Antecedent { statement, words: self.spans(desk) },
            17 | 18 => Edit::Chain {
                statement,
                hops: (0..self.below(3))
                    .map(|_| NewHop {
                        who: self.who(desk),
                        role: self.pick(HopRole::ALL),
                        evidence: self.spans(desk),
                    })
                    .collect(),
            },
            19 | 20 => Edit::SameSource { statement, from: None },
            21 => Edit::SameSource { statement, from: Some(self.key(desk)) },
            22 => Edit::Without { statement, slot: self.pick(&Slot::ALL) },
            23 => Edit::Kind { statement, kind: Some(self.pick(Kind::ALL)) },
            24 => Edit::Channel { statement, channel: Some(self.pick(Channel::ALL)) },
            25 => {
                Edit::Identification { statement, kind: Some(self.pick(IdentificationKind::ALL)) }
            }
            26 => Edit::SaidOn { statement, when: Some(self.when(desk)) },
            27 => Edit::Dates { statement, dates: vec![self.when(desk)] },
            28 => Edit::Topics { statement, labels: vec![self.text(), self.text()] },
            29 => Edit::About { statement, who: vec![self.who(desk)] },
            30 => match self.below(3) {
                0 => Edit::Gist { statement, gist: self.text() },
                1 => Edit::Note { statement, note: self.text() },
                _ => Edit::KindNote { statement, note: self.text() },
            },
            31 => Edit::StatementDraft { statement, draft: self.below(2) == 0 },
            32 => Edit::RemoveStatement(statement),
            33 => Edit::Background { words: self.spans(desk), voice: self.pick(Voice::ALL) },
            34 => match self.below(3) {
                0 => Edit::QuotedTitle(self.span(desk)),
                1 => Edit::SingleQuotes(self.below(2) == 0),
                _ => Edit::Show(self.pick(Show::ALL)),
            },
            35 => Edit::NewFigure { words: self.span(desk), counted: None },
            36 => {
                let figures = &desk.view().figures;
                let Some(first) = figures.first() else { return Edit::Draft(true) };
                match self.below(2) {
                    0 => Edit::RemoveFigure(first.key),
                    _ => Edit::Figure {
                        figure: first.key,
                        counted: Some(self.span(desk)),
                        unit: None,
                        bound: Some(self.pick(Bound::ALL)),
                    },
                }
            }
            37 => {
                let actor = self.actor(desk);
                let field = match self.below(7) {
                    0 => ActorField::Name(self.text()),
                    1 => ActorField::AddAlias(self.text()),
                    2 => ActorField::RemoveAlias(self.text()),
                    3 => ActorField::Kind(self.pick(ActorKind::ALL)),
                    4 => ActorField::Party(Some((self.who(desk), self.pick(PartyBasis::ALL)))),
                    5 => ActorField::Party(None),
                    _ => ActorField::Note(Some(self.text())),
                };
                Edit::Actor { actor, field }
            }
            38 => Edit::MergeActors { actor: self.actor(desk), into: self.actor(desk) },
            39 => Edit::SplitActor {
                actor: self.actor(desk),
                other: self.who(desk),
                statements: vec![statement],
            },
            40 => Edit::RemoveActor(self.actor(desk)),
            41 => Edit::Article {
                field: self.pick(&[
                    ArticleField::Title,
                    ArticleField::Headline,
                    ArticleField::Dateline,
                    ArticleField::Outlet,
                    ArticleField::Language,
                    ArticleField::Published,
                    ArticleField::Address,
                    ArticleField::RightsHolder,
                    ArticleField::RightsNotice,
                    ArticleField::Annotator,
                ]),
                text: self.text(),
            },
            42 => Edit::MoveFirstLine {
                field: self.pick(&[ArticleField::Headline, ArticleField::Dateline]),
                back: self.below(2) == 0,
            },
            _ => match self.below(3) {
                0 => Edit::Draft(self.below(2) == 0),
                1 => Edit::Fix(self.below(8)),
                _ => {
                    let problems = &desk.view().problems;
                    let fixes: Vec<Edit> = problems
                        .iter()
                        .flat_map(|it| it.fixes.iter().map(|(_, edit)| edit.clone()))
                        .collect();
                    if fixes.is_empty() {
                        return Edit::Draft(true);
                    }
                    fixes[self.below(fixes.len())].clone()
                }
            },
        }
    }
}
