//! The published dossier: all spans resolved to offsets, with the derived data. It loads back to
//! the same model.

mod derived;
mod excerpts;

use self::derived::derived;
use self::excerpts::excerpts;
use crate::load::published::Published;
use crate::load::wire::{self, Quotes, ResolvedQuote};
use crate::model::{
    Actor, ActorIx, Article, Assumed, Background, Basis, Correction, Decimal, Dossier, Figure, Hop,
    Identification, Mention, Reading, Referent, Relation, Show, Source, Span, Statement,
    StatementIx, When,
};
use std::collections::BTreeMap;

/// Maximum length of a quote's prefix and suffix, in code points.
const MAX_CONTEXT: u32 = 32;

/// Returns the published JSON of a dossier, with a final line break. Indented, it would be half as large
/// again.
pub fn published_json(dossier: &Dossier) -> String {
    let published = Published {
        schema: Some("../published.schema.json".to_owned()),
        dossier: Writer { dossier }.dossier(),
        derived: derived(dossier),
        assumed: assumed(dossier),
        excerpts: excerpts(dossier),
    };
    let json = serde_json::to_string(&published);
    // Maps with string keys, strings and numbers cannot fail to serialise.
    json.unwrap_or_default() + "\n"
}

/// Returns the fields of each statement that the annotator left out.
fn assumed(dossier: &Dossier) -> BTreeMap<String, Vec<Assumed>> {
    let statements = dossier.statements.iter().filter(|it| !it.assumed.is_empty());
    statements.map(|it| (it.id.to_string(), it.assumed.clone())).collect()
}

/// Returns true if a statement with a shared source takes fields from the other statement.
fn takes_fields(statement: &Statement) -> bool {
    let fields = [Assumed::Speakers, Assumed::Channel, Assumed::Identification];
    fields.into_iter().any(|field| statement.assumes(field))
}

struct Writer<'d> {
    dossier: &'d Dossier,
}

impl Writer<'_> {
    fn dossier(&self) -> wire::Dossier<ResolvedQuote> {
        let d = self.dossier;
        wire::Dossier {
            schema: None,
            format: 1,
            id: d.id.to_string(),
            draft: d.draft,
            title: d.title.to_string(),
            summary: text(&d.summary),
            annotation: wire::Annotation {
                by: d.annotation.by.to_string(),
                contact: text(&d.annotation.contact),
                date: d.annotation.date.iso(),
                method: text(&d.annotation.method),
            },
            article: self.article(&d.article),
            topics: (d.topics.iter())
                .map(|topic| wire::Topic {
                    id: topic.id.to_string(),
                    label: topic.label.to_string(),
                    note: text(&topic.note),
                })
                .collect(),
            places: (d.places.iter())
                .map(|place| wire::Place { id: place.id.to_string(), name: self.name(&place.name) })
                .collect(),
            actors: d.actors.iter().map(|actor| self.actor(actor)).collect(),
            statements: d.statements.iter().map(|s| self.statement(s)).collect(),
            figures: d.figures.iter().map(|figure| self.figure(figure)).collect(),
            background: d.background.iter().map(|b| self.background(b)).collect(),
            relations: d.relations.iter().map(|r| self.relation(r)).collect(),
            corrections: d.corrections.iter().map(|c| self.correction(c)).collect(),
        }
    }

    fn article(&self, article: &Article) -> wire::Article<ResolvedQuote> {
        let mut units = article.units.iter().map(|unit| unit.as_str().to_owned());
        wire::Article {
            outlet: self.actor_id(article.outlet),
            headline: text(&article.headline),
            published: article.published.iso(),
            language: article.language.to_string(),
            address: text(&article.address),
            archived: article.archived.as_ref().map(|archived| wire::Archived {
                address: archived.address.to_string(),
                on: archived.on.iso(),
            }),
            rights: wire::Rights {
                holder: article.rights.holder.to_string(),
                notice: article.rights.notice.to_string(),
                show: article.is_cut().then_some(Show::Excerpts),
            },
            dateline: units.next().filter(|dateline| !dateline.is_empty()),
            paragraphs: units.collect(),
            text: None,
            quoted_titles: article.quoted_titles.iter().map(|span| self.quote(*span)).collect(),
            single_quotes: article.single_quotes.then_some(true),
        }
    }

    fn actor(&self, actor: &Actor) -> wire::Actor<ResolvedQuote> {
        wire::Actor {
            id: actor.id.to_string(),
            name: self.name(&actor.name),
            aliases: actor.aliases.iter().map(|alias| self.name(alias)).collect(),
            kind: self.reading(&actor.kind, |kind| *kind),
            roles: actor.roles.iter().map(|role| self.reading(role, |role| *role)).collect(),
            party: actor.party.as_ref().map(|party| wire::Party {
                actor: self.actor_id(party.actor),
                basis: party.basis.value,
                evidence: self.quotes(&party.basis.basis.evidence),
                note: text(&party.basis.basis.note),
            }),
            identification: actor.identification.as_ref().map(|it| self.identification(it)),
            note: text(&actor.note),
        }
    }

    fn statement(&self, s: &Statement) -> wire::Statement<ResolvedQuote> {
        let d = self.dossier;
        // A statement that takes some fields from another one says of the others that they are empty.
        let from = s.source.shared_with.filter(|_| takes_fields(s)).map(|with| d.statement(with));
        let clears_via = s.via.is_empty() && from.is_some_and(|from| !from.via.is_empty());
        let clears_date = s.said_on.is_none() && from.is_some_and(|from| from.said_on.is_some());
        wire::Statement {
            id: s.id.to_string(),
            draft: s.draft,
            gist: text(&s.gist),
            passage: Some(s.passage.0.into()),
            source: self.source(&s.source),
            cue: self.quotes(&s.cue),
            content: self.quotes(&s.content),
            speakers: Some(self.readings(&s.speakers, |actor| self.actor_id(*actor))),
            via: (clears_via || !s.via.is_empty())
                .then(|| s.via.iter().map(|hop| self.hop(hop)).collect()),
            kind: Some(self.reading(&s.kind, |kind| *kind)),
            channel: Some(self.reading(&s.channel, |channel| *channel)),
            identification: Some(self.identification(&s.identification)),
            said_on: (clears_date || s.said_on.is_some())
                .then(|| s.said_on.as_ref().map(|when| self.when(when))),
            topics: self.readings(&s.topics, |topic| d.topic(*topic).id.to_string()),
            about: self.readings(&s.about, |actor| self.actor_id(*actor)),
            places: self.readings(&s.places, |place| d.place(*place).id.to_string()),
            dates: s.dates.iter().map(|when| self.when(when)).collect(),
            mentions: s.mentions.iter().map(|mention| self.mention(mention)).collect(),
            translation: s.translation.as_ref().map(|translation| wire::Translation {
                language: translation.language.to_string(),
                words: translation.words.to_string(),
                by: text(&translation.by),
            }),
            note: text(&s.note),
        }
    }

    fn source(&self, source: &Source) -> wire::Source<ResolvedQuote> {
        if *source == Source::default() {
            return wire::Source::default();
        }
        wire::Source::More(wire::SourceWords {
            words: self.quotes(source.own_words()),
            shared_with: source.shared_with.map(|with| self.statement_id(with)),
            antecedent: self.quotes(&source.antecedent),
            note: text(&source.note),
        })
    }

    fn hop(&self, hop: &Hop) -> wire::Hop<ResolvedQuote> {
        wire::Hop {
            actor: self.actor_id(hop.actor),
            role: hop.role.value,
            evidence: self.quotes(&hop.role.basis.evidence),
            note: text(&hop.role.basis.note),
        }
    }

    fn identification(&self, it: &Identification) -> wire::Identification<ResolvedQuote> {
        wire::Identification::Naming(wire::Naming {
            is: it.kind.value,
            evidence: self.quotes(&it.kind.basis.evidence),
            note: text(&it.kind.basis.note),
            described_as: self.quotes(&it.described_as),
            condition: self.quotes(&it.condition),
            reason: self.quotes(&it.reason),
        })
    }

    fn mention(&self, mention: &Mention) -> wire::Mention<ResolvedQuote> {
        let (mut actors, mut statements) = (Vec::new(), Vec::new());
        for referent in &mention.referents {
            match referent {
                Referent::Actor(actor) => actors.push(self.actor_id(*actor)),
                Referent::Statement(statement) => statements.push(self.statement_id(*statement)),
            }
        }
        wire::Mention {
            words: self.quote(mention.words),
            actors,
            statements,
            evidence: self.quotes(&mention.basis.evidence),
            note: text(&mention.basis.note),
        }
    }

    fn figure(&self, figure: &Figure) -> wire::Figure<ResolvedQuote> {
        let d = self.dossier;
        let reading = |unit: &Reading<Box<str>>| self.reading(unit, |unit| unit.to_string());
        wire::Figure {
            id: figure.id.to_string(),
            statement: figure.statement.map(|ix| self.statement_id(ix)),
            words: self.quote(figure.words),
            value: number(figure.value),
            upper: figure.upper.map(number),
            bound: self.reading(&figure.bound, |bound| *bound),
            unit: reading(&figure.unit),
            counted: self.quote(figure.counted),
            counted_by: (figure.counted_by.as_ref())
                .map(|by| self.reading(by, |actor| self.actor_id(*actor))),
            period: figure.period.as_ref().map(|when| self.when(when)),
            places: (figure.places.iter())
                .map(|place| {
                    wire::FigurePlace::Place(wire::QualifiedPlace {
                        place: d.place(place.place).id.to_string(),
                        qualifier: place.qualifier.map(|span| self.quote(span)),
                        evidence: self.quotes(&place.basis.evidence),
                        note: text(&place.basis.note),
                    })
                })
                .collect(),
            note: text(&figure.note),
        }
    }

    fn background(&self, background: &Background) -> wire::Background<ResolvedQuote> {
        wire::Background {
            words: self.quotes(&background.words),
            voice: background.voice,
            why: text(&background.why),
        }
    }

    fn relation(&self, relation: &Relation) -> wire::Relation<ResolvedQuote> {
        wire::Relation {
            from: self.statement_id(relation.from),
            to: self.statement_id(relation.to),
            kind: relation.kind,
            note: text(&relation.basis.note).unwrap_or_default(),
            evidence: self.quotes(&relation.basis.evidence),
        }
    }

    fn correction(&self, correction: &Correction) -> wire::Correction {
        wire::Correction {
            on: correction.on.iso(),
            of: correction.of,
            what: correction.what.to_string(),
            statements: correction.statements.iter().map(|ix| self.statement_id(*ix)).collect(),
        }
    }

    fn when(&self, when: &When) -> wire::When<ResolvedQuote> {
        wire::When {
            edtf: when.edtf.to_string(),
            words: self.quotes(&when.words),
            relative_to: text(&when.relative_to),
            note: text(&when.note),
        }
    }

    fn name(&self, name: &Reading<Box<str>>) -> wire::Reading<String, ResolvedQuote> {
        self.reading(name, |name| name.to_string())
    }

    fn readings<T, U>(
        &self,
        list: &[Reading<T>],
        value: impl Fn(&T) -> U,
    ) -> Vec<wire::Reading<U, ResolvedQuote>> {
        list.iter().map(|reading| self.reading(reading, &value)).collect()
    }

    fn reading<T, U>(
        &self,
        reading: &Reading<T>,
        value: impl Fn(&T) -> U,
    ) -> wire::Reading<U, ResolvedQuote> {
        let Basis { evidence, note } = &reading.basis;
        let is = value(&reading.value);
        if evidence.is_empty() && note.is_none() {
            return wire::Reading::Bare(is);
        }
        wire::Reading::Based(wire::Based { is, evidence: self.quotes(evidence), note: text(note) })
    }

    fn quotes(&self, spans: &[Span]) -> Quotes<ResolvedQuote> {
        Quotes::Many(spans.iter().map(|span| self.quote(*span)).collect())
    }

    fn quote(&self, span: Span) -> ResolvedQuote {
        quote(&self.dossier.article, span)
    }

    fn actor_id(&self, actor: ActorIx) -> String {
        self.dossier.actor(actor).id.to_string()
    }

    fn statement_id(&self, statement: StatementIx) -> String {
        self.dossier.statement(statement).id.to_string()
    }
}

/// Returns a quote of a span, with its context and its offsets.
pub fn quote(article: &Article, span: Span) -> ResolvedQuote {
    let unit = article.unit(span.unit);
    let after = span.end.saturating_add(MAX_CONTEXT).min(unit.len());
    ResolvedQuote {
        exact: unit.slice(span.start, span.end).to_owned(),
        prefix: unit.slice(span.start.saturating_sub(MAX_CONTEXT), span.start).to_owned(),
        suffix: unit.slice(span.end, after).to_owned(),
        unit: span.unit.0.into(),
        start: span.start.into(),
        end: span.end.into(),
    }
}

fn text(text: &Option<Box<str>>) -> Option<String> {
    text.as_deref().map(str::to_owned)
}

fn number(value: Decimal) -> serde_json::Number {
    let zero = || serde_json::Number::from(0);
    value.to_string().parse().unwrap_or_else(|_| zero())
}
