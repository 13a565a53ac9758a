//! The thread that owns the site: it watches the files, loads what changed, and makes the answer to
//! each request. The model is not shared between threads, so others ask it over a channel.

use super::files::Seen;
use super::state::{Answer, State};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use tokio::sync::{oneshot, watch};

/// Time between two looks at the files.
const PAUSE: Duration = Duration::from_millis(300);

/// Time for which changed files must stay the same before they are loaded. Some editors write a
/// file in several steps.
const SETTLED: Duration = Duration::from_millis(30);

/// Maximum number of looks at a file that was emptied before it is loaded.
const PATIENCE: u32 = 20;

/// A request for a file of the site.
struct Ask {
    path: String,
    query: String,
    reply: oneshot::Sender<Answer>,
}

/// The means to ask the thread, and to learn of new states of the site.
#[derive(Clone)]
pub struct Renderer {
    asks: Sender<Ask>,
    versions: watch::Receiver<String>,
}

impl Renderer {
    /// Starts the thread. `load` makes the first state in it. Returns when that is done.
    pub fn start(load: impl FnOnce() -> State + Send + 'static) -> (Self, JoinHandle<()>) {
        let (asks, asked) = channel();
        let (sender, versions) = watch::channel(String::new());
        let (ready, is_ready) = channel();
        let thread = thread::spawn(move || {
            let mut state = load();
            sender.send_replace(state.version().to_owned());
            drop(ready);
            run(&mut state, &asked, &sender);
        });
        // Nothing is ever sent. The wait ends when the thread drops its end.
        let _: Result<(), _> = is_ready.recv();
        (Self { asks, versions }, thread)
    }

    /// Returns the answer for a path below the root. `query` begins with a question mark, or is
    /// empty. `None` if the thread has ended.
    pub async fn answer(&self, path: String, query: String) -> Option<Answer> {
        let (reply, answer) = oneshot::channel();
        self.asks.send(Ask { path, query, reply }).ok()?;
        answer.await.ok()
    }

    /// Returns the current version of the site and all later ones.
    pub fn versions(&self) -> watch::Receiver<String> {
        self.versions.clone()
    }

    /// Waits until the thread has ended. It does not end while anybody can ask it, unless it
    /// panics.
    pub fn ended(&self) -> impl Future<Output = ()> + use<> {
        let mut versions = self.versions();
        async move { while versions.changed().await.is_ok() {} }
    }
}

/// Answers and watches until nobody can ask any more.
fn run(state: &mut State, asked: &Receiver<Ask>, versions: &watch::Sender<String>) {
    let mut next_look = Instant::now() + PAUSE;
    let mut patience = PATIENCE;
    loop {
        match asked.recv_timeout(next_look.saturating_duration_since(Instant::now())) {
            Ok(Ask { path, query, reply }) => {
                // The other end is gone if the browser no longer waits.
                let _ = reply.send(state.answer(&path, &query));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if Instant::now() < next_look {
            continue;
        }
        let pause = match state.look() {
            Seen::Changing => SETTLED,
            Seen::Emptied if patience > 0 => {
                patience -= 1;
                SETTLED
            }
            Seen::Emptied | Seen::Settled => {
                if state.catch_up() {
                    versions.send_replace(state.version().to_owned());
                }
                patience = PATIENCE;
                PAUSE
            }
        };
        next_look = Instant::now() + pause;
    }
}
