//! Single edits, from the text to the file.

use super::{card, errors, pasted, session, words};
use onrecord::annotate::{
    ActorField, Answer, ArticleField, Desk, Edit, EditName, FixLabel, Focus, Label, Marks, Part,
    Reason, Refused, Slot, Weight, Who,
};
use onrecord::model::{Directness, Kind, PartyBasis, Voice};
use onrecord::suggest::Lexicons;

/// Makes an edit that keeps the file valid.
pub fn apply(desk: &mut Desk, edit: Edit) {
    desk.apply(edit.clone()).unwrap_or_else(|refused| panic!("{edit:?}: {refused:?}"));
    assert_eq!(errors(&desk.json()), Vec::<String>::new());
}

/// A desk with three statements: the operator, Lund, and "she".
pub fn three() -> Desk {
    let mut desk = pasted();
    let text = desk.text();
    let ferry = words(text, "The ferry will not sail before Friday");
    let (operator, said) = (words(text, "the operator"), words(text, "said"));
    let pier = words(text, "“the pier is not safe”");
    let (lund, told) = (words(text, "Anna Lund, the harbour master"), words(text, "told"));
    let warned = words(text, "“Nobody warned us,”");
    let she = words(text, "she said");
    for (content, source, cue, who) in
        [(ferry, operator, said, "the operator"), (pier, lund, told, "Anna Lund")]
    {
        apply(&mut desk, Edit::NewStatement { content: vec![content] });
        let Some(Focus::Statement(statement)) = desk.view().focus else { panic!("it is open") };
        apply(&mut desk, Edit::SetWords { statement, part: Part::Source, words: vec![source] });
        apply(&mut desk, Edit::SetWords { statement, part: Part::Cue, words: vec![cue] });
        apply(&mut desk, Edit::Speakers { statement, who: vec![Who::Typed(who.to_owned())] });
    }
    apply(&mut desk, Edit::NewStatement { content: vec![warned] });
    let statement = card(&desk, 3).key;
    let she = onrecord::model::Span { end: she.start + 3, ..she };
    apply(&mut desk, Edit::SetWords { statement, part: Part::Source, words: vec![she] });
    desk
}

#[test]
fn verbs_near_the_words_are_answers_and_bring_their_source() {
    let mut desk = pasted();
    desk.suggest_with(&Lexicons::default());
    let safe = words(desk.text(), "the pier is not safe");
    apply(&mut desk, Edit::NewStatement { content: vec![safe] });
    let key = card(&desk, 1).key;
    let question = desk.next_question(key).expect("a question");
    assert_eq!(question.slot, Slot::Verb);
    let answer = question.answers.iter().find(|it| it.key == Some('1')).expect("an answer");
    assert_eq!(answer.label, Label::Words("told the Courier that".to_owned()));
    let source = "Anna Lund, the harbour master";
    assert_eq!(answer.reason, Some(Reason::WithSource(source.to_owned())));
    apply(&mut desk, answer.edit.clone());
    assert_eq!(card(&desk, 1).cue.texts[..], ["told the Courier that".into()]);
    assert_eq!(card(&desk, 1).source.texts[..], [source.into()]);
    // Both are taken back at once.
    desk.undo();
    assert!(card(&desk, 1).cue.is_empty() && card(&desk, 1).source.is_empty());
    // A source that is there already stays, and the verb's own source is an answer to the question about it.
    let other = words(desk.text(), "She");
    apply(&mut desk, Edit::SetWords { statement: key, part: Part::Source, words: vec![other] });
    let question = desk.question(key, Slot::Verb).expect("a question");
    apply(&mut desk, question.answers[0].edit.clone());
    assert_eq!(card(&desk, 1).source.texts[..], ["She".into()]);
    let question = desk.question(key, Slot::Source).expect("a question");
    assert_eq!(question.answers[0].label, Label::Words(source.to_owned()));
    // Never words of the statement.
    let all = vec![words(
        desk.text(),
        "Anna Lund, the harbour master, told the Courier that “the pier is not safe”",
    )];
    apply(&mut desk, Edit::SetWords { statement: key, part: Part::Content, words: all });
    let question = desk.question(key, Slot::Verb).expect("a question");
    let told = |it: &Answer| matches!(&it.label, Label::Words(words) if words.contains("told"));
    assert!(!question.answers.iter().any(told), "{question:?}");
}

#[test]
fn another_dateline_without_a_quoted_title_is_refused() {
    let mut desk = pasted();
    let dateline = "Port Alba, 3 March 2026 (“The Courier”)".to_owned();
    apply(&mut desk, Edit::Article { field: ArticleField::Dateline, text: dateline });
    let title = words(desk.text(), "The Courier");
    apply(&mut desk, Edit::QuotedTitle(title));
    let short = Edit::Article { field: ArticleField::Dateline, text: "Alba".to_owned() };
    assert!(matches!(desk.apply(short), Err(Refused::Invalid(_))));
    assert!(desk.json().contains("The Courier"));
}

#[test]
fn a_name_in_the_source_comes_before_what_only_describes_an_actor() {
    let text = "Bridge shut

The bridge will stay closed, the port authority said.

“We found cracks,” Anna Lund, the authority’s director, said.";
    let mut desk = Desk::paste(text, &session()).expect("it is pasted").desk;
    desk.suggest_with(&Lexicons::default());
    for expected in ["the port authority", "Anna Lund"] {
        let suggestion = desk.view().suggestions[0].ix;
        apply(&mut desk, Edit::Accept(suggestion));
        let Some(Focus::Statement(key)) = desk.view().focus else { panic!("it is open") };
        let question = desk.question(key, Slot::Speaker).expect("a question");
        let first = question.answers.iter().find(|it| it.key == Some('1')).expect("an answer");
        let Label::Actor { name, .. } = &first.label else { panic!("{first:?}") };
        assert_eq!(name, expected);
        apply(&mut desk, first.edit.clone());
    }
}

#[test]
fn statements_are_in_article_order_whatever_comes_first() {
    let mut desk = pasted();
    for content in
        ["the pier was repaired in 2025", "The ferry will not sail", "“Nobody warned us,”"]
    {
        let content = vec![words(desk.text(), content)];
        apply(&mut desk, Edit::NewStatement { content });
    }
    let shown: Vec<String> =
        desk.view().statements.iter().map(|it| it.content.texts[0].to_string()).collect();
    assert_eq!(
        shown,
        ["The ferry will not sail", "“Nobody warned us,”", "the pier was repaired in 2025"]
    );
    let Some(Focus::Statement(open)) = desk.view().focus else { panic!("one is open") };
    assert_eq!(open, card(&desk, 2).key);
    // Other words move it.
    let words = vec![words(desk.text(), "A council official")];
    apply(&mut desk, Edit::SetWords { statement: open, part: Part::Content, words });
    assert_eq!(card(&desk, 3).key, open);
    assert_eq!(desk.undo(), Some(EditName::Words(Part::Content)));
    assert_eq!(card(&desk, 2).key, open);
}

#[test]
fn words_are_whole_and_joined_and_removed() {
    let mut desk = three();
    let statement = card(&desk, 2).key;
    let text = desk.text();
    let that = words(text, "that 460 passengers had waited");
    let inside = onrecord::model::Span { start: that.start + 1, end: that.end - 2, ..that };
    apply(&mut desk, Edit::AddWords { statement, part: Part::Content, words: inside });
    let content = &card(&desk, 2).content;
    assert_eq!(content.texts.len(), 2);
    assert_eq!(&*content.texts[1], "that 460 passengers had waited");
    assert_eq!(card(&desk, 2).directness, Directness::Mixed);
    let between = words(desk.text(), "and");
    apply(&mut desk, Edit::AddWords { statement, part: Part::Content, words: between });
    assert_eq!(card(&desk, 2).content.texts.len(), 1, "pieces that touch are one");
    let number = words(desk.text(), "460 passengers");
    apply(&mut desk, Edit::RemoveWords { statement, part: Part::Content, words: number });
    let texts: Vec<&str> = card(&desk, 2).content.texts.iter().map(|it| &**it).collect();
    assert_eq!(texts, ["“the pier is not safe” and that", "had waited"]);
    let all = card(&desk, 2).content.spans[0];
    apply(&mut desk, Edit::RemoveWords { statement, part: Part::Content, words: all });
    let rest = card(&desk, 2).content.spans[0];
    let edit = Edit::RemoveWords { statement, part: Part::Content, words: rest };
    assert_eq!(desk.apply(edit), Err(Refused::NeedsWords(Part::Content)));
}

#[test]
fn the_same_source_is_shared_or_copied() {
    let mut desk = three();
    // "she": speaker and antecedent are copied.
    let third = card(&desk, 3).key;
    apply(&mut desk, Edit::SameSource { statement: third, from: None });
    assert_eq!(card(&desk, 3).speakers[0].1, "Anna Lund");
    assert_eq!(&*card(&desk, 3).antecedent.texts[0], "Anna Lund, the harbour master");
    // No words: the source is shared, and so is what belongs to it.
    let content = vec![words(desk.text(), "We will close it on Monday")];
    apply(&mut desk, Edit::NewStatement { content });
    let new = card(&desk, 3).key;
    apply(&mut desk, Edit::SameSource { statement: new, from: None });
    assert_eq!(card(&desk, 3).shared_with, Some((card(&desk, 2).key, 2)));
    assert_eq!(card(&desk, 3).speakers[0].1, "Anna Lund");
    assert!(desk.json().contains("\"shared_with\""));
    // Without the other statement, it keeps what it took from there.
    let second = card(&desk, 2).key;
    apply(&mut desk, Edit::RemoveStatement(second));
    assert_eq!(card(&desk, 2).speakers[0].1, "Anna Lund");
    assert_eq!(card(&desk, 2).shared_with, None);
    // The first statement has none before it.
    let edit = Edit::SameSource { statement: card(&desk, 1).key, from: None };
    assert_eq!(desk.apply(edit), Err(Refused::NothingBefore));
}

#[test]
fn a_chain_has_neither_speakers_nor_the_outlet() {
    use onrecord::annotate::NewHop;
    use onrecord::model::HopRole;
    let mut desk = three();
    let statement = card(&desk, 2).key;
    let outlet = Edit::Article { field: ArticleField::Outlet, text: "The Courier".to_owned() };
    apply(&mut desk, outlet);
    let hop = |name: &str| NewHop {
        who: Who::Typed(name.to_owned()),
        role: HopRole::Reported,
        evidence: Vec::new(),
    };
    for name in ["The Courier", "Anna Lund"] {
        let edit = Edit::Chain { statement, hops: vec![hop(name)] };
        assert_eq!(desk.apply(edit), Err(Refused::InChainAlready));
    }
    apply(&mut desk, Edit::Chain { statement, hops: vec![hop("the operator")] });
    assert_eq!(card(&desk, 2).via[0].name, "the operator");
    let who = vec![Who::Typed("the operator".to_owned())];
    assert_eq!(desk.apply(Edit::Speakers { statement, who }), Err(Refused::PassedItOn));
}

#[test]
fn merging_and_splitting_updates_all_references() {
    let mut desk = three();
    let third = card(&desk, 3).key;
    let who = vec![Who::Typed("Mayor Bob Reid".to_owned())];
    apply(&mut desk, Edit::Speakers { statement: third, who });
    let id = |desk: &Desk, name: &str| {
        let actors = desk.view().actors.iter();
        actors.clone().find(|it| it.name == name).map(|it| it.id.clone()).expect(name)
    };
    let (lund, reid) = (id(&desk, "Anna Lund"), id(&desk, "Mayor Bob Reid"));
    let party = ActorField::Party(Some((Who::Actor(lund.clone()), PartyBasis::WorksFor)));
    apply(&mut desk, Edit::Actor { actor: reid.clone(), field: party });
    apply(&mut desk, Edit::MergeActors { actor: reid.clone(), into: lund.clone() });
    assert_eq!(card(&desk, 3).speakers, [(lund.clone(), "Anna Lund".to_owned())]);
    let merged = desk.view().actors.iter().find(|it| it.id == lund).expect("it stays");
    assert_eq!(merged.aliases, ["Mayor Bob Reid"]);
    assert_eq!(merged.speaks.len(), 2);
    let edit = Edit::MergeActors { actor: lund.clone(), into: lund.clone() };
    assert_eq!(desk.apply(edit), Err(Refused::SameActor));
    let other = Who::Typed("Bob".to_owned());
    apply(&mut desk, Edit::SplitActor { actor: lund.clone(), other, statements: vec![third] });
    assert_eq!(card(&desk, 3).speakers[0].1, "Bob");
    assert_eq!(desk.apply(Edit::RemoveActor(lund)), Err(Refused::InUse));
}

#[test]
fn a_wrong_speaker_must_be_fixed_and_the_fix_is_at_hand() {
    let mut desk = three();
    let language = Edit::Article { field: ArticleField::Language, text: "en".to_owned() };
    apply(&mut desk, language);
    let statement = card(&desk, 2).key;
    let who = vec![Who::Typed("the operator".to_owned())];
    apply(&mut desk, Edit::Speakers { statement, who });
    let wrong = card(&desk, 2).problems.clone();
    let problem = wrong
        .iter()
        .map(|at| &desk.view().problems[*at])
        .find(|it| it.slot == Some(Slot::Speaker))
        .expect("the speaker is wrong");
    assert_eq!((problem.weight, problem.number), (Weight::Fix, Some(2)));
    assert_eq!(problem.spans, card(&desk, 2).source.spans);
    let (label, fix) = problem.fixes[0].clone();
    assert_eq!(label, FixLabel::UseSpeaker("Anna Lund".to_owned()));
    let marked = |desk: &Desk| {
        let runs = desk.view().paragraphs.iter().flat_map(|it| it.runs.clone());
        runs.filter(|run| run.marks.has(Marks::FIX)).count()
    };
    assert!(marked(&desk) > 0);
    apply(&mut desk, fix);
    assert!(
        card(&desk, 2)
            .problems
            .iter()
            .all(|at| { desk.view().problems[*at].slot != Some(Slot::Speaker) })
    );
}

#[test]
fn a_quotation_that_is_cut_extends_to_its_mark() {
    let mut desk = pasted();
    let content = vec![words(desk.text(), "the pier is")];
    apply(&mut desk, Edit::NewStatement { content });
    let at = desk
        .view()
        .problems
        .iter()
        .position(|it| it.fixes.iter().any(|(label, _)| *label == FixLabel::ExtendToMark));
    let problem = desk.view().problems[at.expect("it is cut")].clone();
    assert_eq!(problem.weight, Weight::Fix);
    assert_eq!(desk.text().slice(problem.spans[0]), " not safe”");
    apply(&mut desk, problem.fixes[0].1.clone());
    assert_eq!(&*card(&desk, 1).content.texts[0], "the pier is not safe”");
}

#[test]
fn the_readers_words_and_titles_account_for_text() {
    let mut desk = pasted();
    let before = desk.view().totals;
    assert_eq!((before.accounted, before.unused_quotations), (0, 4));
    let neglect = words(desk.text(), "“neglect”");
    apply(&mut desk, Edit::Background { words: vec![neglect], voice: Voice::Reporter });
    assert_eq!(desk.view().totals.accounted, 1);
    assert_eq!(desk.view().totals.unused_quotations, 3);
    let key = desk.view().background[0].key;
    apply(&mut desk, Edit::RemoveBackground(key));
    assert!(!desk.json().contains("background"));
    assert_eq!(desk.view().totals, before);
    apply(&mut desk, Edit::QuotedTitle(neglect));
    assert_eq!(desk.view().totals.unused_quotations, 3);
}

#[test]
fn the_first_line_can_be_the_dateline_or_a_paragraph() {
    let mut desk = three();
    let view = desk.view();
    assert_eq!(view.article.headline, "Ferry to Skerry is late again");
    assert_eq!(view.article.published, "2026-03-03");
    assert_eq!(view.article.outlet, "The Courier");
    let paragraphs = view.paragraphs.len();
    let shown = |desk: &Desk| -> Vec<String> {
        let cards = desk.view().statements.iter();
        cards.map(|it| it.content.texts.join(" ")).collect()
    };
    let before = shown(&desk);
    for (field, back) in [
        (ArticleField::Dateline, true),
        (ArticleField::Headline, true),
        (ArticleField::Headline, false),
        (ArticleField::Dateline, false),
    ] {
        apply(&mut desk, Edit::MoveFirstLine { field, back });
        assert_eq!(shown(&desk), before, "{field:?} {back}");
    }
    assert_eq!(desk.view().paragraphs.len(), paragraphs);
}

#[test]
fn an_updated_text_keeps_the_annotation_and_lists_what_changed() {
    let mut desk = three();
    let rewritten = super::ARTICLE
        .replace("The ferry will not sail", "A new first paragraph.\n\nThe boat will not sail");
    let key = card(&desk, 1).key;
    apply(&mut desk, Edit::Retext(rewritten));
    assert_eq!(card(&desk, 1).key, key);
    assert_eq!(&*card(&desk, 1).content.texts[0], "The boat will not sail before Friday");
    assert_eq!(&*card(&desk, 2).content.texts[0], "“the pier is not safe”");
    let review = &desk.view().review;
    assert_eq!(review.len(), 1);
    assert_eq!(review[0].was, "The ferry will not sail before Friday");
    assert_eq!(review[0].statement, Some(key));
    apply(&mut desk, Edit::Reviewed(0));
    assert!(desk.view().review.is_empty());
    desk.undo();
    desk.undo();
    assert_eq!(&*card(&desk, 1).content.texts[0], "The ferry will not sail before Friday");
}

#[test]
fn a_statement_in_a_published_dossier_is_a_draft_until_it_is_done() {
    let first = include_bytes!("../../static/dossiers/shafaq-2026-01-06.json");
    let mut desk = Desk::open(first, &session()).expect("it opens").desk;
    let before = desk.json();
    let content = vec![words(desk.text(), "it should abandon")];
    apply(&mut desk, Edit::NewStatement { content });
    let Some(Focus::Statement(key)) = desk.view().focus else { panic!("it is open") };
    assert!(desk.view().statements.iter().any(|it| it.key == key && it.is_draft));
    // Without a speaker it cannot be finished.
    let done = Edit::StatementDraft { statement: key, draft: false };
    assert!(matches!(desk.apply(done.clone()), Err(Refused::Invalid(_))));
    apply(&mut desk, Edit::SameSource { statement: key, from: None });
    apply(&mut desk, done);
    // What nobody edited is as it was, byte for byte.
    let after = desk.json();
    let kept = before.lines().filter(|line| after.contains(line)).count();
    assert!(kept + 2 >= before.lines().count());
    assert_eq!(desk.view().unsaved, 3);
    desk.save();
    assert_eq!(desk.view().unsaved, 0);
    desk.undo();
    assert_eq!(desk.view().unsaved, 1);
    desk.redo();
    assert_eq!(desk.view().unsaved, 0);
}

#[test]
fn what_is_typed_loses_what_nobody_sees() {
    let mut desk = three();
    let statement = card(&desk, 1).key;
    let gist = " Says\u{202e} that\n\u{7}the ferry  is late ".to_owned();
    apply(&mut desk, Edit::Gist { statement, gist });
    assert_eq!(card(&desk, 1).gist, "Says that the ferry is late");
    apply(&mut desk, Edit::Kind { statement, kind: Some(Kind::Announcement) });
    assert_eq!(card(&desk, 1).kind, Some(Kind::Announcement));
    for (field, text) in [
        (ArticleField::Language, "not a tag!"),
        (ArticleField::Published, "2026-02-30"),
        (ArticleField::Address, "nowhere"),
    ] {
        let edit = Edit::Article { field, text: text.to_owned() };
        assert_eq!(desk.apply(edit), Err(Refused::NotValid(text.to_owned())));
    }
}
