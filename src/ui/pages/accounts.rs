//! Who speaks to what: topics down, parties across.

use crate::model::{
    Accounts, ActorIx, Dossier, Relation, Slug, StatementIx, TopicAccounts, TopicIx,
};
use crate::query::{Collection, Facet, View};
use crate::route::Route;
use crate::ui::el::{at, attrs, copied, el, item, link, list, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::marks::{kind_mark, number_link, ours, strip};
use crate::ui::page::Page;
use crate::ui::text::{self, Label};
use yew::prelude::*;

/// The page of all accounts; with a party, of its own.
pub fn accounts_page(page: &Page, party: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let accounts = Accounts::of(dossier);
    let title = match party {
        Some(party) => format!("The account of {}", dossier.actor(party).name.value),
        None => "Who speaks to what".to_owned(),
    };
    let heading = list![at("id", "title"), at("tabindex", "-1")];
    let lead = "Topics down, parties across. A statement counts with the party that its source \
                belongs to; belonging is not speaking for. An empty cell means only that this \
                article holds no such statement. ";
    let ours =
        ours("span", "byhand", list![txt("Topics, gists and relations are the annotator’s.")]);
    let head = list![
        attrs("h1", heading, list![txt(title)]),
        el("p", "", list![txt(lead), ours]),
        ways(page, &accounts, party),
    ];
    let frame = list![table(page, &accounts, party), elsewhere(page, &accounts)];
    [el("div", "dossier", head), el("div", "matrix-frame", frame)].into_iter().collect()
}

/// One party at a time, and the order of the topics.
fn ways(page: &Page, accounts: &Accounts, now: Option<ActorIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let way = |route: Route, name: &str, is_now: bool| {
        let mut attributes = list![at("href", route.href(page.root))];
        if is_now {
            attributes.push(at("aria-current", "page"));
        }
        el("li", "", list![attrs("a", attributes, list![copied(name)])])
    };
    let mut ways = list![way(Route::Accounts(dossier.id.clone()), "All accounts", now.is_none())];
    for party in &accounts.parties {
        let actor = dossier.actor(*party);
        let route = Route::Account(dossier.id.clone(), actor.id.clone());
        ways.push(way(route, &actor.name.value, now == Some(*party)));
    }
    let option = |value: &'static str, name: &'static str| {
        attrs("option", list![at("value", value)], list![txt(name)])
    };
    let options =
        list![option("", "as the dossier lists them"), option("most", "most statements first")];
    let order = list![txt("Topics "), attrs("select", list![at("data-sorts", ".matrix")], options)];
    let nav = list![at("class", "ways-of"), at("aria-label", "Accounts")];
    let order = el("label", "needs-script", order);
    attrs("nav", nav, list![el("ul", "", ways), order])
}

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

fn table(page: &Page, accounts: &Accounts, party: Option<ActorIx>) -> Html {
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
        let count: usize = {
            let mut all: Vec<StatementIx> =
                accounts.rows.iter().flat_map(|row| cell(row, *column)).copied().collect();
            all.sort();
            all.dedup();
            all.len()
        };
        let (name, speaks) = match column {
            Column::Joint => (txt("Jointly"), txt("nobody’s alone")),
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
        let is_silent = count == 0;
        let count = el("small", "", list![txt(format!(" {count}"))]);
        let class = match column {
            _ if is_silent => "slim",
            Column::Other(_) => "outside",
            _ => "",
        };
        let inner = list![name, count, el("span", "speaks", list![speaks])];
        attrs(
            "th",
            list![at("scope", "col"), at("role", "columnheader"), at("class", class)],
            inner,
        )
    });
    let corner =
        attrs("td", list![at("role", "cell")], list![el("span", "hush", list![txt("Topic")])]);
    let mut cells = list![corner];
    cells.extend(heads);
    let row = attrs("tr", list![at("role", "row")], cells);
    attrs("thead", list![at("role", "rowgroup")], list![row])
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
        return txt("jointly only");
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
    let mut statements = shown.clone();
    statements.sort();
    statements.dedup();
    let mut cells = list![topic(page, row.topic, statements.len(), relations.len() + 1)];
    cells.extend(columns.iter().map(|column| {
        let name = column_name(dossier, accounts, *column);
        let here = cell(row, *column);
        let party = el("span", "cell-party", list![txt(name)]);
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
        let inner = list![attrs("td", span, between(page, relation))];
        rows.push(attrs("tr", list![at("role", "row"), at("class", "between")], inner));
    }
    let count = statements.len().to_string();
    attrs("tbody", list![at("role", "rowgroup"), at("data-count", count)], rows)
}

fn topic(page: &Page, topic: Option<TopicIx>, count: usize, rows: usize) -> Html {
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
    if let Some(ix) = topic {
        let view = View::default().with(Facet::Topic, dossier.topic(ix).id.as_str());
        let href = Route::Compare(dossier.id.clone()).href_with(page.root, &view);
        inner.push(link("side-link needs-script", href.into(), list![txt("Side by side")]));
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
    topic: Option<TopicIx>,
    column: Column,
    count: usize,
) -> Option<Html> {
    let dossier = &page.prepared.dossier;
    let topic = dossier.topic(topic.filter(|_| count > 1)?);
    let view = View::default().with(Facet::Topic, topic.id.as_str());
    let view = match column {
        Column::Joint => return None,
        Column::Party(at) => view.with(Facet::Party, id(dossier, accounts.parties[at])),
        Column::Other(at) => view.with(Facet::Speaker, id(dossier, accounts.others[at])),
    };
    let href = Route::Statements(dossier.id.clone()).href_with(page.root, &view);
    let name = list![txt("As cards")];
    Some(el("p", "more", list![link("", href.into(), name)]))
}

/// A statement in a cell: kind, wording, on what basis it counts here, gist.
fn entry(page: &Page, ix: StatementIx, column: Column) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = page.prepared.wording(ix);
    let mut head = list![
        kind_mark(statement.kind.value),
        strip(wording),
        el("span", "hush", list![txt(wording.directness.label())]),
    ];
    if column == Column::Joint {
        let joint = statement.speakers.iter().map(|speaker| chip(page, speaker.value)).collect();
        head.push(el("span", "joint", joint));
        head.extend(statement.via.iter().map(|hop| txt(text::hop(dossier, statement, hop))));
    } else {
        for speaker in &statement.speakers {
            let party = dossier.actor(speaker.value).party.as_ref();
            if party.is_none_or(|party| party.actor != speaker.value) {
                head.push(chip(page, speaker.value));
            }
        }
        head.extend(text::unnamed(statement).map(|how| el("small", "", list![txt(how)])));
    }
    let inner = list![
        number_link(page, ix, false),
        el("span", "entry-head", head),
        icon(Icon::Pen),
        el("span", "gist-short", list![copied(&statement.gist)]),
    ];
    item(ix.index(), "entry", inner.into_iter().collect())
}

/// A relation between two statements, with the annotator's note.
fn between(page: &Page, relation: &Relation) -> Vec<Html> {
    let name = text::relation_text(relation.kind, true).to_ascii_lowercase();
    let note = relation.basis.note.as_deref().unwrap_or_default();
    let beside = page.beside(&[relation.from, relation.to]);
    list![
        number_link(page, relation.from, false),
        txt(" "),
        el("b", "", list![txt(name)]),
        txt(" "),
        number_link(page, relation.to, false),
        txt(" "),
        ours("span", "ours", list![copied(note)]),
        txt(" "),
        link("needs-script", beside, list![txt("Side by side")]),
    ]
}

/// Relations between statements that share no topic stand in no row.
fn elsewhere(page: &Page, accounts: &Accounts) -> Html {
    let dossier = &page.prepared.dossier;
    let shares_row = |relation: &&Relation| {
        !accounts.rows.iter().any(|row| {
            let mut ends = [false; 2];
            row.statements().for_each(|ix| {
                ends[0] |= ix == relation.from;
                ends[1] |= ix == relation.to;
            });
            ends == [true; 2]
        })
    };
    let items: Vec<Html> = (dossier.relations.iter())
        .filter(shares_row)
        .map(|relation| el("li", "relation", between(page, relation)))
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    let title = list![txt("Across topics")];
    el("div", "elsewhere", list![el("h2", "", title), el("ul", "", items)])
}

fn id(dossier: &Dossier, actor: ActorIx) -> &str {
    let id: &Slug = &dossier.actor(actor).id;
    id.as_str()
}
