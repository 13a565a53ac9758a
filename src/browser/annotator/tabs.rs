//! Other tabs that have the same draft open: known by a lock of the browser (Web Locks), and by messages between tabs
//! (`BroadcastChannel`), which also reach the tab that has the lock.

use super::super::window::window;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// The name of the channel, and the start of the names of locks.
const NAME: &str = "onrecord-annotator";

/// Time in milliseconds in which other tabs answer.
const ANSWERED: u32 = 500;

/// A draft that this tab has open. Dropping it lets the others know.
pub struct Claim {
    inner: Rc<Inner>,
    /// The listener of the channel.
    _heard: Closure<dyn Fn(MessageEvent)>,
    _listeners: [EventListener; 3],
}

struct Inner {
    draft: String,
    channel: Option<BroadcastChannel>,
    /// True while another tab has the lock.
    is_locked: Cell<bool>,
    /// True if another tab has answered.
    is_heard: Cell<bool>,
    /// Gives the lock back.
    release: RefCell<Option<Function>>,
    is_over: Cell<bool>,
    said: Cell<bool>,
    changed: Box<dyn Fn(bool)>,
}

impl Claim {
    /// Opens a draft, and calls `changed` whenever another tab begins or ceases to have it open too.
    pub fn new(draft: &str, changed: impl Fn(bool) + 'static) -> Self {
        let inner = Rc::new(Inner {
            draft: draft.to_owned(),
            channel: BroadcastChannel::new(NAME).ok(),
            is_locked: Cell::new(false),
            is_heard: Cell::new(false),
            release: RefCell::default(),
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
        inner.say("open");
        lock(&inner, true);
        let on = |name: &'static str, then: fn(&Rc<Inner>)| {
            let inner = inner.clone();
            EventListener::new(&window(), name, move |_| then(&inner))
        };
        let _listeners = [
            on("pagehide", |inner| inner.say("close")),
            on("pageshow", |inner| inner.say("open")),
            // A tab that crashed says nothing, so it is asked for when this one is used again.
            on("focus", Inner::ask),
        ];
        Self { inner, _heard: heard, _listeners }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let inner = &self.inner;
        inner.is_over.set(true);
        inner.say("close");
        if let Some(channel) = &inner.channel {
            channel.set_onmessage(None);
            channel.close();
        }
        if let Some(release) = inner.release.borrow_mut().take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

impl Inner {
    fn say(&self, what: &str) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&format!("{what} {}", self.draft).into());
        }
    }

    /// Asks whether another tab still has the draft open.
    fn ask(self: &Rc<Self>) {
        if !self.is_heard.replace(false) {
            return;
        }
        self.say("open-still");
        let inner = self.clone();
        Timeout::new(ANSWERED, move || inner.tell()).forget();
    }

    fn hear(&self, message: &str) {
        let Some((what, draft)) = message.split_once(' ') else { return };
        if draft != self.draft {
            return;
        }
        match what {
            "open" => {
                self.is_heard.set(true);
                self.say("here");
            }
            "here" => self.is_heard.set(true),
            "close" => {
                self.is_heard.set(false);
                // A third tab answers.
                self.say("open-still");
            }
            "open-still" => {
                self.is_heard.set(true);
                self.say("here");
            }
            _ => {}
        }
        self.tell();
    }

    fn tell(&self) {
        let is_elsewhere = self.is_locked.get() || self.is_heard.get();
        if !self.is_over.get() && self.said.replace(is_elsewhere) != is_elsewhere {
            (self.changed)(is_elsewhere);
        }
    }
}

/// Asks for the lock: at first only if it is free, then when it becomes free.
fn lock(inner: &Rc<Inner>, only_if_free: bool) {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let Some(locks) = get(&window().navigator(), "locks").filter(JsValue::is_object) else {
        return;
    };
    let Some(request) = get(&locks, "request").and_then(|it| it.dyn_into::<Function>().ok()) else {
        return;
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &only_if_free.into());
    let asking = inner.clone();
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if asking.is_over.get() {
            return JsValue::UNDEFINED;
        }
        asking.is_locked.set(lock.is_null());
        asking.tell();
        if lock.is_null() {
            self::lock(&asking, false);
            return JsValue::UNDEFINED;
        }
        if !only_if_free {
            // The tab that had it is gone, perhaps without a word.
            asking.is_heard.set(false);
            asking.say("open-still");
            asking.tell();
        }
        // The lock is held until this promise is settled.
        Promise::new(&mut |resolve, _| {
            asking.release.replace(Some(resolve));
        })
        .into()
    });
    let name = format!("{NAME} {}", inner.draft);
    let asked = request.call3(&locks, &name.into(), &options, &granted);
    // A page that may not use locks has the channel.
    if let Some(promise) = asked.ok().and_then(|it| it.dyn_into::<Promise>().ok()) {
        let ignored = Closure::once_into_js(|_: JsValue| {});
        let _ = Reflect::get(&promise, &"catch".into())
            .ok()
            .and_then(|it| it.dyn_into::<Function>().ok())
            .map(|catch| catch.call1(&promise, &ignored));
    }
}
