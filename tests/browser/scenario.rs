//! A scenario: what a reader does, in which engines, and the check that follows every one of them.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;
use std::time::Duration;

use crate::browsers::Browsers;
use crate::check::problems;
use crate::engine::{Engine, Setup};
use crate::reader::Reader;
use crate::server::Server;
use crate::wait::Outcome;

/// How long one scenario may take, the start of the browser included.
const LIMIT: Duration = Duration::from_secs(60);

/// An `async fn(reader: &mut Reader) -> Outcome`, boxed by [`scenario!`](crate::scenario!).
pub type Steps = for<'a> fn(&'a mut Reader) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// What a reader does, and where.
pub struct Scenario {
    /// The file and the function in words: `search: typing narrows the list`.
    pub name: String,
    steps: Steps,
    engines: &'static [Engine],
    setup: Setup,
    folder: Option<PathBuf>,
    base: &'static str,
    allowed: Vec<&'static str>,
    must_fail: Option<&'static str>,
}

/// A [`Scenario`] from the name of an `async fn` in the same file.
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

    /// For a reader with these settings.
    pub fn with(self, setup: Setup) -> Self {
        Self { setup, ..self }
    }

    /// Serves the bundle under another sub-path than `/some/dir/`.
    pub fn under(self, base: &'static str) -> Self {
        Self { base, ..self }
    }

    /// Serves this folder instead of the bundle.
    pub fn serving(self, folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// Accepts problems that contain this text (part of a console message, an address, `404 for …`).
    pub fn allow(mut self, text: &'static str) -> Self {
        self.allowed.push(text);
        self
    }

    /// Turns the scenario round: it passes only where it fails with this text. For tests of the harness itself.
    pub fn must_fail(self, text: &'static str) -> Self {
        Self { must_fail: Some(text), ..self }
    }

    pub fn runs_on(&self, engine: Engine) -> bool {
        self.engines.contains(&engine)
    }

    /// Runs in one of these browsers, or in a fresh one. The error tells all that went wrong, a line each.
    pub async fn run(&self, engine: Engine, browsers: &mut Browsers) -> Outcome {
        let performance = self.perform(engine, browsers);
        let outcome = match tokio::time::timeout(LIMIT, performance).await {
            Ok(outcome) => outcome,
            Err(_) => Err(format!("not done after {} s", LIMIT.as_secs())),
        };
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
        let browser = browsers.take(engine, self.setup).await?;
        let mut reader = Reader::at(browser, server).await?;
        let outcome = unwinding((self.steps)(&mut reader)).await;
        let found = problems(&reader).await.unwrap_or_else(|error| vec![error]);
        let errors: Vec<_> = outcome
            .err()
            .into_iter()
            .chain(
                found
                    .into_iter()
                    .filter(|problem| !self.allowed.iter().any(|text| problem.contains(text))),
            )
            .collect();
        let mut report = errors.join("\n");
        if !errors.is_empty() && self.must_fail.is_none() {
            report.push_str(&self.picture(&reader).await);
        }
        if errors.is_empty() || self.must_fail.is_some() {
            browsers.keep(reader.leave()).await?;
        } else {
            // Nobody knows what state it is in.
            reader.leave().leave().await;
        }
        if errors.is_empty() { Ok(()) } else { Err(report) }
    }

    async fn picture(&self, reader: &Reader) -> String {
        let folder = PathBuf::from("target/browser-failures");
        let file =
            folder.join(format!("{}-{}.png", reader.engine, self.name.replace([' ', ':'], "-")));
        let taken = match std::fs::create_dir_all(&folder) {
            Ok(()) => reader.screenshot(&file).await,
            Err(error) => Err(error.to_string()),
        };
        match taken {
            Ok(()) => format!("\nscreenshot: {}", file.display()),
            Err(error) => format!("\n{error}"),
        }
    }
}

/// The built bundle that is under test: `ONRECORD_DIST`, by default `dist`.
pub fn bundle() -> Outcome<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("ONRECORD_DIST").unwrap_or_else(|| "dist".into()));
    if folder.join("index.html").is_file() {
        Ok(folder)
    } else {
        Err(format!("no index.html in {}: run `make dist`", folder.display()))
    }
}

thread_local! {
    /// What the last panic said, and where: told by the hook, which alone knows the place. Of this thread
    /// only, for others run other scenarios.
    static PANIC: RefCell<String> = RefCell::default();
}

/// Keeps what a panic says for the report of its scenario.
pub fn catch_panics() {
    std::panic::set_hook(Box::new(|panic| {
        // A thread that ends has no place any more to keep it in.
        let _ = PANIC.try_with(|last| last.replace(panic.to_string()));
    }));
}

/// Turns a panic (a failed assertion) into an error, so that what follows still runs.
pub fn or_panic(check: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(check)).unwrap_or_else(|_| Err(last_panic()))
}

/// The same for a scenario's steps.
async fn unwinding(mut steps: Pin<Box<dyn Future<Output = Outcome> + '_>>) -> Outcome {
    poll_fn(|context| {
        let polled = catch_unwind(AssertUnwindSafe(|| steps.as_mut().poll(context)));
        polled.unwrap_or_else(|_| Poll::Ready(Err(last_panic())))
    })
    .await
}

/// What the last panic of this thread said, and where.
fn last_panic() -> String {
    PANIC.take()
}
