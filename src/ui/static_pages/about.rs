//! What every label and mark means, how the dossiers were made, by whom and on what rights.

use crate::model::{
    ActorKind, Bound, Channel, Correction, Coverage, Directness, Dossier, HopRole,
    IdentificationKind, Kind, PartyBasis, RelationKind, Role, StatementIx, Vocabulary, Voice,
};
use crate::site::{Prepared, Site};
use crate::text::{self, Label};
use crate::ui::article::words::language;
use crate::ui::icon::{Icon, arrow, icon};
use crate::ui::page::Page;
use crate::ui::parts::marks::{kind_mark, strip};
use crate::ui::static_pages::quoted_words::told_words;
use std::rc::Rc;
use yew::prelude::*;

/// The page that explains.
pub fn about_page(site: &Site, root: &'static str) -> Html {
    html! {
        <div class="about">
            <h1 id="title" tabindex="-1">{ "What the labels mean" }</h1>
            <p class="lead">{ text::CREED }{ " Nothing here is a score of truth, credibility, bias or sentiment. Where a party says nothing, the page says that there is no statement in the article, and nothing more." }</p>
            { marks() }
            { kinds(site, root) }
            { wordings(site, root) }
            { vocabulary::<IdentificationKind>("h-naming", "How a source is named", "The source as the article names it anywhere, not only in this sentence. Sources without a name of their own are drawn with a dashed box everywhere.") }
            { vocabulary::<HopRole>("h-hops", "Through whom", "The chain runs from the source to the outlet, in the order in which the words passed on. The outlet is always the last.") }
            { vocabulary::<Channel>("h-channels", "Channels", "How the words reached the public, where the article says so.") }
            { vocabulary::<ActorKind>("h-actors", "What an actor is", "") }
            { vocabulary::<Role>("h-roles", "Parts in the article", "") }
            { vocabulary::<PartyBasis>("h-parties", "Whose account", "A statement is part of a party’s account where its speaker belongs to that party. Belonging is not speaking for: an unnamed official of a state stays an unnamed official.") }
            { vocabulary::<Bound>("h-bounds", "How exact a figure is", "A figure is a number that the article states. Dates are not figures.") }
            { vocabulary::<Voice>("h-background", "Background", "Words that the article gives no source for.") }
            { vocabulary::<RelationKind>("h-relations", "Relations", "Drawn by the annotator between two statements, each with a note.") }
            { search() }
            { publisher(site) }
            { for site.dossiers.iter().map(|prepared| made(prepared, root)) }
        </div>
    }
}

fn section(id: &'static str, title: &'static str, inner: Html) -> Html {
    html! { <section aria-labelledby={id}><h2 {id}>{ title }</h2>{ inner }</section> }
}

fn marks() -> Html {
    let rows = [
        (
            html! { <span class="sample"><span class="quoted">{ "“words”" }</span></span> },
            "A thick underline: the words stand in quotation marks in the article.",
        ),
        (
            html! { <span class="sample">{ "words" }</span> },
            "A serif: the words stand in the article. Without the underline they are the reporter’s.",
        ),
        (html! { <span class="sans">{ "words" }</span> }, "A sans serif: we wrote it."),
        (
            html! { <span class="ours">{ icon(Icon::Pen) }{ " words" }</span> },
            "A pen: the annotator wrote or concluded it. “Our reading” means that the article’s words do not say it outright; beside a source or a step of the chain, that its own passage does not name it.",
        ),
        (html! { <span class="chip">{ "Who" }</span> }, "A box: a source with a name of its own."),
        (
            html! { <span class="chip unnamed">{ "Who" }</span> },
            "A dashed box: a source without one.",
        ),
        (
            html! { <span class="joint"><span class="chip">{ "A" }</span><span class="chip">{ "B" }</span></span> },
            "Boxes that share a side: a joint statement; nobody speaks first.",
        ),
        (html! { arrow() }, "An arrow: through whom the words passed on."),
        (
            html! { <span class="sample"><i class="cue">{ "said" }</i></span> },
            "Italics: the article’s verb of saying. It is always shown, for it carries meaning.",
        ),
        (
            html! { <span class="sample"><span class="lit">{ "words" }</span></span> },
            "A pale wash: the words of the statement that the page is about.",
        ),
        (html! { <mark>{ "words" }</mark> }, "A yellow band: the words match your search."),
        (
            html! { <span class="number">{ "2" }</span> },
            "A small number: a statement, counted in article order.",
        ),
        (
            html! { <span class="sample annotated"><span class="background">{ "words" }</span></span> },
            "A dotted line: words that no source is given for. Within a statement, whose words they are is open.",
        ),
        (
            html! { <span class="sample"><span class="date-mark">{ "words" }</span></span> },
            "A double line: a date; it leads to the line of time.",
        ),
        (
            html! { <span class="sample"><span class="figure-mark">{ "460" }</span></span> },
            "A box open at the top: a figure.",
        ),
        (
            html! { <span class="chip">{ "Who" }<span class="inferred">{ icon(Icon::Pen) }</span></span> },
            "A pen in a box or at a step of the chain: this statement’s own passage does not name it; the annotator read it from another.",
        ),
        (
            html! { <span class="sample recedes">{ "words" }</span> },
            "Grey words in the article: outside of any statement, or of what you search or filter for.",
        ),
    ];
    let rows =
        rows.map(|(mark, meaning)| html! { <div><dt>{ mark }</dt><dd>{ meaning }</dd></div> });
    section("h-marks", "Marks", html! { <dl class="glossary">{ for rows }</dl> })
}

/// Each kind, with the first statement of that kind as its example.
fn kinds(site: &Site, root: &'static str) -> Html {
    let rows = Kind::ALL.iter().map(|kind| {
        let example = example(site, root, |prepared, ix| prepared.dossier.statement(ix).kind.value == *kind);
        html! { <div><dt>{ kind_mark(*kind) }</dt><dd>{ sentence(kind.meaning()) }{ example }</dd></div> }
    });
    section(
        "h-kinds",
        "Kinds of statement",
        html! {
            <>
                <p>{ "The kind is the speech act. It follows the article’s verb: an accusation only where the article says so. Otherwise it is the most specific act that the words perform; doubts get a note." }</p>
                <dl class="glossary">{ for rows }</dl>
            </>
        },
    )
}

fn wordings(site: &Site, root: &'static str) -> Html {
    let rows = Directness::ALL.iter().map(|directness| {
        let found = example(site, root, |prepared, ix| prepared.wording(ix).directness == *directness);
        html! { <div><dt>{ directness.label() }</dt><dd>{ sentence(directness.meaning()) }{ found }</dd></div> }
    });
    section(
        "h-wording",
        "Wording",
        html! {
            <>
                <p>{ "Derived from the quotation marks in the article, never typed. The strip shows where in the statement the quoted words stand. Nested marks belong to the outer ones; a mark that is never closed counts for nothing, unless the next paragraph opens again; titles in quotation marks are not speech." }</p>
                <dl class="glossary">{ for rows }</dl>
            </>
        },
    )
}

fn example(site: &Site, root: &'static str, is: impl Fn(&Prepared, StatementIx) -> bool) -> Html {
    let found = site.dossiers.iter().find_map(|prepared| {
        let mut all = (0..prepared.dossier.statements.len()).map(StatementIx::from);
        Some((prepared, all.find(|ix| is(prepared, *ix))?))
    });
    let Some((prepared, ix)) = found else {
        return html! { <span class="no-example">{ " No example in these dossiers." }</span> };
    };
    let page = Page { prepared: Rc::clone(prepared), root };
    html! {
        <a class="example" href={page.statement(ix)}>
            { strip(prepared.wording(ix), prepared.direction()) }
            <span class="mini-words" lang={language(prepared)} dir={prepared.direction()}>
                { for told_words(prepared, prepared.dossier.statement(ix)) }
            </span>
        </a>
    }
}

fn vocabulary<V: Vocabulary + Label>(
    id: &'static str,
    title: &'static str,
    lead: &'static str,
) -> Html {
    let rows = V::ALL.iter().map(|value| {
        html! { <div><dt>{ value.label() }</dt><dd>{ sentence(value.meaning()) }</dd></div> }
    });
    section(
        id,
        title,
        html! {
            <>
                if !lead.is_empty() { <p>{ lead }</p> }
                <dl class="glossary">{ for rows }</dl>
            </>
        },
    )
}

fn search() -> Html {
    section(
        "h-search",
        "Search",
        html! {
            <p>{ "All words must match, inside longer words too. " }<code>{ "\"a phrase\"" }</code>{ " matches as it stands, " }<code>{ "-word" }</code>{ " leaves out what has the word. Case, accents and forms of a letter make no difference. Search and filters stand in the address: a link gives the same view." }</p>
        },
    )
}

/// Who publishes the bundle, where they say so.
fn publisher(site: &Site) -> Html {
    let settings = &site.settings;
    if settings.about.is_empty() && settings.contact.is_none() {
        return Html::default();
    }
    let contact = settings
        .contact
        .as_deref()
        .map(|contact| html! { <p>{ "Contact: " }{ reach(contact) }</p> });
    section(
        "h-publisher",
        "Who publishes this",
        html! {
            <>
                { for settings.about.iter().map(|paragraph| html! { <p>{ paragraph.clone() }</p> }) }
                { for contact }
            </>
        },
    )
}

/// How a dossier was made, by whom, when and on what rights.
fn made(prepared: &Rc<Prepared>, root: &'static str) -> Html {
    let dossier = &prepared.dossier;
    let page = Page { prepared: Rc::clone(prepared), root };
    let annotation = &dossier.annotation;
    let id = format!("h-made-{}", dossier.id);
    html! {
        <section aria-labelledby={id.clone()}>
            <h2 {id}><a href={page.list(crate::query::Collection::Statements)}>{ dossier.title.to_string() }</a></h2>
            <p>{ dossier.summary.to_string() }</p>
            <dl class="glossary">
                <div><dt>{ "Article" }</dt><dd>{ text::byline(dossier) }{ address(dossier) }</dd></div>
                <div><dt>{ "Annotated by" }</dt><dd>{ annotation.by.to_string() }{ ", last changed " }{ text::day_text(annotation.date) }</dd></div>
                <div><dt>{ "How" }</dt><dd>{ annotation.method.to_string() }</dd></div>
                { corrections(&page) }
                <div><dt>{ "Coverage" }</dt><dd>{ coverage(dossier) }</dd></div>
                <div><dt>{ "Rights" }</dt><dd>{ "Text: " }{ dossier.article.rights.holder.to_string() }{ ". " }{ dossier.article.rights.notice.to_string() }
                    if dossier.article.is_cut() { { " " }{ text::excerpts_only(dossier) } }
                </dd></div>
                <div><dt>{ "Data" }</dt><dd><a href={format!("{root}{}/dossier.json", dossier.id)} download="">{ "dossier.json" }</a>{ ", every span resolved" }</dd></div>
                <div><dt>{ "An error?" }</dt><dd>{ contact(dossier) }</dd></div>
            </dl>
        </section>
    }
}

/// What was corrected after publication, the latest first, each with the statements that it changed.
fn corrections(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    if dossier.corrections.is_empty() {
        return Html::default();
    }
    let mut all: Vec<&Correction> = dossier.corrections.iter().collect();
    all.sort_by_key(|correction| std::cmp::Reverse(correction.on));
    let items = all.into_iter().map(|correction| {
        let statements = correction.statements.iter().map(|ix| {
            let href = page.statement(*ix);
            html! { <>{ " " }<a {href}>{ format!("Statement {}", ix.index() + 1) }</a></> }
        });
        html! { <p><b>{ text::corrected(correction) }</b>{ " " }{ correction.what.to_string() }{ for statements }</p> }
    });
    html! { <div><dt>{ "Corrections" }</dt><dd>{ for items }</dd></div> }
}

fn address(dossier: &Dossier) -> Html {
    match &dossier.article.address {
        Some(address) => {
            html! { <>{ ", " }<a href={address.to_string()} rel="noreferrer">{ "the article" }</a></> }
        }
        None => html! { { ". Its web address is not known to us." } },
    }
}

fn coverage(dossier: &Dossier) -> String {
    let total = Coverage::of(dossier).total();
    format!(
        "Of {}, {} stand in statements, {} say how a statement came, {} are background alone, {} are none of these. {} within statements may be background too.",
        text::count(total.words, "word", "words"),
        total.statements,
        total.evidence,
        total.background,
        total.uncovered,
        text::count(total.also_background, "word", "words")
    )
}

fn contact(dossier: &Dossier) -> Html {
    let each =
        "Each statement’s page has a link that reports an error with the statement’s address.";
    match dossier.annotation.contact.as_deref() {
        Some(contact) => html! { <>{ each }{ " Contact: " }{ reach(contact) }</> },
        None => html! { { each } },
    }
}

/// A mail or web address as a link.
fn reach(contact: &str) -> Html {
    let text = contact.to_owned();
    if contact.starts_with("http") {
        return html! { <a href={contact.to_owned()} rel="noreferrer">{ text }</a> };
    }
    html! { <a href={format!("mailto:{contact}")}>{ text }</a> }
}

fn sentence(meaning: &str) -> String {
    let mut chars = meaning.chars();
    let capital = chars.next().map(char::to_uppercase).into_iter().flatten();
    format!("{}.", capital.chain(chars).collect::<String>())
}
