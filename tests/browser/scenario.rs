//! A scenario: the steps of a reader, the engines that they run in, and the checks that follow.

use std::cell::RefCell;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use crate::browsers::Browsers;
use crate::check::problems;
use crate::engine::{Engine, Setup};
use crate::reader::Reader;
use crate::server::Server;
use crate::wait::Outcome;

/// An `async fn(reader: &mut Reader) -> Outcome`, boxed by [`scenario!`](crate::scenario!).
pub type Steps = for<'a> fn(&'a mut Reader) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// The steps of a reader, and the conditions that they run under.
pub struct Scenario {
    /// The names of the file and the function in words: `filters: each pill removes one choice`.
    pub name: String,
    steps: Steps,
    engines: &'static [Engine],
    setup: Setup,
    folder: Option<PathBuf>,
    base: &'static str,
    allowed: Vec<&'static str>,
    must_fail: Option<&'static str>,
}

/// Makes a [`Scenario`] from the name of an `async fn` in the same file.
#[macro_export]
macro_rules! scenario {
    ($steps:ident) => {
        $crate::scenario::Scenario::new(module_path!(), stringify!($steps), |reader| {
            Box::pin($steps(reader))
        })
    };
}

impl Scenario {
    pub fn new(module: &str, name: &str, steps: Steps) -> Self {
        let file = module.rsplit("::").next().unwrap_or(module);
        Self {
            name: format!("{file}: {name}").replace('_', " "),
            steps,
            engines: &Engine::ALL,
            setup: Setup::default(),
            folder: None,
            base: "/some/dir/",
            allowed: Vec::new(),
            must_fail: None,
        }
    }

    /// Runs in these engines only.
    pub fn on(self, engines: &'static [Engine]) -> Self {
        Self { engines, ..self }
    }

    /// Runs in a browser with these settings.
    pub fn with(self, setup: Setup) -> Self {
        Self { setup, ..self }
    }

    /// Serves the bundle under this path instead of `/some/dir/`.
    pub fn under(self, base: &'static str) -> Self {
        Self { base, ..self }
    }

    /// Serves this folder instead of the bundle.
    pub fn serving(self, folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// Ignores problems that contain this text: part of a console message, an address, `404 for …`.
    pub fn allow(mut self, text: &'static str) -> Self {
        self.allowed.push(text);
        self
    }

    /// Passes only if the scenario fails with this text. For tests of the harness itself.
    pub fn must_fail(self, text: &'static str) -> Self {
        Self { must_fail: Some(text), ..self }
    }

    pub fn runs_on(&self, engine: Engine) -> bool {
        self.engines.contains(&engine)
    }

    /// Runs in one of these browsers, or in a new one. The error lists all problems, one on a line.
    pub async fn run(&self, engine: Engine, browsers: &mut Browsers) -> Outcome {
        let outcome = self.perform(engine, browsers).await;
        match (self.must_fail, outcome) {
            (None, outcome) => outcome,
            (Some(expected), Err(error)) if error.contains(expected) => Ok(()),
            (Some(expected), Err(error)) => {
                Err(format!("must fail with {expected:?}, but failed with: {error}"))
            }
            (Some(expected), Ok(())) => Err(format!("must fail with {expected:?}, but passed")),
        }
    }

    async fn perform(&self, engine: Engine, browsers: &mut Browsers) -> Outcome {
        let folder = self.folder.clone().map_or_else(bundle, Ok)?;
        let server = Rc::new(Server::start(&folder, self.base).await?);
        let browser = browsers.get(engine, self.setup).await?;
        let mut reader = Reader::new(browser, server).await?;
        let outcome = catching_panics((self.steps)(&mut reader)).await;
        // Described before the check below, which may open another page.
        let is_unexpected = outcome.is_err() && self.must_fail.is_none();
        let page = if is_unexpected { self.describe_page(&reader).await } else { String::new() };
        let found = problems(&reader).await.unwrap_or_else(|error| vec![error]);
        let is_allowed = |problem: &String| self.allowed.iter().any(|text| problem.contains(text));
        let mut errors: Vec<String> =
            outcome.err().map(|error| error + &page).into_iter().collect();
        errors.extend(found.into_iter().filter(|problem| !is_allowed(problem)));
        if errors.is_empty() || self.must_fail.is_some() {
            browsers.put_back(reader.into_browser()).await?;
        } else {
            // A browser in an unknown state is of no use to another scenario.
            reader.into_browser().close().await;
        }
        if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
    }

    /// Describes the state of the page in which a scenario failed, and saves a picture of it.
    async fn describe_page(&self, reader: &Reader) -> String {
        let folder = PathBuf::from("target/browser-failures");
        let file =
            folder.join(format!("{}-{}.png", reader.engine, self.name.replace([' ', ':'], "-")));
        let saved = match std::fs::create_dir_all(&folder) {
            Ok(()) => reader.screenshot(&file).await,
            Err(error) => Err(error.to_string()),
        };
        let picture = saved.map_or_else(|error| error, |()| format!("picture: {}", file.display()));
        let state = reader.state().await.unwrap_or_else(|error| error);
        format!("\n{state}\n{picture}")
    }
}

/// Returns the built bundle under test: `ONRECORD_DIST`, by default `dist`.
pub fn bundle() -> Outcome<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("ONRECORD_DIST").unwrap_or_else(|| "dist".into()));
    if folder.join("index.html").is_file() {
        Ok(folder)
    } else {
        Err(format!("no index.html in {}: run `make dist`", folder.display()))
    }
}

thread_local! {
    /// Message and location of this thread's last panic. Each thread runs its own scenarios, and
    /// only the panic hook knows the location.
    static PANIC: RefCell<String> = RefCell::default();
}

/// Keeps panic messages for the reports of scenarios instead of printing them.
pub fn keep_panic_messages() {
    std::panic::set_hook(Box::new(|panic| {
        // A thread that is ending has no thread-local storage.
        let _ = PANIC.try_with(|last| last.replace(panic.to_string()));
    }));
}

/// Turns a panic (a failed assertion) of a check into an error, so that the run continues.
pub fn catching_panic(check: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(check)).unwrap_or_else(|_| Err(PANIC.take()))
}

/// Like [`catching_panic`], for the steps of a scenario.
async fn catching_panics(mut steps: Pin<Box<dyn Future<Output = Outcome> + '_>>) -> Outcome {
    poll_fn(|context| {
        let polled = catch_unwind(AssertUnwindSafe(|| steps.as_mut().poll(context)));
        polled.unwrap_or_else(|_| Poll::Ready(Err(PANIC.take())))
    })
    .await
}
