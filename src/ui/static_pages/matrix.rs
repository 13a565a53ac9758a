//! The table of sides: a row for each topic and a column for each side, with separate columns for
//! joint statements and for sources outside the sides. The roles are explicit, because narrow pages
//! lay the table out as blocks, which removes the implicit ones.

use super::matrix_cell::{
    Column, Content, cell, column_name, content, data_cell, is_one_source, joint_cell, silent_cell,
    sources,
};
use crate::model::{Accounts, ActorIx, Relation, StatementIx, TopicAccounts, TopicIx};
use crate::query::{Collection, Facet};
use crate::text;
use crate::text::static_pages::accounts as words;
use crate::ui::page::Page;
use crate::ui::parts::marks::{inferred, source_box};
use crate::ui::parts::related::footnote;
use yew::prelude::*;

/// Maximum number of sources that the head of a column names.
const MAX_SOURCES: usize = 12;
/// Number of columns after which the table scrolls sideways, because they would be too narrow.
const FITTING: usize = 5;

fn columns(accounts: &Accounts) -> Vec<Column> {
    let has_joint = accounts.rows.iter().any(|row| !row.joint.is_empty());
    let joint = has_joint.then_some(Column::Joint);
    let parties = (0..accounts.parties.len()).map(Column::Party);
    let others = (0..accounts.others.len()).map(Column::Other);
    let has_nobody = accounts.rows.iter().any(|row| !row.by_nobody.is_empty());
    let nobody = has_nobody.then_some(Column::Nobody);
    joint.into_iter().chain(parties).chain(others).chain(nobody).collect()
}

/// Renders the table of all sides, or of what one party says alone and jointly.
pub fn matrix(page: &Page, accounts: &Accounts) -> Html {
    let columns = columns(accounts);
    let is_shown = |at: &usize| columns.iter().any(|c| !cell(&accounts.rows[*at], *c).is_empty());
    let rows = (0..accounts.rows.len()).filter(is_shown);
    let alone: Vec<bool> = columns
        .iter()
        .map(|column| is_one_source(&page.prepared.dossier, accounts, *column))
        .collect();
    let pairs = pairs_by_row(page, accounts);
    // A column is the wider, the more summaries are printed in it.
    let printed = |column: &Column| {
        distinct(accounts.rows.iter().flat_map(|row| cell(row, *column)).copied().collect())
    };
    let most = columns.iter().filter(|c| **c != Column::Joint).map(printed).max().unwrap_or(0);
    let widths = columns.iter().map(|column| {
        let class = match (column, printed(column)) {
            (Column::Joint, _) => "of-joint",
            // A table of one side has room enough.
            _ if columns.len() < 4 => "",
            (_, 0) => "of-silence",
            (_, printed) if most > 2 && printed == most => "of-most",
            _ => "",
        };
        html! { <col {class} /> }
    });
    let table = html! {
        <table class="matrix" role="table">
            <caption class="hush">{ words::CAPTION }</caption>
            <colgroup><col class="of-topic" />{ for widths }</colgroup>
            { head(page, accounts, &columns) }
            { for rows.map(|at| body(page, accounts, (&columns, &alone), &pairs[at], at)) }
        </table>
    };
    if columns.len() <= FITTING {
        return table;
    }
    html! {
        <div class="wide" role="region" aria-label={words::CAPTION} tabindex="0">{ table }</div>
    }
}

fn head(page: &Page, accounts: &Accounts, columns: &[Column]) -> Html {
    let dossier = &page.prepared.dossier;
    let heads = columns.iter().map(|column| {
        let of_column = accounts.rows.iter().flat_map(|row| cell(row, *column));
        let alone = distinct(of_column.copied().collect());
        let link = |facet, ix: ActorIx| {
            let actor = dossier.actor(ix);
            let href = page.narrowed(Collection::Statements, facet, actor.id.as_str());
            let is_unnamed = page.prepared.is_unnamed(ix);
            let class = is_unnamed.then_some("chip unnamed");
            let remark = is_unnamed.then_some(words::UNNAMED);
            html! {
                <>
                    <a {href} {class}>{ actor.name.value.to_string() }</a>
                    <span class="hush">{ remark }</span>
                </>
            }
        };
        let (name, count, remark) = match column {
            Column::Joint => (html! { { words::JOINT } }, alone.to_string(), None),
            Column::Party(at) => {
                let party = accounts.parties[*at];
                let joint = dossier.joint_statements_of(party);
                let mark = inferred(is_inferred_throughout(page, party));
                let name = html! { <>{ link(Facet::Party, party) }{ mark }</> };
                (name, words::side_count(alone + joint, joint), None)
            }
            Column::Other(at) => {
                let name = link(Facet::Speaker, accounts.others[*at]);
                (name, alone.to_string(), Some(words::NO_SIDE))
            }
            Column::Nobody => {
                let name = text::capital(text::UNKNOWN_SOURCE);
                (html! { <span class="chip unnamed">{ name }</span> }, alone.to_string(), None)
            }
        };
        let class = (*column == Column::Joint).then_some("of-joint");
        let remark = remark.map(|remark| html! { <>{ words::SEPARATOR }{ remark }</> });
        html! {
            <th scope="col" role="columnheader" {class}>
                { name }
                <small>{ " " }{ count }{ speakers(page, accounts, *column) }{ remark }</small>
            </th>
        }
    });
    html! {
        <thead role="rowgroup">
            <tr role="row">
                <th role="columnheader" scope="col">{ words::TOPIC }</th>
                { for heads }
            </tr>
        </thead>
    }
}

/// Returns true if no statement of a party names it in its own passage.
pub fn is_inferred_throughout(page: &Page, party: ActorIx) -> bool {
    let dossier = &page.prepared.dossier;
    let mut own = dossier.statements_of_party(party);
    own.all(|ix| {
        let statement = dossier.statement(ix);
        let mut speakers = statement.speakers.iter();
        speakers.all(|speaker| {
            dossier.party_of(speaker.value) != Some(party) || statement.infers_speaker(speaker)
        })
    })
}

/// Returns the number of statements, each counted once.
fn distinct(mut statements: Vec<StatementIx>) -> usize {
    statements.sort();
    statements.dedup();
    statements.len()
}

/// Renders the sources whose statements are in a column, other than the side itself. Unnamed ones
/// have boxes.
fn speakers(page: &Page, accounts: &Accounts, column: Column) -> Html {
    let dossier = &page.prepared.dossier;
    let Column::Party(at) = column else { return Html::default() };
    let others = sources(dossier, accounts, column);
    let others = others.filter(|actor| *actor != accounts.parties[at]);
    let source = |actor: ActorIx| {
        let name = match page.prepared.is_unnamed(actor) {
            true => html! {
                <>{ source_box(page, actor, false, false, None) }<span class="hush">{ words::UNNAMED }</span></>
            },
            false => html! { { dossier.actor(actor).name.value.to_string() } },
        };
        html! { <>{ words::SEPARATOR }{ name }</> }
    };
    let mut others: Vec<ActorIx> = others.collect();
    let more = others.len().saturating_sub(MAX_SOURCES);
    others.truncate(MAX_SOURCES);
    let more = (more > 0).then(|| html! { <>{ words::SEPARATOR }{ words::more_sources(more) }</> });
    others.into_iter().map(source).chain(more).collect()
}

/// Returns the related statements that each row prints, those that the table shows. A relation is
/// printed once, in the narrowest topic of both statements.
fn pairs_by_row<'p>(page: &'p Page, accounts: &Accounts) -> Vec<Vec<Vec<&'p Relation>>> {
    let dossier = &page.prepared.dossier;
    let mut rows = vec![Vec::new(); accounts.rows.len()];
    let mut is_shown = vec![false; dossier.statements.len()];
    for ix in accounts.rows.iter().flat_map(TopicAccounts::statements) {
        is_shown[ix.index()] = true;
    }
    let pairs = match accounts.of {
        Some(party) => dossier.related_pairs_of(party),
        None => dossier.related_pairs(),
    };
    for pair in pairs {
        let ends = [pair[0].from, pair[0].to];
        if ends.iter().all(|end| is_shown[end.index()])
            && let Some(at) = accounts.narrowest(dossier, &ends)
        {
            rows[at].push(pair);
        }
    }
    rows
}

fn body(
    page: &Page,
    accounts: &Accounts,
    (columns, alone): (&[Column], &[bool]),
    pairs: &[Vec<&Relation>],
    at: usize,
) -> Html {
    let row = &accounts.rows[at];
    let silent = silent_row(page, accounts, columns, at);
    let rows = (1 + usize::from(silent.is_some()) + pairs.len()).to_string();
    let footnotes = pairs.iter().map(|pair| {
        html! {
            <tr role="row" class="tie">
                <td role="cell" colspan={columns.len().to_string()}>
                    { footnote(page, pair, true) }
                </td>
            </tr>
        }
    });
    let class = (!pairs.is_empty()).then_some("has-tie");
    let count = row.total;
    html! {
        <tbody role="rowgroup" data-count={count.to_string()} {class}>
            <tr role="row">
                { topic(page, row.topic, count, rows, columns.len() > 2) }
                { for cells(page, accounts, (columns, alone), at) }
            </tr>
            { silent }
            { for footnotes }
        </tbody>
    }
}

/// Renders the cells of a row. Neighbouring columns that speak only in the same joint statements
/// share one, so that this is said once.
fn cells(
    page: &Page,
    accounts: &Accounts,
    (columns, alone): (&[Column], &[bool]),
    at: usize,
) -> Vec<Html> {
    let row = &accounts.rows[at];
    let dossier = &page.prepared.dossier;
    let contents: Vec<Content> =
        columns.iter().map(|column| content(dossier, accounts, row, *column)).collect();
    let places: Vec<usize> = (0..columns.len()).collect();
    let is_alike = |one: &usize, other: &usize| {
        matches!(contents[*one], Content::OnlyJointly(_)) && contents[*one] == contents[*other]
    };
    let cell = |alike: &[usize]| {
        let (first, last) = (alike[0], alike[alike.len() - 1]);
        match &contents[first] {
            Content::Statements => data_cell(page, accounts, at, columns[first], alone[first]),
            Content::OnlyJointly(joint) => {
                joint_cell(page, accounts, row, &columns[first..=last], joint)
            }
            Content::Nothing => silent_cell(page, accounts, columns[first]),
        }
    };
    places.chunk_by(is_alike).map(cell).collect()
}

/// Renders the row that names all columns without a statement. Only narrow pages show it, in place
/// of the cells, so that silence is said once.
fn silent_row(page: &Page, accounts: &Accounts, columns: &[Column], at: usize) -> Option<Html> {
    let (dossier, row) = (&page.prepared.dossier, &accounts.rows[at]);
    let is_silent = |column: &&Column| {
        **column != Column::Joint && content(dossier, accounts, row, **column) == Content::Nothing
    };
    let silent = columns.iter().filter(is_silent);
    let names: Vec<String> = silent.map(|c| column_name(dossier, accounts, *c)).collect();
    (!names.is_empty()).then(|| {
        html! {
            <tr role="row" class="silent">
                <td role="cell" colspan={columns.len().to_string()}>{ words::silent(&names) }</td>
            </tr>
        }
    })
}

fn topic(page: &Page, topic: Option<TopicIx>, count: usize, rows: String, compares: bool) -> Html {
    let dossier = &page.prepared.dossier;
    let name = match topic {
        Some(ix) => {
            let topic = dossier.topic(ix);
            let href = page.narrowed(Collection::Statements, Facet::Topic, topic.id.as_str());
            html! { <a {href}>{ topic.label.to_string() }</a> }
        }
        None => html! { { words::NO_TOPIC } },
    };
    let sides = topic.filter(|_| compares).and_then(|ix| Some((ix, dossier.sides_on(ix, None)?)));
    let compare = sides.map(|(ix, sides)| {
        let of_row = words::on_topic(&dossier.topic(ix).label);
        html! {
            <a href={page.compared(&sides, &[ix])} class="side-link needs-script">
                { words::COMPARE }
                <span class="hush">{ of_row }</span>
            </a>
        }
    });
    let unit = html! { <span class="hush">{ text::statements_unit(count) }</span> };
    html! {
        <th scope="row" role="rowheader" rowspan={rows}>
            { name }
            <small>{ " " }{ count }{ unit }</small>
            { compare }
        </th>
    }
}
