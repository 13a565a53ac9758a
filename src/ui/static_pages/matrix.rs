//! The matrix of accounts: topics down, parties across, joint statements and sources outside of the
//! parties in columns of their own. A real table; roles are said outright, for a narrow page lays it
//! out as blocks.

use crate::model::{
    Accounts, ActorIx, Dossier, Relation, Statement, StatementIx, TopicAccounts, TopicIx,
};
use crate::query::{Collection, Facet, View};
use crate::route::Route;
use crate::text::{self, Label};
use crate::ui::el::{at, attrs, copied, el, item, link, list, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::parts::marks::{kind_mark, number_link, ours, strip};
use std::rc::Rc;
use yew::prelude::*;

/// A column: the joint statements, a party's, or those of a source outside of the parties.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Joint,
    Party(usize),
    Other(usize),
}

fn columns(accounts: &Accounts, party: Option<ActorIx>) -> Vec<Column> {
    let has_joint = accounts.rows.iter().any(|row| !row.joint.is_empty());
    let joint = has_joint.then_some(Column::Joint);
    let parties = (0..accounts.parties.len())
        .filter(|at| party.is_none_or(|party| accounts.parties[*at] == party))
        .map(Column::Party);
    let others = (0..accounts.others.len()).filter(|_| party.is_none()).map(Column::Other);
    joint.into_iter().chain(parties).chain(others).collect()
}

fn cell(row: &TopicAccounts, column: Column) -> &[StatementIx] {
    match column {
        Column::Joint => &row.joint,
        Column::Party(at) => &row.by_party[at],
        Column::Other(at) => &row.by_other[at],
    }
}

/// The table of all accounts; with a party, of what it says alone and jointly.
pub fn matrix(page: &Page, accounts: &Accounts, party: Option<ActorIx>) -> Html {
    let columns = columns(accounts, party);
    let is_shown = |row: &&TopicAccounts| columns.iter().any(|c| !cell(row, *c).is_empty());
    let bodies =
        accounts.rows.iter().filter(is_shown).map(|row| body(page, accounts, &columns, row));
    let mut inner = list![
        el("caption", "hush", list![txt("Statements by topic and party")]),
        head(page, accounts, &columns),
    ];
    inner.extend(bodies);
    attrs("table", list![at("class", "matrix"), at("role", "table")], inner)
}

fn head(page: &Page, accounts: &Accounts, columns: &[Column]) -> Html {
    let dossier = &page.prepared.dossier;
    let heads = columns.iter().map(|column| {
        let of_column = accounts.rows.iter().flat_map(|row| cell(row, *column));
        let count = distinct(of_column.copied().collect());
        let (name, speaks) = match column {
            Column::Joint => (txt("Jointly"), txt("said together")),
            Column::Party(at) => {
                let party = accounts.parties[*at];
                let href = page.narrowed(Collection::Statements, Facet::Party, id(dossier, party));
                let name = link("", href, list![copied(&dossier.actor(party).name.value)]);
                (name, speakers(page, accounts, *column))
            }
            Column::Other(at) => {
                let source = accounts.others[*at];
                let href =
                    page.narrowed(Collection::Statements, Facet::Speaker, id(dossier, source));
                let name = link("", href, list![copied(&dossier.actor(source).name.value)]);
                (name, txt("belongs to no party"))
            }
        };
        let jointly = match column {
            Column::Party(at) => jointly(dossier, accounts.parties[*at]),
            _ => 0,
        };
        let count = match jointly {
            0 => format!(" {count}"),
            jointly => format!(" {count} and {jointly} jointly"),
        };
        let count = el("small", "", list![txt(count)]);
        let class = if matches!(column, Column::Other(_)) { "outside" } else { "" };
        let inner = list![name, count, el("span", "speaks", list![speaks])];
        attrs(
            "th",
            list![at("scope", "col"), at("role", "columnheader"), at("class", class)],
            inner,
        )
    });
    let corner = attrs(
        "th",
        list![at("role", "columnheader"), at("scope", "col")],
        list![el("span", "hush", list![txt("Topic")])],
    );
    let mut cells = list![corner];
    cells.extend(heads);
    let row = attrs("tr", list![at("role", "row")], cells);
    attrs("thead", list![at("role", "rowgroup")], list![row])
}

/// How many statements there are, each counted once.
fn distinct(mut statements: Vec<StatementIx>) -> usize {
    statements.sort();
    statements.dedup();
    statements.len()
}

/// How many joint statements a party has a part in.
fn jointly(dossier: &Dossier, party: ActorIx) -> usize {
    let is = |s: &&Rc<Statement>| s.is_joint() && dossier.parties_of(s).contains(&party);
    dossier.statements.iter().filter(is).count()
}

/// Whose statements a column holds, where that is not the party itself.
fn speakers(page: &Page, accounts: &Accounts, column: Column) -> Html {
    let dossier = &page.prepared.dossier;
    let mut found: Vec<ActorIx> = Vec::new();
    for row in &accounts.rows {
        for ix in cell(row, column) {
            for speaker in &dossier.statement(*ix).speakers {
                if !found.contains(&speaker.value) {
                    found.push(speaker.value);
                }
            }
        }
    }
    if found.is_empty() {
        return Html::default();
    }
    found.into_iter().map(|actor| chip(page, actor)).collect()
}

fn chip(page: &Page, actor: ActorIx) -> Html {
    let class = if page.prepared.is_unnamed(actor) { "chip unnamed" } else { "chip" };
    el("span", class, list![copied(&page.prepared.dossier.actor(actor).name.value)])
}

fn body(page: &Page, accounts: &Accounts, columns: &[Column], row: &TopicAccounts) -> Html {
    let dossier = &page.prepared.dossier;
    let shown: Vec<StatementIx> = columns.iter().flat_map(|c| cell(row, *c)).copied().collect();
    let relations: Vec<&Relation> = (dossier.relations.iter())
        .filter(|r| shown.contains(&r.from) && shown.contains(&r.to))
        .collect();
    let count = distinct(shown);
    let speaking = columns.iter().filter(|column| !cell(row, **column).is_empty()).count();
    let rows = relations.len() + 1;
    let mut cells = list![topic(page, row.topic, count, rows, speaking > 1)];
    cells.extend(columns.iter().map(|column| {
        let name = column_name(dossier, accounts, *column);
        let here = cell(row, *column);
        let party = el("span", "cell-party", list![txt(name)]);
        let jointly = joint_in(page, accounts, row, *column);
        if here.is_empty() && !jointly.is_empty() {
            let numbers = el("span", "together-in", jointly);
            return attrs("td", list![at("role", "cell")], list![party, numbers]);
        }
        if here.is_empty() {
            let silent = list![party, txt(text::NO_STATEMENT)];
            return attrs("td", list![at("role", "cell"), at("class", "none")], silent);
        }
        let mut inner = list![party];
        inner.push(el("ul", "", here.iter().map(|ix| entry(page, *ix, *column)).collect()));
        inner.extend(cards(page, accounts, row.topic, *column, here.len()));
        let class = if *column == Column::Joint { "together" } else { "" };
        attrs("td", list![at("role", "cell"), at("class", class)], inner)
    }));
    let mut rows = list![attrs("tr", list![at("role", "row")], cells)];
    for relation in relations {
        let span = list![
            at("role", "cell"),
            at("class", "relation"),
            at("colspan", columns.len().to_string()),
        ];
        let inner = list![attrs("td", span, self::relation(page, relation))];
        rows.push(attrs("tr", list![at("role", "row"), at("class", "between")], inner));
    }
    attrs("tbody", list![at("role", "rowgroup"), at("data-count", count.to_string())], rows)
}

/// The numbers of the joint statements that a party has a part in: it is not silent on the topic.
fn joint_in(page: &Page, accounts: &Accounts, row: &TopicAccounts, column: Column) -> Vec<Html> {
    let Column::Party(at) = column else { return Vec::new() };
    let dossier = &page.prepared.dossier;
    let is_in = |ix: &&StatementIx| {
        dossier.parties_of(dossier.statement(**ix)).contains(&accounts.parties[at])
    };
    let mut numbers: Vec<Html> =
        row.joint.iter().filter(is_in).map(|ix| number_link(page, *ix, false)).collect();
    if !numbers.is_empty() {
        numbers.insert(0, txt("only jointly: "));
    }
    numbers
}

fn topic(
    page: &Page,
    topic: Option<TopicIx>,
    count: usize,
    rows: usize,
    several_speak: bool,
) -> Html {
    let dossier = &page.prepared.dossier;
    let number = el("small", "", list![txt(format!(" {count}"))]);
    let mut inner = match topic {
        Some(ix) => {
            let topic = dossier.topic(ix);
            let href = page.narrowed(Collection::Statements, Facet::Topic, topic.id.as_str());
            list![link("", href, list![copied(&topic.label)]), number]
        }
        None => list![txt("On no topic"), number],
    };
    if let Some(ix) = topic.filter(|_| several_speak) {
        let view = View::default().with(Facet::Topic, dossier.topic(ix).id.as_str());
        let href = Route::Compare(dossier.id.clone()).href_with(page.root, &view);
        inner.push(link("side-link needs-script", href.into(), on(page, "Side by side", Some(ix))));
    }
    let attributes =
        list![at("scope", "row"), at("role", "rowheader"), at("rowspan", rows.to_string())];
    attrs("th", attributes, inner)
}

fn column_name(dossier: &Dossier, accounts: &Accounts, column: Column) -> String {
    let name = |actor: ActorIx| dossier.actor(actor).name.value.to_string();
    match column {
        Column::Joint => "Jointly".to_owned(),
        Column::Party(at) => name(accounts.parties[at]),
        Column::Other(at) => name(accounts.others[at]),
    }
}

/// The statements of a cell as cards; for one, its own entry is enough.
fn cards(
    page: &Page,
    accounts: &Accounts,
    ix: Option<TopicIx>,
    column: Column,
    count: usize,
) -> Option<Html> {
    let dossier = &page.prepared.dossier;
    let topic = dossier.topic(ix.filter(|_| count > 1)?);
    let view = View::default().with(Facet::Topic, topic.id.as_str());
    let view = match column {
        Column::Joint => return None,
        Column::Party(at) => view.with(Facet::Party, id(dossier, accounts.parties[at])),
        Column::Other(at) => view.with(Facet::Speaker, id(dossier, accounts.others[at])),
    };
    let href = Route::Statements(dossier.id.clone()).href_with(page.root, &view);
    let name = on(page, "As cards", ix);
    Some(el("p", "more", list![link("", href.into(), name)]))
}

/// A link's name, with its topic for those who hear it away from its row.
fn on(page: &Page, name: &'static str, topic: Option<TopicIx>) -> Vec<Html> {
    let topic = topic.map(|ix| format!(": {}", page.prepared.dossier.topic(ix).label));
    list![txt(name), el("span", "hush", list![txt(topic.unwrap_or_default())])]
}

/// A statement in a cell: kind, wording, on what basis it counts here, gist.
fn entry(page: &Page, ix: StatementIx, column: Column) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = page.prepared.wording(ix);
    let mut head = list![
        kind_mark(statement.kind.value),
        strip(wording, page.prepared.direction()),
        el("span", "hush", list![txt(wording.directness.label())]),
    ];
    if column == Column::Joint {
        let joint = statement.speakers.iter().map(|speaker| chip(page, speaker.value)).collect();
        head.push(el("span", "joint", joint));
    } else {
        for speaker in &statement.speakers {
            let party = dossier.actor(speaker.value).party.as_ref();
            if party.is_none_or(|party| party.actor != speaker.value) {
                head.push(chip(page, speaker.value));
            }
        }
        head.extend(text::unnamed(statement).map(|how| el("small", "", list![txt(how)])));
    }
    let hops = statement.via.iter().map(|hop| txt(text::hop(dossier, statement, hop)));
    head.extend(hops.map(|hop| el("small", "", list![hop])));
    let inner = list![
        number_link(page, ix, false),
        el("span", "entry-head", head),
        icon(Icon::Pen),
        el("span", "gist-short", list![copied(&statement.gist)]),
    ];
    item(ix.index(), "entry", inner.into_iter().collect())
}

/// A relation between two statements, with the annotator's note.
pub fn relation(page: &Page, relation: &Relation) -> Vec<Html> {
    let name = text::relation_text(relation.kind, true).to_ascii_lowercase();
    let note = relation.basis.note.as_deref().unwrap_or_default();
    let beside = page.beside(&[relation.from, relation.to]);
    let (from, to) = (relation.from.index() + 1, relation.to.index() + 1);
    let ends = format!(": statements {from} and {to}");
    list![
        number_link(page, relation.from, false),
        txt(" "),
        el("b", "", list![txt(name)]),
        txt(" "),
        number_link(page, relation.to, false),
        txt(" "),
        ours("span", "ours", list![copied(note)]),
        txt(" "),
        link(
            "needs-script",
            beside,
            list![txt("Side by side"), el("span", "hush", list![txt(ends)])]
        ),
    ]
}

fn id(dossier: &Dossier, actor: ActorIx) -> &str {
    dossier.actor(actor).id.as_str()
}
