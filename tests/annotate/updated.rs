//! An updated text, and what suggestions leave in the dossier.

use super::edits::{apply, three};
use super::{card, pasted, session, words};
use onrecord::annotate::{ActorField, Desk, Edit, Focus, Refused, Slot};
use onrecord::model::ActorKind;
use onrecord::suggest::Lexicons;

/// A dossier whose text is in a file beside it, and that file.
fn with_text_file() -> (String, onrecord::import::File) {
    let mut desk = three();
    let json: serde_json::Value = serde_json::from_str(&desk.save()).expect("JSON");
    let paragraphs = json["article"]["paragraphs"].as_array().expect("paragraphs");
    let text = paragraphs.iter().map(|it| it.as_str().unwrap_or_default()).collect::<Vec<_>>();
    let file = onrecord::import::File {
        name: "ferry.txt".to_owned(),
        bytes: text.join("\n\n").into_bytes(),
    };
    let mut json = json;
    let article = json["article"].as_object_mut().expect("an article");
    article.remove("paragraphs");
    article.insert("text".to_owned(), "ferry.txt".into());
    (json.to_string(), file)
}

#[test]
fn an_updated_text_replaces_a_file_beside_the_dossier() {
    let (json, file) = with_text_file();
    let opened = Desk::open_with(json.as_bytes(), &[file], &session()).expect("it opens");
    let mut desk = opened.desk;
    assert_eq!(desk.view().article.text_file, "ferry.txt");
    let updated = super::ARTICLE.replace("will not sail before", "will not sail until");
    apply(&mut desk, Edit::Retext(updated));
    assert_eq!(&*card(&desk, 1).content.texts[0], "The ferry will not sail until Friday");
    assert_eq!(desk.view().article.text_file, "");
    assert_eq!(desk.view().review.len(), 1);
    desk.undo();
    assert_eq!(desk.json(), json);
}

#[test]
fn a_text_file_that_was_not_opened_is_asked_for() {
    let (json, _) = with_text_file();
    let mut desk = Desk::open(json.as_bytes(), &session()).expect("it opens").desk;
    let refused = desk.apply(Edit::Retext(super::ARTICLE.to_owned()));
    assert_eq!(refused, Err(Refused::TextNotOpened("ferry.txt".to_owned())));
    assert_eq!(desk.json(), json);
}

#[test]
fn a_rejected_suggestion_stays_rejected_in_an_updated_text() {
    let mut desk = pasted();
    desk.suggest_with(&Lexicons::default());
    let open = desk.view().suggestions.clone();
    apply(&mut desk, Edit::Reject(open[0].ix));
    let words = open[0].content.texts.clone();
    apply(&mut desk, Edit::Retext(format!("A new line.\n\n{}", super::ARTICLE)));
    desk.suggest_with(&Lexicons::default());
    let now = &desk.view().suggestions;
    assert!(now.iter().all(|it| it.content.texts != words), "{words:?} in {now:?}");
    assert_eq!(now.len(), open.len() - 1);
}

#[test]
fn a_quotation_is_not_in_doubt_while_it_is_suggested() {
    let mut desk = pasted();
    let doubted = |desk: &Desk| {
        let doubts = desk.view().problems.iter().filter(|it| {
            it.code == onrecord::load::Code::Article(onrecord::load::ArticleCode::QuotationLeftOut)
        });
        doubts.flat_map(|it| it.spans.clone()).collect::<Vec<_>>()
    };
    let warned = words(desk.text(), "“Nobody warned us,”");
    assert!(doubted(&desk).contains(&warned));
    desk.suggest_with(&Lexicons::default());
    assert!(!doubted(&desk).contains(&warned));
    let suggestion = desk.view().suggestions.iter();
    let ix = suggestion.clone().find(|it| it.content.spans.contains(&warned)).expect("it is").ix;
    apply(&mut desk, Edit::Reject(ix));
    assert!(doubted(&desk).contains(&warned));
}

#[test]
fn an_actor_has_the_kind_that_was_suggested_and_it_can_be_changed() {
    let mut desk = pasted();
    desk.suggest_with(&Lexicons::default());
    while let Some(open) = desk.view().suggestions.first().cloned() {
        apply(&mut desk, Edit::Accept(open.ix));
        let Some(Focus::Statement(key)) = desk.view().focus else { panic!("it is open") };
        let question = desk.question(key, Slot::Speaker).expect("a question");
        let answer = question.answers.iter().find(|it| it.key != Some('='));
        apply(&mut desk, answer.expect("an answer").edit.clone());
    }
    let kinds: Vec<(String, ActorKind)> =
        desk.view().actors.iter().filter_map(|it| Some((it.name.clone(), it.kind?))).collect();
    let kind = |name: &str| kinds.iter().find(|it| it.0 == name).map(|it| it.1);
    assert_eq!(kind("Anna Lund"), Some(ActorKind::Person), "{kinds:?}");
    assert_eq!(kind("Bob Reid"), Some(ActorKind::Person), "{kinds:?}");
    assert_eq!(kind("A council official"), Some(ActorKind::Person), "{kinds:?}");
    let field = ActorField::Kind(ActorKind::GovernmentBody);
    let lund = desk.view().actors.iter().find(|it| it.name == "Anna Lund").expect("Lund");
    let actor = lund.id.clone();
    apply(&mut desk, Edit::Actor { actor, field });
    assert!(desk.json().contains("\"government_body\""));
}
