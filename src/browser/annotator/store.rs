//! A store of texts and bytes by key in the browser's own database (IndexedDB), for what must survive the page.

use super::super::window::window;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, EventTarget, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest,
    IdbTransaction, IdbTransactionMode,
};

/// The name of the database.
const NAME: &str = "onrecord-annotator";
/// The object store of texts.
const TEXTS: &str = "texts";
/// The object store of bytes.
const BYTES: &str = "bytes";

/// Why nothing can be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The browser has no storage for this page, for example because the person blocked site data.
    Refused,
    /// There is no space.
    Full,
    /// Anything else, in the words of the browser.
    Failed(String),
}

/// Changes that are made together or not at all. `None` deletes.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Texts by key.
    pub texts: Vec<(String, Option<String>)>,
    /// Bytes by key.
    pub bytes: Vec<(String, Option<Vec<u8>>)>,
}

/// The open database, which is closed with this value.
pub struct Store(IdbDatabase);

impl Drop for Store {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Store {
    /// Opens the database.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn open() -> Result<Self, StoreError> {
        let factory = window().indexed_db().map_err(|_| StoreError::Refused)?;
        let factory: IdbFactory = factory.ok_or(StoreError::Refused)?;
        let request = factory.open_with_u32(NAME, 1).map_err(|_| StoreError::Refused)?;
        let opening = request.clone();
        let upgrade = Closure::once_into_js(move || {
            let Ok(database) = opening.result().map(JsValue::unchecked_into::<IdbDatabase>) else {
                return;
            };
            for name in [TEXTS, BYTES] {
                let _ = database.create_object_store(name);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let opened = done(&request).await.map_err(|error| match error {
            StoreError::Full => StoreError::Full,
            _ => StoreError::Refused,
        })?;
        let database: IdbDatabase = opened.unchecked_into();
        Ok(Self(database))
    }

    /// Returns the texts whose keys begin with a prefix, in the order of their keys. A record that is not a
    /// text is `None`.
    ///
    /// # Errors
    /// If the browser fails to read.
    pub async fn texts(&self, prefix: &str) -> Result<Vec<(String, Option<String>)>, StoreError> {
        let transaction = self.0.transaction_with_str(TEXTS).map_err(failed)?;
        let store = transaction.object_store(TEXTS).map_err(failed)?;
        let end = format!("{prefix}\u{ffff}");
        let range = IdbKeyRange::bound(&prefix.into(), &end.into()).map_err(failed)?;
        let keys = store.get_all_keys_with_key(&range).map_err(failed)?;
        let values = store.get_all_with_key(&range).map_err(failed)?;
        let keys: Array = done(&keys).await?.unchecked_into();
        let values: Array = done(&values).await?.unchecked_into();
        let pairs = keys.iter().zip(values.iter());
        Ok(pairs.filter_map(|(key, value)| Some((key.as_string()?, value.as_string()))).collect())
    }

    /// Returns the bytes of a key.
    ///
    /// # Errors
    /// If the browser fails to read.
    pub async fn bytes(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let transaction = self.0.transaction_with_str(BYTES).map_err(failed)?;
        let store = transaction.object_store(BYTES).map_err(failed)?;
        let value = done(&store.get(&key.into()).map_err(failed)?).await?;
        Ok(value.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec()))
    }

    /// Makes changes, all or none.
    ///
    /// # Errors
    /// If there is no space, or the browser fails to write.
    pub async fn write(&self, batch: Batch) -> Result<(), StoreError> {
        let names = Array::of2(&TEXTS.into(), &BYTES.into());
        let mode = IdbTransactionMode::Readwrite;
        let transaction =
            self.0.transaction_with_str_sequence_and_mode(&names, mode).map_err(failed)?;
        let put = |name: &str, key: &str, value: Option<JsValue>| {
            let store: IdbObjectStore = transaction.object_store(name)?;
            let key = key.into();
            match value {
                Some(value) => store.put_with_key(&value, &key).map(drop),
                None => store.delete(&key).map(drop),
            }
        };
        let texts = batch
            .texts
            .iter()
            .try_for_each(|(key, text)| put(TEXTS, key, text.as_deref().map(JsValue::from)));
        let all = texts.and_then(|()| {
            batch.bytes.iter().try_for_each(|(key, bytes)| {
                put(BYTES, key, bytes.as_deref().map(|it| Uint8Array::from(it).into()))
            })
        });
        if let Err(error) = all {
            let _ = transaction.abort();
            return Err(failed(error));
        }
        complete(&transaction).await
    }
}

/// Waits for a request.
async fn done(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let target = request.clone();
    settled(request, "success", &["error", "blocked"]).await.map_err(|()| {
        target.error().ok().flatten().map_or(StoreError::Refused, |error| of_exception(&error))
    })?;
    target.result().map_err(failed)
}

/// Waits for a transaction.
async fn complete(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let target = transaction.clone();
    // An error leads to the end, and only then has the transaction its cause.
    settled(transaction, "complete", &["abort"]).await.map_err(|()| {
        let failed = || StoreError::Failed("AbortError".to_owned());
        target.error().map_or_else(failed, |error| of_exception(&error))
    })
}

/// Waits for one of the events of a target.
async fn settled(target: &EventTarget, good: &str, bad: &[&str]) -> Result<(), ()> {
    let listeners: Rc<RefCell<Vec<gloo::events::EventListener>>> = Rc::default();
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let on = |name: &str, then: Function| {
            let listener = gloo::events::EventListener::once(target, name.to_owned(), move |_| {
                let _ = then.call0(&JsValue::NULL);
            });
            listeners.borrow_mut().push(listener);
        };
        on(good, resolve);
        for name in bad {
            on(name, reject.clone());
        }
    });
    let settled = JsFuture::from(promise).await;
    listeners.borrow_mut().clear();
    settled.map(drop).map_err(drop)
}

fn of_exception(error: &DomException) -> StoreError {
    match error.name().as_str() {
        "QuotaExceededError" => StoreError::Full,
        "SecurityError" | "InvalidStateError" | "NotAllowedError" => StoreError::Refused,
        name => StoreError::Failed(format!("{name}: {}", error.message())),
    }
}

fn failed(error: JsValue) -> StoreError {
    match error.dyn_ref::<DomException>() {
        Some(error) => of_exception(error),
        None => StoreError::Failed(words_of(&error)),
    }
}

/// Returns the name of an error of the browser, or else its words.
pub(super) fn words_of(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|it| it.as_string());
    message.or_else(|| error.as_string()).unwrap_or_else(|| "unknown error".to_owned())
}
