//! Tests of the `browser` room, run inside a browser.

#![cfg(target_arch = "wasm32")]

use onrecord::browser::{self, Address, Key, Mark, Marks};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a page")
}

/// Element at the end of the page, removed when dropped.
struct TestElement(Element);

impl TestElement {
    fn new(tag: &str, id: &str) -> Self {
        let element = document().create_element(tag).expect("an element");
        element.set_id(id);
        document()
            .body()
            .expect("a body")
            .append_child(&element)
            .expect("the element can be added");
        Self(element)
    }
}

impl Drop for TestElement {
    fn drop(&mut self) {
        self.0.remove();
    }
}

fn press(target: &Element, key: &str) -> KeyboardEvent {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("a key");
    target.dispatch_event(&event).expect("the event can be dispatched");
    event
}

/// Returns a list and a function that appends to it.
fn recorder<T: 'static>() -> (Rc<RefCell<Vec<T>>>, impl Fn(T)) {
    let values = Rc::new(RefCell::new(Vec::new()));
    let writer = Rc::clone(&values);
    (values, move |value| writer.borrow_mut().push(value))
}

#[wasm_bindgen_test]
fn slash_is_a_shortcut_outside_fields_only() {
    let (keys, record) = recorder();
    let _listening = browser::on_key(move |key| {
        record(key);
        true
    });
    let (field, text) = (TestElement::new("input", "field"), TestElement::new("p", "text"));
    assert!(!press(&field.0, "/").default_prevented());
    assert!(press(&text.0, "/").default_prevented());
    press(&text.0, "x");
    press(&field.0, "Escape");
    assert_eq!(*keys.borrow(), [Key::Slash, Key::Escape]);
}

#[wasm_bindgen_test]
fn dropped_listener_gets_no_events() {
    let (keys, record) = recorder();
    let listening = browser::on_key(move |key| {
        record(key);
        true
    });
    drop(listening);
    press(&TestElement::new("p", "text").0, "/");
    assert_eq!(keys.borrow().len(), 0);
}

#[wasm_bindgen_test]
fn shortcut_setting_is_stored() {
    assert!(browser::shortcuts_allowed());
    browser::allow_shortcuts(false);
    assert!(!browser::shortcuts_allowed());
    browser::allow_shortcuts(true);
    assert!(browser::shortcuts_allowed());
}

#[wasm_bindgen_test]
fn search_field_is_focused_and_read_by_its_id() {
    assert!(!browser::focus_search());
    assert_eq!(browser::typed_search(), None);
    let field = TestElement::new("input", browser::SEARCH_ID);
    field.0.unchecked_ref::<web_sys::HtmlInputElement>().set_value("timeline");
    assert_eq!(browser::typed_search().as_deref(), Some("timeline"));
    assert!(browser::focus_search());
    let focused = document().active_element().map(|element| element.id());
    assert_eq!(focused.as_deref(), Some(browser::SEARCH_ID));
}

/// Waits for a timer.
async fn later(milliseconds: u32) {
    let later = js_sys::Promise::new(&mut |done, _| {
        let resolve = move || drop(done.call0(&done));
        browser::after(milliseconds, resolve).forget();
    });
    wasm_bindgen_futures::JsFuture::from(later).await.expect("the timer fires");
}

#[wasm_bindgen_test]
async fn dropped_timer_does_not_fire() {
    let (fired, record) = recorder();
    drop(browser::after(1, move || record("dropped")));
    // Timers fire in order, so the dropped one would have fired before this one.
    later(20).await;
    assert_eq!(fired.borrow().len(), 0);
}

#[wasm_bindgen_test]
fn addresses_are_relative_to_the_root_of_the_page() {
    let location = web_sys::window().expect("a window").location();
    let part = |part: Result<String, _>| part.expect("an address has this part");
    let shown = || part(location.pathname()) + &part(location.search());
    let before = shown();
    let html = document().document_element().expect("a root element");
    html.set_attribute("data-root", "/some/dir/").expect("the attribute can be set");
    let address = Address::here();
    address.push("x/?q=a");
    assert_eq!((shown().as_str(), address.query().as_str()), ("/some/dir/x/?q=a", "q=a"));
    address.replace("x/actors/");
    assert_eq!((shown().as_str(), address.query().as_str()), ("/some/dir/x/actors/", ""));
    // In the single file, paths come after the `#`.
    html.set_attribute("data-root", "#/").expect("the attribute can be set");
    let within = Address::here();
    within.push("x/?q=b#id");
    assert_eq!(part(location.hash()), "#/x/?q=b#id");
    assert_eq!(within.query(), "q=b");
    within.replace("");
    html.set_attribute("data-root", "/").expect("the attribute can be set");
    Address::here().replace(before.trim_start_matches('/'));
    html.remove_attribute("data-root").expect("the attribute can be removed");
}

#[wasm_bindgen_test]
async fn the_history_changes_in_the_next_task_and_in_order() {
    let window = web_sys::window().expect("a window");
    let shown = || window.location().search().expect("an address has this part");
    let length = || window.history().and_then(|history| history.length()).expect("a history");
    let html = document().document_element().expect("a root element");
    let before = window.location().pathname().expect("an address has this part");
    html.set_attribute("data-root", &before).expect("the attribute can be set");
    let (address, entries) = (Address::here(), length());
    address.replace_soon("?q=a".to_owned());
    address.push_soon("?q=b".to_owned());
    assert_eq!((shown().as_str(), length()), ("?q=a", entries));
    address.replace_soon("?q=c".to_owned());
    later(0).await;
    assert_eq!((shown().as_str(), length()), ("?q=c", entries + 1));
    address.replace("");
    html.remove_attribute("data-root").expect("the attribute can be removed");
}

#[wasm_bindgen_test]
fn marks_are_set_and_removed() {
    let page = TestElement::new("div", "page");
    page.0.set_inner_html(
        "<ol class=cards><li><p class=card><a class=number></a><input type=checkbox data-tick=2></p></li>\
         <li><p class=card></p></li></ol>\
         <div class=annotated><a class=number data-statement=1></a><i class=cue data-statement=1></i>\
         <b class=content data-statement=1></b><b class=content data-statement=2></b></div>",
    );
    let count = |css: &str| document().query_selector_all(css).expect("a selector").length();
    // The first card is that of the second item.
    let mut marks = Marks::find(&[1, 0]);
    let missed = Mark { is_missed: true, ..Mark::default() };
    let open = Mark { is_open: true, is_ticked: true, ..Mark::default() };
    marks.set(&[missed, open]);
    assert_eq!(count(".cards > :not([hidden]) .card.is-lit .number.is-on"), 1);
    assert_eq!(count("[data-tick]:checked"), 1);
    assert_eq!(count(".cards > [hidden][aria-hidden=true]:last-child"), 1);
    assert_eq!(count("[data-statement='1'].recedes:not(.number)"), 2);
    assert_eq!(count(".content.lit[data-statement='2']"), 1);
    marks.set(&[open, Mark { is_pointed: true, ..missed }]);
    assert_eq!(count(".cue.is-lit, .number.is-on[aria-current=true]"), 2);
    assert_eq!(count(".recedes"), 0, "what the reader points at is not grey");
    let _fresh = Marks::find(&[1, 0]);
    let marked =
        "[hidden], [aria-hidden], .recedes, .lit, .is-lit, .is-on, [aria-current], :checked";
    assert_eq!(count(&format!("#page :is({marked})")), 0);
}

#[wasm_bindgen_test]
fn only_links_to_pages_of_the_site_are_followed() {
    let (followed, record) = recorder();
    let _listening = Address::here().on_link(move |path, query| {
        record(format!("{path}?{query}"));
        true
    });
    let link = TestElement::new("a", "link");
    let click = |href: &str| {
        link.0.set_attribute("href", href).expect("a link");
        let init = web_sys::MouseEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &init);
        let event: Event = event.expect("a click").into();
        // Keeps the browser from leaving the test page.
        let stay = gloo::events::EventListener::new_with_options(
            &web_sys::window().expect("a window"),
            "click",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            |event| event.prevent_default(),
        );
        link.0.dispatch_event(&event).expect("the event can be dispatched");
        drop(stay);
    };
    for href in
        ["x/actors/?q=a", "#main", "x/dossier.json", "https://example.org/x/", "mailto:a@b.org"]
    {
        click(href);
    }
    assert_eq!(*followed.borrow(), ["x/actors/?q=a"]);
}

#[wasm_bindgen_test]
fn plain_click_on_a_statement_opens_it_and_other_links_do_not() {
    let (clicks, record) = recorder();
    let _listening = gloo::events::EventListener::new(&document(), "click", move |event| {
        let event = event.dyn_ref::<web_sys::MouseEvent>().expect("a click");
        record((browser::clicked_statement(event), browser::statement_at(event)));
    });
    let text = TestElement::new("div", "text");
    text.0.set_class_name("annotated");
    let part = |tag: &str, parent: &Element, number: Option<&str>| {
        let element = document().create_element(tag).expect("an element");
        if let Some(number) = number {
            element.set_attribute("data-statement", number).expect("the attribute can be set");
        }
        parent.append_child(&element).expect("the element can be added");
        element
    };
    let outer = part("span", &text.0, Some("3"));
    let inner = part("span", &outer, Some("5"));
    let (date, number) = (part("a", &inner, None), part("a", &text.0, Some("5")));
    let click = |element: &Element, ctrl: bool| {
        let init = web_sys::MouseEventInit::new();
        init.set_bubbles(true);
        init.set_ctrl_key(ctrl);
        let event = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &init);
        element.dispatch_event(&event.expect("a click")).expect("the event can be dispatched");
    };
    click(&outer, false);
    click(&inner, false);
    click(&date, false);
    click(&number, false);
    click(&number, true);
    click(&text.0, false);
    let expected = [
        (Some(3), Some(3)),
        (Some(5), Some(5)),
        (None, Some(5)),
        (Some(5), Some(5)),
        (None, Some(5)),
        (None, None),
    ];
    assert_eq!(*clicks.borrow(), expected);
}
