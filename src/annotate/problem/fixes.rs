//! What can be done about a problem, as edits.

use super::{About, FixLabel, Problem};
use crate::annotate::desk::Desk;
use crate::annotate::document::{reading, source_words, spans, text_of};
use crate::annotate::edit::{ActorField, Edit, NewHop, NewWhen, Part, Who};
use crate::annotate::json::{Json, Key};
use crate::annotate::question::Slot;
use crate::load::names::Names;
use crate::load::{ArticleCode, Code, DateCode, StatementCode};
use crate::model::{HopRole, Kind, Vocabulary, Voice};

/// The note that answers a warning about a reading that is meant as it is.
const MEANT: &str = "Checked by the annotator: it is meant as it is.";

type Fixes = Vec<(FixLabel, Edit)>;

impl Desk {
    /// Returns the fixes of a problem at a position in the list.
    pub(super) fn fixes(
        &self,
        problem: &Problem,
        position: usize,
        names: Option<&Names<'_>>,
    ) -> Fixes {
        let mut fixes: Fixes = Vec::new();
        if let Some(fix) = &problem.fix {
            fixes.push((FixLabel::Loader(fix.does.clone()), Edit::Fix(position)));
        }
        match (&problem.about, problem.code) {
            (About::Statement(key), Code::Statement(code)) => {
                fixes.extend(self.of_statement(*key, code, problem, names));
            }
            (About::Statement(key), Code::Date(code)) => {
                fixes.extend(self.of_date(*key, code, problem))
            }
            (About::Unit(unit), Code::Article(ArticleCode::QuotationLeftOut)) => {
                let Some(words) = problem.spans.first().copied() else { return fixes };
                debug_assert_eq!(words.unit, *unit);
                let own = Edit::Background { words: vec![words], voice: Voice::Reporter };
                fixes.push((FixLabel::NewStatement, Edit::NewStatement { content: vec![words] }));
                fixes.push((FixLabel::ReportersOwn, own));
                fixes.push((FixLabel::QuotedTitle, Edit::QuotedTitle(words)));
            }
            (About::Unit(_), Code::Article(ArticleCode::NameLeftOut)) => {
                let Some(words) = problem.spans.first().copied() else { return fixes };
                let sentence = self.text().sentence_at(words.unit, words.start);
                if let Some(sentence) = sentence {
                    let own = Edit::Background { words: vec![sentence], voice: Voice::Reporter };
                    fixes.push((FixLabel::ReportersOwn, own));
                }
                let actor =
                    problem.message.rsplit("names \"").next().and_then(|it| it.split('"').next());
                let known = actor.filter(|id| self.drawn.actors.contains_key(*id));
                if let Some(id) = known {
                    let field = ActorField::Note(Some(MEANT.to_owned()));
                    fixes.push((FixLabel::Leave, Edit::Actor { actor: id.to_owned(), field }));
                }
            }
            (_, Code::Article(ArticleCode::SingleQuotes)) => {
                for are in [true, false] {
                    fixes.push((FixLabel::SingleQuotes(are), Edit::SingleQuotes(are)));
                }
            }
            _ => {}
        }
        fixes
    }

    fn of_statement(
        &self,
        key: Key,
        code: StatementCode,
        problem: &Problem,
        names: Option<&Names<'_>>,
    ) -> Fixes {
        let Some(statement) = self.statement_of(key) else { return Fixes::new() };
        let note = || {
            let old = text_of(statement, "note");
            let note = if old.is_empty() { MEANT.to_owned() } else { format!("{old} {MEANT}") };
            (FixLabel::Leave, Edit::Note { statement: key, note })
        };
        match code {
            StatementCode::OtherSpeaker | StatementCode::SpeakerNotNamed => {
                let mut fixes = self.other_speakers(key, statement, names);
                let speaker = self.state.document.root.at(&problem.path);
                if let Some(id) = reading(speaker) {
                    let (speaker, note) = (id.to_owned(), MEANT.to_owned());
                    fixes.push((
                        FixLabel::Leave,
                        Edit::SpeakerNote { statement: key, speaker, note },
                    ));
                }
                fixes
            }
            StatementCode::SharedSpeakers => {
                let shared = self.shared(statement);
                let speakers = shared.and_then(|from| self.effective(from, "speakers"));
                let ids: Vec<String> = speakers
                    .iter()
                    .flat_map(Json::elements)
                    .filter_map(|it| reading(Some(it)).map(str::to_owned))
                    .collect();
                let name = ids.iter().map(|id| self.name_of(id)).collect::<Vec<_>>().join(", ");
                let who = ids.into_iter().map(Who::Actor).collect();
                let mut fixes =
                    vec![(FixLabel::UseSpeaker(name), Edit::Speakers { statement: key, who })];
                let own = statement.get("speakers").and_then(|it| reading(it.elements().first()));
                if let Some(speaker) = own.map(str::to_owned) {
                    let note = MEANT.to_owned();
                    fixes.push((
                        FixLabel::Leave,
                        Edit::SpeakerNote { statement: key, speaker, note },
                    ));
                }
                fixes
            }
            StatementCode::MissingHop | StatementCode::OtherChain => {
                let question = self.question(key, Slot::Chain);
                let answers = question.into_iter().flat_map(|it| it.answers);
                let chains = answers.filter_map(|answer| match answer.label {
                    super::super::Label::Chain(names) => {
                        Some((FixLabel::AddToChain(names.join(", ")), answer.edit))
                    }
                    _ => None,
                });
                let mut fixes: Fixes = chains.take(2).collect();
                if fixes.is_empty() {
                    fixes.extend(self.missing_hop(key, statement, problem));
                }
                fixes.push(note());
                fixes
            }
            StatementCode::QuotationCut | StatementCode::QuotationContinues => {
                let Some(words) = problem.spans.first().copied() else { return vec![note()] };
                let label = match code {
                    StatementCode::QuotationCut => FixLabel::ExtendToMark,
                    _ => FixLabel::AddNextParagraph,
                };
                let add = Edit::AddWords { statement: key, part: Part::Content, words };
                vec![(label, add), note()]
            }
            StatementCode::KindWithoutCue => {
                let other = Edit::Kind { statement: key, kind: Some(Kind::Assertion) };
                let keep = Edit::KindNote { statement: key, note: MEANT.to_owned() };
                vec![(FixLabel::UseKind(Kind::Assertion), other), (FixLabel::Leave, keep)]
            }
            StatementCode::Twice => {
                vec![(FixLabel::RemoveStatement, Edit::RemoveStatement(key)), note()]
            }
            StatementCode::OverParagraphs | StatementCode::GistNotQuoted => vec![note()],
            _ => Fixes::new(),
        }
    }

    /// Returns the actors that the words of a source name.
    fn other_speakers(&self, key: Key, statement: &Json, names: Option<&Names<'_>>) -> Fixes {
        let mut words = source_words(statement);
        let source = statement.get("source").filter(|it| it.span.is_none());
        if self.is_pronoun(&words) {
            words = spans(source.and_then(|it| it.get("antecedent")));
        }
        let named = names.map(|names| names.named(&words).by_name).unwrap_or_default();
        let actors = self.state.document.list("actors");
        let ids = named.iter().filter_map(|it| actors.get(it.index()));
        ids.map(|it| {
            let id = text_of(it, "id").to_owned();
            let label = FixLabel::UseSpeaker(self.name_of(&id));
            (label, Edit::Speakers { statement: key, who: vec![Who::Actor(id)] })
        })
        .collect()
    }

    /// Returns the step that the message of a problem says is missing.
    fn missing_hop(
        &self,
        key: Key,
        statement: &Json,
        problem: &Problem,
    ) -> Option<(FixLabel, Edit)> {
        let id = problem.message.split("through \"").nth(1)?.split('"').next()?;
        self.drawn.actors.get(id)?;
        let hops = statement.get("via").map_or(&[][..], Json::elements).iter();
        let mut hops: Vec<NewHop> = hops
            .map(|hop| NewHop {
                who: Who::Actor(text_of(hop, "actor").to_owned()),
                role: HopRole::from_code(text_of(hop, "role")).unwrap_or(HopRole::Reported),
                evidence: spans(hop.get("evidence")),
            })
            .collect();
        let who = Who::Actor(id.to_owned());
        hops.push(NewHop { who, role: HopRole::Reported, evidence: Vec::new() });
        Some((FixLabel::AddToChain(self.name_of(id)), Edit::Chain { statement: key, hops }))
    }

    fn of_date(&self, key: Key, code: DateCode, problem: &Problem) -> Fixes {
        let Some(when) = self.statement_of(key).and_then(|it| it.get("said_on")) else {
            return Fixes::new();
        };
        if !problem.path.contains("said_on") {
            return Fixes::new();
        }
        let words = spans(when.get("words"));
        let mut fixes = Fixes::new();
        let read = words.first().and_then(|it| self.read_date(*it));
        if let Some(read) = read.filter(|it| it.edtf != text_of(when, "edtf")) {
            let label = FixLabel::UseDate(read.edtf.clone());
            fixes.push((label, Edit::SaidOn { statement: key, when: Some(read) }));
        }
        if matches!(code, DateCode::OtherDay | DateCode::SaidAfterPublication | DateCode::OtherYear)
        {
            let relative_to = Some(text_of(when, "relative_to").to_owned());
            let noted = NewWhen {
                edtf: text_of(when, "edtf").to_owned(),
                words,
                relative_to: relative_to.filter(|it| !it.is_empty()),
                note: Some(MEANT.to_owned()),
            };
            fixes.push((FixLabel::Leave, Edit::SaidOn { statement: key, when: Some(noted) }));
        }
        fixes
    }

    /// Returns the name of an actor.
    pub(in crate::annotate) fn name_of(&self, id: &str) -> String {
        self.drawn.actors.get(id).map_or_else(|| id.to_owned(), |it| it.name.clone())
    }
}
