//! What words of a statement stand for, so that it can be read alone.

use super::icon::{Icon, icon};
use super::page::Page;
use super::words::language;
use crate::model::{Mention, Referent, Span, Statement};
use yew::prelude::*;

/// The list of a statement's references; nothing where it needs none.
pub fn references(page: &Page, statement: &Statement) -> Html {
    let antecedent = statement.source.antecedent.as_slice();
    if antecedent.is_empty() && statement.mentions.is_empty() {
        return Html::default();
    }
    let source = (!antecedent.is_empty()).then(|| {
        let words = statement.source.words.iter().copied();
        html! {
            <div><dt>{ for words.map(|span| said(page, span)) }</dt><dd>{ for antecedent.iter().map(|s| said(page, *s)) }</dd></div>
        }
    });
    html! {
        <dl class="references" aria-label="What its words stand for">
            { source }
            { for statement.mentions.iter().map(|mention| reference(page, mention)) }
        </dl>
    }
}

fn reference(page: &Page, mention: &Mention) -> Html {
    let note = mention.basis.note.as_ref().filter(|_| mention.basis.is_our_reading());
    html! {
        <div>
            <dt>{ said(page, mention.words) }</dt>
            <dd>
                { referents(page, mention) }
                if note.is_some() { <span class="ours" title="our reading">{ icon(Icon::Pen) }<span class="hush">{ " (our reading)" }</span></span> }
            </dd>
        </div>
    }
}

/// The actors and statements that words stand for, linked.
pub fn referents(page: &Page, mention: &Mention) -> Html {
    let dossier = &page.prepared.dossier;
    let links = mention.referents.iter().enumerate().map(|(position, referent)| {
        let (href, name) = match referent {
            Referent::Actor(ix) => (page.actor(*ix), dossier.actor(*ix).name.value.to_string()),
            Referent::Statement(ix) => (page.statement(*ix), format!("statement {}", ix.index() + 1)),
        };
        let comma = if position > 0 { ", " } else { "" };
        html! { <>{ comma }<a href={href}>{ name }</a></> }
    });
    html! { { for links } }
}

fn said(page: &Page, span: Span) -> Html {
    let prepared = &page.prepared;
    html! {
        <span class="article-inline" lang={language(prepared)} dir={prepared.direction()}>
            { prepared.dossier.article.text(span).to_owned() }
        </span>
    }
}
