//! The `browser` room, inside a browser.

#![cfg(target_arch = "wasm32")]

use onrecord::browser::{self, Address, Key};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a page")
}

/// An element at the end of the page, gone when the test is done.
struct Put(Element);

impl Put {
    fn new(tag: &str, id: &str) -> Self {
        let element = document().create_element(tag).expect("an element");
        element.set_id(id);
        document().body().expect("a body").append_child(&element).expect("it is put");
        Self(element)
    }
}

impl Drop for Put {
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
    target.dispatch_event(&event).expect("it is pressed");
    event
}

fn noted<T: 'static>() -> (Rc<RefCell<Vec<T>>>, impl Fn(T)) {
    let notes = Rc::new(RefCell::new(Vec::new()));
    let writer = Rc::clone(&notes);
    (notes, move |note| writer.borrow_mut().push(note))
}

#[wasm_bindgen_test]
fn a_slash_is_a_shortcut_but_not_in_a_field() {
    let (keys, note) = noted();
    let _listening = browser::on_key(move |key| {
        note(key);
        true
    });
    let (field, place) = (Put::new("input", "field"), Put::new("p", "place"));
    assert!(!press(&field.0, "/").default_prevented());
    assert!(press(&place.0, "/").default_prevented());
    press(&place.0, "x");
    press(&field.0, "Escape");
    assert_eq!(*keys.borrow(), [Key::Slash, Key::Escape]);
}

#[wasm_bindgen_test]
fn a_dropped_listener_hears_nothing() {
    let (keys, note) = noted();
    let listening = browser::on_key(move |key| {
        note(key);
        true
    });
    drop(listening);
    press(&Put::new("p", "place").0, "/");
    assert_eq!(keys.borrow().len(), 0);
}

#[wasm_bindgen_test]
fn the_shortcut_stays_off_once_it_is_turned_off() {
    assert!(browser::shortcuts_allowed());
    browser::allow_shortcuts(false);
    assert!(!browser::shortcuts_allowed());
    browser::allow_shortcuts(true);
    assert!(browser::shortcuts_allowed());
}

#[wasm_bindgen_test]
fn the_search_is_found_by_its_id_and_keeps_what_was_typed() {
    assert!(!browser::focus_search());
    assert_eq!(browser::typed(), None);
    let field = Put::new("input", browser::SEARCH_ID);
    field.0.unchecked_ref::<web_sys::HtmlInputElement>().set_value("timeline");
    assert_eq!(browser::typed().as_deref(), Some("timeline"));
    assert!(browser::focus_search());
    let focused = document().active_element().map(|element| element.id());
    assert_eq!(focused.as_deref(), Some(browser::SEARCH_ID));
}

#[wasm_bindgen_test]
async fn a_dropped_timer_never_rings() {
    let (rung, note) = noted();
    drop(browser::after(1, move || note("dropped")));
    // Timers ring in order: where this one has rung, the other one is past.
    let later = js_sys::Promise::new(&mut |done, _| {
        let ring = move || drop(done.call0(&done));
        browser::after(20, ring).forget();
    });
    wasm_bindgen_futures::JsFuture::from(later).await.expect("it rings");
    assert_eq!(rung.borrow().len(), 0);
}

#[wasm_bindgen_test]
fn addresses_are_below_the_root_that_the_page_names() {
    let location = web_sys::window().expect("a window").location();
    let part = |part: Result<String, _>| part.expect("an address has this part");
    let shown = || part(location.pathname()) + &part(location.search());
    let before = shown();
    let html = document().document_element().expect("a root element");
    html.set_attribute("data-root", "/some/dir/").expect("it is set");
    let address = Address::here();
    address.push("x/?q=a");
    assert_eq!((shown().as_str(), address.query().as_str()), ("/some/dir/x/?q=a", "q=a"));
    address.replace("x/actors/");
    assert_eq!((shown().as_str(), address.query().as_str()), ("/some/dir/x/actors/", ""));
    // Where all pages stand in one file, they are named behind the `#`.
    html.set_attribute("data-root", "#/").expect("it is set");
    let within = Address::here();
    within.push("x/?q=b#id");
    assert_eq!(part(location.hash()), "#/x/?q=b#id");
    assert_eq!(within.query(), "q=b");
    within.replace("");
    html.set_attribute("data-root", "/").expect("it is set");
    Address::here().replace(before.trim_start_matches('/'));
    html.remove_attribute("data-root").expect("it is removed");
}

#[wasm_bindgen_test]
fn links_within_the_bundle_are_followed_and_no_others() {
    let (followed, note) = noted();
    let _listening = Address::here().on_link(move |path, query| {
        note(format!("{path}?{query}"));
        true
    });
    let link = Put::new("a", "link");
    let click = |href: &str| {
        link.0.set_attribute("href", href).expect("a link");
        let init = web_sys::MouseEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &init);
        let event: Event = event.expect("a click").into();
        // What is not followed must not leave the page of the tests.
        let stay = gloo::events::EventListener::new_with_options(
            &web_sys::window().expect("a window"),
            "click",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            |event| event.prevent_default(),
        );
        link.0.dispatch_event(&event).expect("it is clicked");
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
fn a_plain_click_in_the_article_opens_and_its_other_links_do_not() {
    let (opened, note) = noted();
    let _listening = gloo::events::EventListener::new(&document(), "click", move |event| {
        let event = event.dyn_ref::<web_sys::MouseEvent>().expect("a click");
        note((browser::opened(event), browser::pointed(event)));
    });
    let text = Put::new("div", "text");
    text.0.set_class_name("annotated");
    let part = |tag: &str, parent: &Element, number: Option<&str>| {
        let element = document().create_element(tag).expect("an element");
        if let Some(number) = number {
            element.set_attribute("data-statement", number).expect("it is set");
        }
        parent.append_child(&element).expect("it is put");
        element
    };
    let outer = part("span", &text.0, Some("3"));
    let inner = part("span", &outer, Some("5"));
    let (date, number) = (part("a", &inner, None), part("a", &text.0, Some("5")));
    let click = |element: &Element, held: bool| {
        let init = web_sys::MouseEventInit::new();
        init.set_bubbles(true);
        init.set_ctrl_key(held);
        let event = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &init);
        element.dispatch_event(&event.expect("a click")).expect("it is clicked");
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
    assert_eq!(*opened.borrow(), expected);
}
