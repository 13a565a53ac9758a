//! The cells of the table of sides: the statements of a column on a topic.

use super::quoted_words::words_alone;
use crate::model::{
    Accounts, ActorIx, Dossier, Hop, Reading, Statement, StatementIx, TopicAccounts,
};
use crate::query::{Facet, View};
use crate::route::Route;
use crate::text;
use crate::text::static_pages::accounts::{self as words, Numbers, Said};
use crate::ui::article::words::article_words;
use crate::ui::page::Page;
use crate::ui::parts::marks::{inferred, kind_mark, number_link, speaker_boxes, spoken_comma};
use crate::ui::sentence::filled;
use std::collections::BTreeSet;
use yew::prelude::*;

/// A column, by its position in [`Accounts`].
#[derive(Clone, Copy, PartialEq)]
pub enum Column {
    /// The joint statements.
    Joint,
    /// A party's statements.
    Party(usize),
    /// The statements of a source that belongs to no party.
    Other(usize),
    /// The statements whose speaker the article leaves unknown.
    Nobody,
}

/// What a column says on a topic.
#[derive(Clone, PartialEq)]
pub enum Content {
    /// It has statements of its own.
    Statements,
    /// The party has a part in these joint statements only.
    OnlyJointly(Vec<StatementIx>),
    /// It has no statement.
    Nothing,
}

/// Returns the statements of a column on a topic.
pub fn cell(row: &TopicAccounts, column: Column) -> &[StatementIx] {
    match column {
        Column::Joint => &row.joint,
        Column::Party(at) => &row.by_party[at],
        Column::Other(at) => &row.by_other[at],
        Column::Nobody => &row.by_nobody,
    }
}

/// Says what a column has on a topic.
pub fn content(
    dossier: &Dossier,
    accounts: &Accounts,
    row: &TopicAccounts,
    column: Column,
) -> Content {
    if !cell(row, column).is_empty() {
        return Content::Statements;
    }
    let Column::Party(at) = column else { return Content::Nothing };
    let joint: Vec<StatementIx> = row.joint_with(dossier, accounts.parties[at]).collect();
    if joint.is_empty() { Content::Nothing } else { Content::OnlyJointly(joint) }
}

/// Renders one cell for neighbouring columns that speak only in the same joint statements. Their
/// numbers are those of the row, unless the parties have a part in some of them only.
pub fn joint_cell(
    page: &Page,
    accounts: &Accounts,
    row: &TopicAccounts,
    columns: &[Column],
    joint: &[StatementIx],
) -> Html {
    let name = |column: &Column| column_name(&page.prepared.dossier, accounts, *column);
    let names: Vec<String> = columns.iter().map(name).collect();
    let note = match joint == row.joint {
        true => html! { { words::ONLY_JOINTLY } },
        false => filled(words::only_some_jointly(), |Numbers| numbers(page, joint)),
    };
    let span = (columns.len() > 1).then(|| columns.len().to_string());
    html! {
        <td role="cell" class="jointly" colspan={span}>
            { label(names.join(text::LIST_SEPARATOR)) }
            { note }
        </td>
    }
}

/// Renders the cell of a column without a statement. Narrow pages name all these columns at once.
pub fn silent_cell(page: &Page, accounts: &Accounts, column: Column) -> Html {
    let class = if column == Column::Joint { "none of-joint" } else { "none" };
    let words = match column {
        Column::Joint => words::NO_JOINT_STATEMENT,
        _ => words::NO_STATEMENT,
    };
    html! {
        <td role="cell" {class}>
            { label(column_name(&page.prepared.dossier, accounts, column)) }
            <span aria-hidden="true">{ words::DASH }</span>
            <span class="hush">{ words }</span>
        </td>
    }
}

/// Renders the statements of a column on the topic of a row, which is at a position in `Accounts`.
/// The summary of a statement is printed in the row of its narrowest topic; elsewhere, its number
/// leads to it. `is_alone` says whether all statements of the column have the same source.
pub fn data_cell(
    page: &Page,
    accounts: &Accounts,
    at: usize,
    column: Column,
    is_alone: bool,
) -> Html {
    let dossier = &page.prepared.dossier;
    let row = &accounts.rows[at];
    let here = cell(row, column);
    // Joint statements are printed above the table.
    let is_home = |ix: &&StatementIx| {
        column != Column::Joint && accounts.narrowest(dossier, &[**ix]) == Some(at)
    };
    let (full, other): (Vec<&StatementIx>, Vec<&StatementIx>) = here.iter().partition(is_home);
    let other: Vec<StatementIx> = other.into_iter().copied().collect();
    let speaker = match column {
        Column::Joint | Column::Nobody => None,
        Column::Party(at) => Some(accounts.parties[at]),
        Column::Other(at) => Some(accounts.others[at]),
    };
    let entries = full.iter().map(|ix| entry(page, **ix, speaker, is_alone));
    let again = (!other.is_empty()).then(|| {
        let also = (!full.is_empty()).then_some(words::ALSO);
        let list = as_list(page, accounts, row, column).filter(|_| here.len() > 1);
        html! {
            <p class="again">{ also }{ numbers(page, &other) }{ list }</p>
        }
    });
    let class = (column == Column::Joint).then_some("of-joint");
    html! {
        <td role="cell" {class}>
            { label(column_name(dossier, accounts, column)) }
            { for entries }
            { again }
        </td>
    }
}

/// Renders the name of a column, which only narrow pages show in the cell.
fn label(name: String) -> Html {
    html! { <span class="side-label">{ text::side_label(&name) }</span> }
}

/// Renders the numbers of statements, linked to their summaries on the page.
fn numbers(page: &Page, statements: &[StatementIx]) -> Html {
    let number = |(at, ix): (usize, &StatementIx)| {
        let dossier = &page.prepared.dossier;
        let statement = dossier.statement(*ix);
        let comma = (at > 0).then(spoken_comma);
        html! {
            <>
                { comma }
                <a
                    class="number"
                    href={format!("#{}", summary_id(*ix))}
                    aria-label={text::statement_number(*ix)}
                    title={words::in_short(statement.kind.value, &text::gist_or_words(dossier, statement))}
                >
                    { (ix.index() + 1).to_string() }
                </a>
            </>
        }
    };
    html! { <span class="numbers">{ for statements.iter().enumerate().map(number) }</span> }
}

fn summary_id(ix: StatementIx) -> String {
    format!("said-{}", ix.index() + 1)
}

/// Returns the name of a column.
pub fn column_name(dossier: &Dossier, accounts: &Accounts, column: Column) -> String {
    let name = |actor: ActorIx| dossier.actor(actor).name.value.to_string();
    match column {
        Column::Joint => words::JOINT.to_owned(),
        Column::Party(at) => name(accounts.parties[at]),
        Column::Other(at) => name(accounts.others[at]),
        Column::Nobody => text::capital(text::UNKNOWN_SOURCE),
    }
}

/// Returns the sources of the statements in a column, each once.
pub fn sources<'d>(
    dossier: &'d Dossier,
    accounts: &'d Accounts,
    column: Column,
) -> impl Iterator<Item = ActorIx> + 'd {
    let mut known = BTreeSet::new();
    let statements = accounts.rows.iter().flat_map(move |row| cell(row, column));
    let speakers = statements.flat_map(|ix| &dossier.statement(*ix).speakers);
    speakers.map(|speaker| speaker.value).filter(move |speaker| known.insert(*speaker))
}

/// Returns true if all statements of a column have the same source.
pub fn is_one_source(dossier: &Dossier, accounts: &Accounts, column: Column) -> bool {
    sources(dossier, accounts, column).take(2).count() == 1
}

/// Renders the link from a cell to the list of its statements.
fn as_list(page: &Page, accounts: &Accounts, row: &TopicAccounts, column: Column) -> Option<Html> {
    let dossier = &page.prepared.dossier;
    let topic = dossier.topic(row.topic?);
    let view = View::default().with(Facet::Topic, topic.id.as_str());
    let id = |actor: ActorIx| dossier.actor(actor).id.as_str();
    let view = match column {
        Column::Joint | Column::Nobody => return None,
        Column::Party(at) => view.with(Facet::Party, id(accounts.parties[at])),
        Column::Other(at) => view.with(Facet::Speaker, id(accounts.others[at])),
    };
    let href = Route::Statements(dossier.id.clone()).href_with(page.root, &view);
    let of_row = html! { <span class="hush">{ words::on_topic(&topic.label) }</span> };
    Some(html! { <a {href} class="as-list">{ words::SHOW_AS_LIST }{ of_row }</a> })
}

/// Renders a statement in a cell as a sentence: type, source, chain and summary. The source is not
/// repeated if it is the side itself, and on wide pages not if it is the only one of its column.
fn entry(page: &Page, ix: StatementIx, side: Option<ActorIx>, is_alone: bool) -> Html {
    let statement = page.prepared.dossier.statement(ix);
    let is_itself = |speaker: &Reading<ActorIx>| {
        Some(speaker.value) == side && !statement.infers_speaker(speaker)
    };
    let names_source = statement.is_unnamed() || !statement.speakers.iter().all(is_itself);
    let class = if is_alone && !statement.is_unnamed() { "say of-one" } else { "say" };
    html! {
        <div {class} id={summary_id(ix)} data-words={summary_id(ix)} tabindex="-1">
            { number_link(page, ix, false) }
            <p>{ line(page, ix, names_source) }</p>
        </div>
    }
}

/// Renders the line about a statement.
fn line(page: &Page, ix: StatementIx, names_source: bool) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let kind = statement.kind.value;
    let source = names_source.then(|| {
        let by = filled(words::by(kind, boxes(page, statement)), |boxes| boxes);
        html! { <span class="by">{ by }</span> }
    });
    let step = |hop: &Hop| {
        let name = dossier.actor(hop.actor).name.value.to_string();
        let name = html! { <>{ name }{ inferred(statement.infers_hop(hop)) }</> };
        filled(words::step(hop.role.value, name), |name| name)
    };
    let (first, left_out, last) = text::shown_steps(&statement.via);
    let left_out = (left_out > 0).then(|| {
        html! { <>{ text::LIST_SEPARATOR }{ text::more_steps(left_out) }</> }
    });
    let steps: Html = first.iter().map(step).chain(left_out).chain(last.iter().map(step)).collect();
    filled(words::said(), |slot| match slot {
        Said::Kind => kind_mark(kind),
        Said::Chain => html! { <>{ source.clone() }{ steps.clone() }</> },
        Said::Summary => match &statement.gist {
            Some(gist) => html! {
                <><span class="hush">{ words::SUMMARY }</span>{ gist.to_string() }</>
            },
            None => article_words(
                &page.prepared,
                "span",
                "mini-words",
                words_alone(&page.prepared, statement),
            ),
        },
    })
}

/// Renders the sources of a statement.
fn boxes(page: &Page, statement: &Statement) -> Html {
    let unnamed = text::unnamed(statement).map(words::in_brackets);
    let unnamed = unnamed.map(|words| html! { <span class="hush">{ words }</span> });
    html! { <>{ speaker_boxes(page, statement, false, None) }{ unnamed }</> }
}

/// Renders the joint statements, which the table only numbers.
pub fn joint_band(page: &Page, statements: &[StatementIx]) -> Html {
    if statements.is_empty() {
        return Html::default();
    }
    let dossier = &page.prepared.dossier;
    let item = |ix: &StatementIx| {
        let statement = dossier.statement(*ix);
        let topics = statement.topics.iter().map(|topic| &*dossier.topic(topic.value).label);
        let topics: Vec<&str> = topics.collect();
        let line = line(page, *ix, true);
        let id = summary_id(*ix);
        html! {
            <li class="say" id={id.clone()} data-words={id} tabindex="-1">
                { number_link(page, *ix, false) }
                <div>
                    <p>{ line }</p>
                    <p class="quiet">
                        <span class="hush">{ words::TOPICS }</span>
                        { topics.join(words::SEPARATOR) }
                    </p>
                </div>
            </li>
        }
    };
    html! {
        <section class="band" aria-labelledby="h-joint">
            <h2 id="h-joint">{ text::JOINT_STATEMENTS }</h2>
            <ul>{ for statements.iter().map(item) }</ul>
        </section>
    }
}
