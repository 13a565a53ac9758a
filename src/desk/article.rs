//! The details of the article and the dossier: right after a text was pasted, to confirm, and at any later time.

use super::act::Act;
use super::form::{button, choice, line};
use super::page::Send;
use super::state::{CARD_ID, Panel};
use crate::annotate::{ArticleField, ArticleView, Desk, Edit};
use crate::model::{Show, Vocabulary};
use crate::text::desk::{article as words, slip};
use yew::prelude::*;

/// Draws what was recognised in a pasted text.
pub fn recognised(desk: &Desk, send: &Send) -> Html {
    panel(desk, send, words::RECOGNISED, words::BEGIN, Act::Begin)
}

/// Draws the details.
pub fn details(desk: &Desk, send: &Send) -> Html {
    panel(desk, send, words::DETAILS, words::DONE, Act::Panel(Panel::None))
}

fn panel(desk: &Desk, send: &Send, heading: &'static str, done: &'static str, act: Act) -> Html {
    let view = desk.view();
    let article = &*view.article;
    let first =
        [ArticleField::Title, ArticleField::Headline, ArticleField::Dateline, ArticleField::Outlet];
    let then = [ArticleField::Language, ArticleField::Published, ArticleField::Address];
    let publish = [
        ArticleField::RightsHolder,
        ArticleField::RightsNotice,
        ArticleField::Annotator,
        ArticleField::Contact,
        ArticleField::Method,
        ArticleField::Summary,
    ];
    let field = |field: &ArticleField| text(article, *field, send);
    let move_line = |field: ArticleField, back: bool, name: &'static str| {
        button(send, Act::Edit(Edit::MoveFirstLine { field, back }), "small", html! { { name } })
    };
    let headline = match article.headline.is_empty() {
        true => move_line(ArticleField::Headline, false, words::FIRST_IS_HEADLINE),
        false => move_line(ArticleField::Headline, true, words::HEADLINE_IS_PARAGRAPH),
    };
    let dateline = match article.dateline.is_empty() {
        true => move_line(ArticleField::Dateline, false, words::FIRST_IS_DATELINE),
        false => move_line(ArticleField::Dateline, true, words::DATELINE_IS_PARAGRAPH),
    };
    let shows: Vec<(String, String)> =
        Show::ALL.iter().map(|it| (it.code().to_owned(), words::show(*it).to_owned())).collect();
    let show = article.show.map(|it| it.code()).unwrap_or_default();
    html! {
        <section class="slip" aria-labelledby={CARD_ID}>
            <div class="slip-head">
                <h2 id={CARD_ID} tabindex="-1">{ heading }</h2>
                { button(send, act.clone(), "small", html! { { slip::CLOSE } }) }
            </div>
            <div class="fields">
                { for first.iter().map(field) }
                <p class="fixes">{ headline }{ dateline }</p>
                { for then.iter().map(field) }
                <details>
                    <summary>{ words::TO_PUBLISH }</summary>
                    { choice("article-show", words::SHOW, show, &shows, send, |code| match Show::from_code(&code) {
                        Some(show) => Act::Edit(Edit::Show(show)),
                        None => Act::Dismiss,
                    }) }
                    { for publish.iter().map(field) }
                </details>
                if !view.normalised.is_empty() {
                    <h3>{ words::NORMALISED }</h3>
                    <ul class="normalised">
                        { for view.normalised.iter().map(|it| html! { <li>{ words::normalised(it) }</li> }) }
                    </ul>
                }
            </div>
            <div class="slip-foot">
                { button(send, act, "strong", html! { { done } }) }
                <span class="grow"></span>
                { button(send, Act::Panel(Panel::Review), "small", html! { { words::UPDATE } }) }
            </div>
        </section>
    }
}

fn text(article: &ArticleView, field: ArticleField, send: &Send) -> Html {
    let (id, value) = match field {
        ArticleField::Title => ("article-title", &article.title),
        ArticleField::Summary => ("article-summary", &article.summary),
        ArticleField::Headline => ("article-headline", &article.headline),
        ArticleField::Dateline => ("article-dateline", &article.dateline),
        ArticleField::Outlet => ("article-outlet", &article.outlet),
        ArticleField::Language => ("article-language", &article.language),
        ArticleField::Published => ("article-published", &article.published),
        ArticleField::Address => ("article-address", &article.address),
        ArticleField::RightsHolder => ("article-rights-holder", &article.rights_holder),
        ArticleField::RightsNotice => ("article-rights-notice", &article.rights_notice),
        ArticleField::Annotator => ("article-by", &article.by),
        ArticleField::Contact => ("article-contact", &article.contact),
        ArticleField::Method => ("article-method", &article.method),
    };
    line(id, words::field(field), value, send, move |text| Act::Edit(Edit::Article { field, text }))
}
