//! Files on the person's machine that can be written again (File System Access), where the browser has them.

use super::super::window::window;
use super::store::words_of;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A file that a person chose, which can be read and written again.
#[derive(Debug, Clone, PartialEq)]
pub struct FilePlace(JsValue);

/// Why a file was not read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// The person closed the dialog of the browser.
    Cancelled,
    /// The person or the system does not allow it.
    NotAllowed,
    /// The file is gone.
    Gone,
    /// There is no space.
    Full,
    /// Anything else, in the words of the browser.
    Failed(String),
}

/// Returns true if the browser can write files that a person chooses.
pub fn can_write_files() -> bool {
    function(&window(), "showSaveFilePicker").is_some()
}

/// Asks for a file to open.
///
/// # Errors
/// If none is chosen.
pub async fn pick_file() -> Result<FilePlace, FileError> {
    let picked: Array = call(&window(), "showOpenFilePicker", &[]).await?.unchecked_into();
    Ok(FilePlace(picked.get(0)))
}

/// Asks where to save a file.
///
/// # Errors
/// If no place is chosen.
pub async fn pick_place(name: &str) -> Result<FilePlace, FileError> {
    let options = Object::new();
    let _ = Reflect::set(&options, &"suggestedName".into(), &name.into());
    call(&window(), "showSaveFilePicker", &[&options]).await.map(FilePlace)
}

impl FilePlace {
    /// Returns the name of the file.
    pub fn name(&self) -> String {
        let name = Reflect::get(&self.0, &"name".into()).ok();
        name.and_then(|it| it.as_string()).unwrap_or_default()
    }

    /// Reads the file.
    ///
    /// # Errors
    /// If it cannot be read.
    pub async fn read(&self) -> Result<Vec<u8>, FileError> {
        let file = call(&self.0, "getFile", &[]).await?;
        let buffer = call(&file, "arrayBuffer", &[]).await?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }

    /// Writes the file. The browser writes it beside its place and moves it there.
    ///
    /// # Errors
    /// If it cannot be written. Then it is as it was.
    pub async fn write(&self, bytes: &[u8]) -> Result<(), FileError> {
        let stream = call(&self.0, "createWritable", &[]).await?;
        let bytes: JsValue = Uint8Array::from(bytes).into();
        if let Err(error) = call(&stream, "write", &[&bytes]).await {
            let _ = call(&stream, "abort", &[]).await;
            return Err(error);
        }
        call(&stream, "close", &[]).await.map(drop)
    }
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Calls a method, and waits for its promise.
async fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, FileError> {
    let missing = || FileError::Failed(name.to_owned());
    let function = function(of, name).ok_or_else(missing)?;
    let arguments: Array = arguments.iter().map(|it| (*it).clone()).collect();
    let called = function.apply(of, &arguments).map_err(|error| failed(&error))?;
    let promise: Promise = Promise::resolve(&called);
    JsFuture::from(promise).await.map_err(|error| failed(&error))
}

fn failed(error: &JsValue) -> FileError {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|it| it.as_string());
    match name.as_deref() {
        Some("AbortError") => FileError::Cancelled,
        Some("NotAllowedError" | "SecurityError" | "NoModificationAllowedError") => {
            FileError::NotAllowed
        }
        Some("NotFoundError") => FileError::Gone,
        Some("QuotaExceededError") => FileError::Full,
        _ => FileError::Failed(words_of(error)),
    }
}
