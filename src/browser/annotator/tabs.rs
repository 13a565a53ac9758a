//! Other tabs that have the same draft open. Tabs introduce themselves by messages (`BroadcastChannel`), and each holds a
//! lock of the browser for as long as it lives (Web Locks): a tab that gets another one's lock knows that the other is gone,
//! even if it crashed. Where there are no locks, tabs ask each other regularly.

use super::super::window::window;
use super::random_id;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use js_sys::{Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent};

/// The name of the channel, and the start of the names of locks.
const NAME: &str = "onrecord-annotator";

/// Milliseconds between two questions to other tabs, where there are no locks.
const ASKING: u32 = 1000;

/// A tab that leaves this many questions unanswered is gone.
const UNANSWERED: u32 = 3;

/// A draft that this tab has open. Dropping it lets the others know.
pub struct Claim {
    inner: Rc<Inner>,
    /// The listener of the channel.
    _heard: Closure<dyn Fn(MessageEvent)>,
    _listeners: [EventListener; 2],
}

struct Inner {
    draft: String,
    /// Names this claim among the tabs.
    id: String,
    channel: Option<BroadcastChannel>,
    /// The claims of other tabs, each with the number of questions that it has not answered.
    others: RefCell<BTreeMap<String, u32>>,
    /// Gives the lock of this claim back.
    release: RefCell<Option<Function>>,
    /// Asks the others, where there are no locks.
    asking: RefCell<Option<Interval>>,
    is_over: Cell<bool>,
    /// What `changed` was last called with.
    said: Cell<bool>,
    changed: Box<dyn Fn(bool)>,
}

impl Claim {
    /// Opens a draft, and calls `changed` whenever another tab begins or ceases to have it open too.
    pub fn new(draft: &str, changed: impl Fn(bool) + 'static) -> Self {
        let inner = Rc::new(Inner {
            draft: draft.to_owned(),
            id: random_id(),
            channel: BroadcastChannel::new(NAME).ok(),
            others: RefCell::default(),
            release: RefCell::default(),
            asking: RefCell::default(),
            is_over: Cell::new(false),
            said: Cell::new(false),
            changed: Box::new(changed),
        });
        let listening = Rc::downgrade(&inner);
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let (Some(inner), Some(message)) = (listening.upgrade(), event.data().as_string()) {
                inner.hear(&message);
            }
        });
        if let Some(channel) = &inner.channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        inner.introduce();
        let on = |name: &'static str, what: &'static str| {
            let inner = inner.clone();
            EventListener::new(&window(), name, move |_| inner.say(what))
        };
        Self { _heard: heard, _listeners: [on("pagehide", "close"), on("pageshow", "open")], inner }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let inner = &self.inner;
        inner.is_over.set(true);
        inner.say("close");
        inner.asking.take();
        if let Some(channel) = &inner.channel {
            channel.set_onmessage(None);
            channel.close();
        }
        if let Some(release) = inner.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

impl Inner {
    /// Says that this claim exists, once it holds its lock: others take a free lock to mean that the tab is gone.
    fn introduce(self: &Rc<Self>) {
        let holding = self.clone();
        let held = request(&self.draft, &self.id, move || {
            if holding.is_over.get() {
                return JsValue::UNDEFINED;
            }
            holding.say("open");
            // The lock is held until this promise is settled.
            Promise::new(&mut |resolve, _| _ = holding.release.replace(Some(resolve))).into()
        });
        let refused = self.clone();
        spawn_local(async move {
            let is_refused = match held {
                Some(held) => JsFuture::from(held).await.is_err(),
                None => true,
            };
            if is_refused && !refused.is_over.get() {
                refused.say("open");
                let asking = Rc::downgrade(&refused);
                let ask = move || asking.upgrade().iter().for_each(|it| it.ask());
                refused.asking.replace(Some(Interval::new(ASKING, ask)));
            }
        });
    }

    fn say(&self, what: &str) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&format!("{what} {} {}", self.draft, self.id).into());
        }
    }

    fn hear(self: &Rc<Self>, message: &str) {
        let mut parts = message.split(' ');
        let (Some(what), Some(draft), Some(other)) = (parts.next(), parts.next(), parts.next())
        else {
            return;
        };
        if draft != self.draft {
            return;
        }
        match what {
            "open" => {
                self.meet(other);
                self.say("here");
            }
            "here" => self.meet(other),
            "close" => self.part(other),
            _ => {}
        }
    }

    /// Takes note of another claim, and of its end.
    fn meet(self: &Rc<Self>, other: &str) {
        let is_new = self.others.borrow_mut().insert(other.to_owned(), 0).is_none();
        if is_new && self.asking.borrow().is_none() {
            let (inner, gone) = (self.clone(), other.to_owned());
            let watch = request(&self.draft, other, move || {
                inner.part(&gone);
                JsValue::UNDEFINED
            });
            // A refusal has been noticed when this claim asked for its own lock.
            spawn_local(async move {
                if let Some(watch) = watch {
                    let _ = JsFuture::from(watch).await;
                }
            });
        }
        self.tell();
    }

    fn part(&self, other: &str) {
        self.others.borrow_mut().remove(other);
        self.tell();
    }

    /// Asks the other claims whether they still exist, and forgets those that do not answer.
    fn ask(&self) {
        if self.others.borrow().is_empty() {
            return;
        }
        self.others.borrow_mut().retain(|_, unanswered| {
            *unanswered += 1;
            *unanswered <= UNANSWERED
        });
        self.say("open");
        self.tell();
    }

    fn tell(&self) {
        let is_elsewhere = !self.others.borrow().is_empty();
        if !self.is_over.get() && self.said.replace(is_elsewhere) != is_elsewhere {
            (self.changed)(is_elsewhere);
        }
    }
}

/// Asks for the lock of a claim, and calls `granted` when it is free; the lock is held until the promise that `granted`
/// returns is settled. Returns nothing where the browser has no locks.
// `web-sys` has Web Locks as unstable only.
fn request(draft: &str, id: &str, granted: impl FnOnce() -> JsValue + 'static) -> Option<Promise> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let locks = get(&window().navigator(), "locks").filter(JsValue::is_object)?;
    let request: Function = get(&locks, "request")?.dyn_into().ok()?;
    let name = format!("{NAME} {draft} {id}");
    let granted = Closure::once_into_js(granted);
    request.call2(&locks, &name.into(), &granted).ok()?.dyn_into().ok()
}
