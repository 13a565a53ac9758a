//! The choice of what to compare: links to comparisons of two sides on each topic and, above a
//! comparison, fields for the sides and the topics.

use crate::browser;
use crate::model::{ActorIx, TopicIx};
use crate::query::{Facet, View};
use crate::route::query_string;
use crate::text;
use crate::ui::el::{at, attrs, button, copied, el, link, list, txt};
use crate::ui::page::{Listing, Page};
use crate::ui::state::Action;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Id of the message after the link is copied.
const COPIED_ID: &str = "copied";

/// Number of sides on a topic up to which every two of them are offered for comparison.
const ALL_PAIRS: usize = 3;

/// A side or a topic that the reader chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Side,
    With,
    Topic,
    And,
}

/// Returns the sides that a view chooses, in the order in which they were chosen.
pub fn chosen_sides(page: &Page, view: &View) -> Vec<ActorIx> {
    let dossier = &page.prepared.dossier;
    let speaking = dossier.speaking_parties();
    let known = view.kept(Facet::Party).filter_map(|code| dossier.find_actor(code));
    known.filter(|side| speaking.contains(side)).collect()
}

/// Returns the topics that a view chooses, in the order in which they were chosen.
pub fn chosen_topics(page: &Page, view: &View) -> Vec<TopicIx> {
    let dossier = &page.prepared.dossier;
    view.kept(Facet::Topic).filter_map(|code| dossier.find_topic(code)).collect()
}

/// Returns the name of a side.
pub fn side_name(page: &Page, side: ActorIx) -> String {
    page.prepared.dossier.actor(side).name.value.to_string()
}

/// Draws links to the comparisons of two sides, for each topic on which two sides speak.
pub fn offers(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    let speaking = dossier.speaking_parties();
    if speaking.len() < 2 {
        return Html::default();
    }
    let pair = |topic: Option<TopicIx>, pair: [ActorIx; 2]| {
        let names = pair.map(|side| side_name(page, side));
        offer(page, &pair, text::two_sides(&names), topic)
    };
    let row = |topic: Option<TopicIx>| {
        let on_topic = topic.map(|topic| dossier.parties_on(topic));
        let is_here = |side: &&ActorIx| on_topic.as_ref().is_none_or(|here| here.contains(side));
        let here: Vec<ActorIx> = speaking.iter().filter(is_here).copied().collect();
        let mut links = Vec::new();
        if here.len() <= ALL_PAIRS {
            for (at, one) in here.iter().enumerate() {
                links.extend(here[at + 1..].iter().map(|other| pair(topic, [*one, *other])));
            }
        } else if let Some(topic) = topic {
            links.extend(dossier.sides_on(topic, None).map(|sides| pair(Some(topic), sides)));
            links.push(offer(page, &[], text::ALL_SIDES.to_owned(), Some(topic)));
        } else {
            links.push(pair(None, [here[0], here[1]]));
        }
        if links.is_empty() {
            return Html::default();
        }
        let name = match topic {
            Some(topic) => copied(&dossier.topic(topic).label),
            None => txt(text::ALL_TOPICS),
        };
        el("li", "", list![el("b", "", list![name]), el("ul", "", links)])
    };
    let topics = (0..dossier.topics.len()).map(|topic| Some(TopicIx::from(topic)));
    let rows = topics.chain([None]).map(row).collect();
    let heading = el("h2", "", list![txt(text::COMPARE_TWO_SIDES)]);
    el("div", "side needs-script", list![heading, el("ul", "offers", rows)])
}

fn offer(page: &Page, sides: &[ActorIx], name: String, topic: Option<TopicIx>) -> Html {
    let href = page.compared(sides, topic.as_slice());
    let topic = topic.map(|topic| text::compared_on(&page.prepared.dossier.topic(topic).label));
    let mut inner = list![txt(name)];
    inner.extend(topic.map(|topic| el("span", "hush", list![txt(topic)])));
    el("li", "", list![link("", href, inner)])
}

/// Draws the fields that choose sides and topics, and the button that copies the link.
pub fn chooser(props: &Listing<'_>) -> Html {
    let (page, view) = (&props.page, &props.state.view);
    let dossier = &page.prepared.dossier;
    let speaking = dossier.speaking_parties();
    if speaking.len() < 2 {
        return Html::default();
    }
    let (sides, topics) = (chosen_sides(page, view), chosen_topics(page, view));
    let side = |ix: &ActorIx| (dossier.actor(*ix).id.to_string(), side_name(page, *ix));
    let topic = |ix: TopicIx| {
        let topic = dossier.topic(ix);
        (topic.id.to_string(), topic.label.to_string())
    };
    let has_statement = |ix: &TopicIx| {
        dossier.statements.iter().any(|s| s.topics.iter().any(|topic| topic.value == *ix))
    };
    let all_topics = (0..dossier.topics.len()).map(TopicIx::from).filter(has_statement);
    let all_topics: Vec<TopicIx> = all_topics.collect();
    let none = |name: &'static str| (String::new(), name.to_owned());
    let mut fields = Vec::new();
    let mut options = list![none(text::ALL_SIDES)];
    options.extend(speaking.iter().map(side));
    fields.push(field(props, Slot::Side, options, sides.first().map(side)));
    // All four fields are always there: a field that came and went would take the focus with it.
    let mut options = list![none(text::ALL_SIDES)];
    if !sides.is_empty() {
        let others = speaking.iter().filter(|other| Some(*other) != sides.first());
        options = others.map(side).collect();
    }
    fields.push(field(props, Slot::With, options, sides.get(1).map(side)));
    let mut options = list![none(text::ALL_TOPICS)];
    options.extend(all_topics.iter().copied().map(topic));
    fields.push(field(props, Slot::Topic, options, topics.first().copied().map(topic)));
    let mut options = list![none(text::NO_SECOND_TOPIC)];
    if !topics.is_empty() {
        let others = all_topics.into_iter().filter(|other| Some(other) != topics.first());
        options.extend(others.map(topic));
    }
    fields.push(field(props, Slot::And, options, topics.get(1).copied().map(topic)));
    let copy = Callback::from(|_| {
        browser::copy_address(COPIED_ID, text::LINK_COPIED, text::LINK_NOT_COPIED);
    });
    fields.push(button(list![at("class", "button")], copy, list![txt(text::COPY_LINK)]));
    // Another comparison has another link, so the message is cleared.
    let key = query_string(view);
    fields.push(html! { <span {key} id={COPIED_ID} role="status"></span> });
    el("div", "choose", fields)
}

fn field(
    props: &Listing<'_>,
    slot: Slot,
    mut options: Vec<(String, String)>,
    chosen: Option<(String, String)>,
) -> Html {
    let chosen = chosen.map(|(code, _)| code).unwrap_or_default();
    if !options.iter().any(|(code, _)| *code == chosen) {
        options.insert(0, (chosen.clone(), String::new()));
    }
    let (name, rest) = match slot {
        Slot::Side => (text::SIDE, ""),
        Slot::With => (text::WITH, text::WITH_SIDE),
        Slot::Topic => (text::TOPIC, ""),
        Slot::And => (text::AND, text::AND_TOPIC),
    };
    let disabled = options.len() < 2;
    let options = options.into_iter().map(|(code, name)| {
        let mut attributes = list![at("value", code.clone())];
        if code == chosen {
            attributes.push(at("selected", ""));
        }
        attrs("option", attributes, list![txt(name)])
    });
    let options: Vec<Html> = options.collect();
    let onchange = {
        let (dispatch, page) = (props.dispatch.clone(), props.page.clone());
        let view = props.state.view.clone();
        move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                let view = choosing(&page, &view, slot, &select.value());
                dispatch.dispatch(Action::Compare(view));
            }
        }
    };
    let select =
        html! { <select data-chosen={chosen} {disabled} {onchange}>{ for options }</select> };
    let rest = el("span", "hush", list![txt(rest)]);
    el("label", "", list![el("span", "", list![txt(name), rest]), select])
}

/// Returns the view after a choice. A side is never compared with itself or with nothing.
fn choosing(page: &Page, view: &View, slot: Slot, code: &str) -> View {
    let dossier = &page.prepared.dossier;
    let (mut sides, mut topics) = (chosen_sides(page, view), chosen_topics(page, view));
    match slot {
        Slot::Side | Slot::With => {
            match dossier.find_actor(code) {
                None => sides.clear(),
                Some(side) => place(&mut sides, usize::from(slot == Slot::With), side),
            }
            if let [only] = *sides.as_slice() {
                let pair = topics.first().and_then(|topic| dossier.sides_on(*topic, Some(only)));
                let speaking = dossier.speaking_parties();
                let mut others = pair.into_iter().flatten().chain(speaking);
                sides.extend(others.find(|other| *other != only));
            }
        }
        Slot::Topic | Slot::And => {
            let at = usize::from(slot == Slot::And);
            match dossier.find_topic(code) {
                None => topics.truncate(at),
                Some(topic) => place(&mut topics, at, topic),
            }
        }
    }
    page.comparison(&sides, &topics)
}

/// Puts an item at a place of a list, or at its end. If the list has it already, the two are swapped.
fn place<T: PartialEq>(list: &mut Vec<T>, at: usize, item: T) {
    match list.iter().position(|other| *other == item) {
        Some(before) if at < list.len() => list.swap(before, at),
        Some(_) => {}
        None if at < list.len() => list[at] = item,
        None => list.push(item),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::model::Archive;
    use crate::site::Site;

    #[test]
    fn a_side_is_never_compared_with_itself_or_with_nothing() {
        let bytes = include_bytes!("../../../static/dossiers/shafaq-2026-01-06.json");
        let dossier = load("", bytes).dossier.expect("a dossier").into();
        let prepared = Site::new(Archive { dossiers: vec![dossier] }).dossiers[0].clone();
        let page = Page { prepared, root: "" };
        let check = |from: &str, slot, code, expected: &str| {
            let view = choosing(&page, &crate::route::parse_query(from), slot, code);
            assert_eq!(query_string(&view), expected, "{from} {slot:?} {code}");
        };
        check("?topic=talks", Slot::Side, "israel", "?party=israel,syria&topic=talks");
        check("", Slot::Side, "united-states", "?party=united-states,israel");
        check("?party=israel,syria", Slot::Side, "syria", "?party=syria,israel");
        check("?party=israel,syria", Slot::With, "united-states", "?party=israel,united-states");
        check("?party=israel,syria&topic=talks", Slot::Side, "", "?topic=talks");
        check("?party=israel", Slot::With, "syria", "?party=israel,syria");
        check("?topic=talks", Slot::And, "focus-of-talks", "?topic=talks,focus-of-talks");
        check("?topic=talks,focus-of-talks", Slot::And, "", "?topic=talks");
        check(
            "?topic=talks,focus-of-talks",
            Slot::Topic,
            "focus-of-talks",
            "?topic=focus-of-talks,talks",
        );
        check("?topic=talks,focus-of-talks", Slot::Topic, "", "");
    }
}
