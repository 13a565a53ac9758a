// Times what a reader waits for in a list. Evaluated in the page by `speed`; the value is an object of functions.
(() => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const frames = async (count) => {
    for (let index = 0; index < count; index += 1) await frame();
  };
  // Maximum number of frames that one step may take. Nothing depends on it but the end of a hang.
  const LIMIT = 600;

  // Does a step. Returns the time to the layout of the last change of the page, and to the second frame.
  const time = async (act) => {
    await frames(3);
    let changes = 0;
    let laidOut = NaN;
    const observer = new MutationObserver((records) => {
      // The count for screen readers follows later, on purpose.
      const seen = records.filter(({ target }) => !(target.parentElement || target).closest("[role=status]"));
      if (seen.length === 0) return;
      void document.body.offsetHeight;
      laidOut = performance.now();
      changes += 1;
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const start = performance.now();
    act();
    await frames(2);
    const second = performance.now();
    for (let before = -1, index = 0; (before !== changes || changes === 0) && index < LIMIT; index += 1) {
      before = changes;
      await frames(3);
    }
    observer.disconnect();
    return [laidOut - start, second - start];
  };

  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;

  // Types the letters of a word and deletes them again, one time for each key.
  const keys = async (word) => {
    const input = document.getElementById("search");
    input.focus();
    const times = [];
    for (let key = 1; key <= 2 * word.length; key += 1) {
      const text = word.slice(0, key <= word.length ? key : 2 * word.length - key);
      times.push(
        await time(() => {
          setValue.call(input, text);
          input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
        }),
      );
    }
    return times;
  };

  const options = () =>
    [...document.querySelectorAll("#filters .option:not(.is-zero)")].filter((option) => option.checkVisibility());
  const control = (option) => option.querySelector("input") || option;
  const isChosen = (it) => it.checked || (it.getAttribute("aria-pressed") || "false") !== "false" || /is-(on|out)/.test(it.className);

  // Clicks on one option after another, each until it is no longer chosen.
  const filters = async (count) => {
    const names = options().map((option) => option.textContent.replace(/\d.*/s, ""));
    const times = [];
    for (let index = 0; times.length < count; index = (index + 1) % names.length) {
      const find = () => control(options().find((option) => option.textContent.startsWith(names[index])));
      do {
        times.push(await time(() => find().click()));
      } while (isChosen(find()));
    }
    return times.slice(0, count);
  };

  // The durations of all tasks above 50 ms since the page was opened.
  const tasks = async () => {
    const found = [];
    const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
    observer.observe({ type: "longtask", buffered: true });
    await frames(20);
    found.push(...observer.takeRecords());
    return found.map(({ duration }) => duration);
  };

  return { keys, filters, tasks };
})()
