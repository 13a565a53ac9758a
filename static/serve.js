// Runs on the pages of `onrecord serve`. Loads the page again when the site has changed.
{
  const { version } = document.currentScript.dataset;
  let changes;
  const stop = () => changes?.close();
  // A hidden page needs no connection, of which browsers allow only six. It catches up when it is shown.
  const start = () => {
    stop();
    if (document.hidden) return;
    changes = new EventSource("/_serve/events");
    changes.onmessage = (event) => {
      if (event.data === version) return;
      stop();
      location.reload();
    };
    // The browser connects again by itself unless the answer was an error.
    changes.onerror = () => {
      if (changes.readyState === EventSource.CLOSED) setTimeout(start, 1000);
    };
  };
  addEventListener("visibilitychange", start);
  addEventListener("pageshow", (event) => event.persisted && start());
  // Firefox logs an error for a connection that a navigation ends.
  addEventListener("beforeunload", stop);
  addEventListener("pagehide", stop);
  start();
}
