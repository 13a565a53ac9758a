// Filters and sorts the list of reports on the home page. Runs before the page is drawn, so that no
// choice is lost: choices made while the page still loads apply to the rows that are there, and again
// once all are. In the single file, it runs once, and static/single.js says each time that the list is shown.
(() => {
  const html = document.documentElement;
  const inOneFile = html.dataset.root === "#/";
  // In the single file, other pages have controls with the same ids.
  const isHere = () => !inOneFile || Boolean(document.querySelector(".home .reports"));
  html.dataset.scripts = "on";
  const keys = ["outlet", "year", "language"];
  const orders = ["statements", "outlet"];
  const byId = (id) => document.getElementById(id);

  // A longer search, or thousands of values, would freeze the page. The limits are those of the lists (MAX_SEARCH and
  // MAX_QUERY).
  const cut = (text, max, end) => {
    const start = [...text].slice(0, max).join("");
    return start === text || !end ? start : start.replace(end, "");
  };

  // The view: the search, the values of each facet that are kept (true) or left out (false), the order, and whether the
  // search or the address was cut.
  let view;
  const search = (text) => {
    view.q = cut(text, 300);
    view.isCut = view.q !== text;
  };
  const read = () => {
    const given = inOneFile ? (location.hash.split("?")[1] ?? "").split("#")[0] : location.search.slice(1);
    const asked = cut(given, 4000, /[&,][^&,]*$/);
    const query = new URLSearchParams(asked);
    const values = (key) => (query.get(key) ?? "").split(",").filter(Boolean);
    const choice = (code) => (code.startsWith("-") && code !== "-" ? [code.slice(1), false] : [code, true]);
    const chosen = keys.map((key) => [key, new Map(values(key).map(choice))]);
    view = { chosen: new Map(chosen), order: query.get("sort") ?? "" };
    search(query.get("q") ?? "");
    view.isCut ||= asked !== given;
  };
  const address = () => {
    const query = new URLSearchParams();
    if (view.q.trim()) query.set("q", view.q);
    for (const [key, choices] of view.chosen) {
      const codes = [...choices].map(([code, isKept]) => (isKept ? code : `-${code}`));
      if (codes.length) query.set(key, codes.join());
    }
    if (view.order) query.set("sort", view.order);
    const text = query.toString().replaceAll("%2C", ",");
    return (inOneFile ? "#/" : location.pathname) + (text && `?${text}`);
  };
  read();
  // Hides the unfiltered list until then (see base.css).
  const isNarrowed = () => view.q || view.order || [...view.chosen.values()].some((choices) => choices.size);
  if (!inOneFile && isNarrowed()) html.dataset.pending = "true";

  // Letter case and accents make no difference.
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // The rows, read once they are all there.
  let rows = [];
  const rowOf = (element) => ({
    element,
    list: element.parentNode,
    values: keys.map((key) => element.dataset[key]),
    words: folded(element.querySelector("a").textContent),
    statements: Number(element.dataset.statements),
    isShown: true,
  });
  const findRows = () => [...document.querySelectorAll(".reports li[data-year]")].map(rowOf);

  // Returns a test for the words of a title: all words and phrases, none with a minus sign.
  const finder = (q) => {
    const terms = (folded(q).match(/-?"[^"]*"?|\S+/g) ?? []).map((term) => {
      const isWanted = !/^-./.test(term);
      return { isWanted, text: (isWanted ? term : term.slice(1)).replaceAll('"', "").trim() };
    });
    return (words) => terms.every(({ isWanted, text }) => !text || words.includes(text) === isWanted);
  };
  const passes = (choices, code) => {
    if (choices.has(code)) return choices.get(code);
    return ![...choices.values()].includes(true);
  };

  const setText = (element, text) => {
    if (element && element.textContent !== text) element.textContent = text;
  };
  const fill = (template, ...values) => values.reduce((text, value) => text.replace("{}", () => value), template);
  const copy = (id, slots) => {
    const element = byId(id).content.firstElementChild.cloneNode(true);
    for (const [name, text] of Object.entries(slots ?? {})) {
      for (const slot of element.querySelectorAll(`[data-slot=${name}]`)) slot.textContent = text;
    }
    return element;
  };

  // Shows the rows that pass, and counts for each value the rows that would pass with it alone.
  const filterRows = () => {
    const finds = finder(view.q);
    const counts = keys.map(() => new Map());
    let shown = 0;
    const isEmpty = keys.map((key) => !view.chosen.get(key).size);
    for (const row of rows) {
      // One bit for each facet whose choices the row does not pass.
      let failed = 0;
      const isFound = finds(row.words);
      for (let at = 0; isFound && at < keys.length; at++) {
        if (!isEmpty[at] && !passes(view.chosen.get(keys[at]), row.values[at])) failed |= 1 << at;
      }
      const isShown = isFound && !failed;
      shown += isShown;
      if (row.isShown !== isShown) row.element.hidden = !isShown;
      row.isShown = isShown;
      for (let at = 0; isFound && at < keys.length; at++) {
        if ((failed & ~(1 << at)) === 0) counts[at].set(row.values[at], (counts[at].get(row.values[at]) ?? 0) + 1);
      }
    }
    return { shown, counts };
  };

  // Orders the rows. Groups by month make sense only in the order of dates.
  let order = "";
  const sortRows = () => {
    const asked = orders.includes(view.order) ? view.order : "";
    if (asked === order) return;
    order = asked;
    const reports = document.querySelector(".reports");
    reports.querySelector(".sorted")?.remove();
    if (!order) return rows.forEach((row) => row.list.append(row.element));
    const by = {
      statements: (a, b) => b.statements - a.statements,
      outlet: (a, b) => a.values[0].localeCompare(b.values[0]),
    };
    const list = document.createElement("ul");
    list.className = "sorted";
    list.append(...rows.toSorted(by[order]).map((row) => row.element));
    reports.prepend(list);
  };

  // Shows the months that have rows, and the links to them. A style estimates the height of a month
  // from the number of its rows, so that the browser draws only those in view.
  const showGroups = () => {
    const months = byId("months");
    if (!months) return;
    const counts = new Map();
    for (const row of order ? [] : rows) counts.set(row.list, (counts.get(row.list) ?? 0) + row.isShown);
    months.hidden = Boolean(order);
    for (const link of months.querySelectorAll("a")) {
      const section = byId(link.hash.slice(1)).parentNode;
      const count = counts.get(section.lastElementChild) ?? 0;
      section.style.setProperty("--rows", count);
      section.hidden = link.hidden = !count;
    }
    for (const year of months.querySelectorAll("li")) year.hidden = !year.querySelector("a:not([hidden])");
    months.parentNode.dataset.groups = "counted";
  };

  const optionOf = (key, code) => document.querySelector(`[data-key=${key}] [data-code="${CSS.escape(code)}"]`);
  const nameOf = (option) => option.querySelector("bdi").textContent;
  const showOptions = (counts) => {
    keys.forEach((key, at) => {
      for (const option of document.querySelectorAll(`[data-key=${key}] .option`)) {
        const { code } = option.dataset;
        const isKept = view.chosen.get(key).get(code);
        const count = counts[at].get(code) ?? 0;
        option.classList.toggle("is-on", isKept === true);
        option.classList.toggle("is-out", isKept === false);
        option.classList.toggle("is-zero", isKept === undefined && !count);
        option.setAttribute("aria-pressed", String(isKept !== undefined));
        option.querySelector(".label > .hush").hidden = isKept !== false;
        setText(option.querySelector(".count > span"), String(count));
      }
    });
  };

  // Shows the active filters, and the values in the address that the site does not have. Each has a
  // button that removes it.
  const showChoices = () => {
    const pills = [];
    const notes = [];
    const addPill = (name, value, isOut, remove) => {
      const pill = copy("pill", { key: name, value: isOut ? fill(byId("pill").content.firstElementChild.dataset.not, value) : value });
      pill.classList.toggle("is-out", isOut);
      pill.setAttribute("aria-label", fill(pill.dataset.name, name, value));
      pill.addEventListener("click", () => choose(remove));
      pills.push(pill);
    };
    const addNote = (template, slots, remove) => {
      const note = copy(template, slots);
      note.querySelector("button").addEventListener("click", () => choose(remove));
      notes.push(note);
    };
    for (const [key, choices] of view.chosen) {
      for (const [code, isKept] of choices) {
        const remove = () => view.chosen.get(key).delete(code);
        const option = optionOf(key, code);
        const name = document.querySelector(`[data-key=${key}] legend`)?.textContent ?? key;
        if (option) addPill(name, nameOf(option), !isKept, remove);
        else addNote("unknown-filter", { key: name.toLowerCase(), value: isKept ? code : `-${code}` }, remove);
      }
    }
    if (view.q.trim()) addPill(byId("pill").content.firstElementChild.dataset.search, view.q, false, () => (view.q = ""));
    if (view.order && !orders.includes(view.order)) addNote("unknown-order", { value: view.order }, () => (view.order = ""));
    if (view.isCut) addNote("too-long", {}, () => (view.isCut = false));
    const active = pills.length;
    if (active) pills.push(copy("clear"));
    byId("active").replaceChildren(...pills);
    byId("unknown").replaceChildren(...notes);
    const open = byId("open-filters");
    setText(open, active ? fill(open.dataset.some, active) : open.dataset.none);
  };

  // Announces the count once the reader pauses.
  let announcing;
  const showCount = (shown, isChange) => {
    const tally = byId("tally");
    const text = shown === rows.length ? tally.dataset.all : fill(tally.dataset.some, shown);
    setText(tally, text);
    const apply = byId("apply");
    setText(apply, fill(shown === 1 ? apply.dataset.one : apply.dataset.many, shown));
    byId("empty").hidden = shown > 0;
    clearTimeout(announcing);
    if (isChange) announcing = setTimeout(() => setText(byId("status"), text), 600);
  };

  let isComplete = false;
  const draw = (isChange) => {
    // Before the end of the list has arrived, there is nowhere to show this.
    if (!isComplete) return;
    const { shown, counts } = filterRows();
    sortRows();
    showGroups();
    showOptions(counts);
    showChoices();
    showCount(shown, isChange);
    const field = byId("search");
    if (field.value !== view.q) field.value = view.q;
    for (const select of document.querySelectorAll("[data-order]")) select.value = order;
    delete html.dataset.pending;
  };

  // A choice is a step in the history. Typing is not, and changes the address once the reader pauses.
  let typing;
  const save = (isStep) => {
    clearTimeout(typing);
    typing = undefined;
    if (isStep) history.pushState(null, "", address());
    else history.replaceState(null, "", address());
  };
  const choose = (change) => {
    if (typing) save(false);
    change();
    save(true);
    draw(true);
  };
  addEventListener("pagehide", () => typing && save(false));
  const follow = () => {
    if (!isHere()) return;
    read();
    draw(true);
  };
  addEventListener("popstate", follow);

  const cycle = (key, code) => {
    const choices = view.chosen.get(key);
    const isKept = choices.get(code);
    if (isKept === undefined) choices.set(code, true);
    else if (isKept) choices.set(code, false);
    else choices.delete(code);
  };
  const clear = () => {
    search("");
    for (const choices of view.chosen.values()) choices.clear();
  };

  // On narrow pages, the filters cover the list.
  const open = (isOpen) => {
    const filters = byId("filters");
    const wasOpen = filters.classList.contains("is-open");
    filters.classList.toggle("is-open", isOpen);
    for (const part of document.querySelectorAll(".masthead, .hero, .results, .foot")) part.inert = isOpen;
    if (isOpen) byId("filters-heading").focus();
    else if (wasOpen) byId("open-filters").focus();
  };

  // In the single file, before the listener that keeps clicks from an app that failed.
  addEventListener("click", ({ target }) => {
    if (!isHere()) return;
    const button = target.closest?.("button");
    const option = target.closest?.(".filters .option");
    if (option) choose(() => cycle(option.closest("[data-key]").dataset.key, option.dataset.code));
    else if (!button) return;
    else if ("clear" in button.dataset) choose(clear), byId("search").focus();
    else if (button.id === "open-filters") open(true);
    else if ("close" in button.dataset) {
      open(false);
      if (button.id === "apply") byId("results").scrollIntoView(), byId("results").focus({ preventScroll: true });
    }
  }, true);
  addEventListener("input", ({ target }) => {
    if (target.id !== "search" || !isHere()) return;
    search(target.value);
    clearTimeout(typing);
    typing = setTimeout(() => save(false), 300);
    draw(true);
  });
  addEventListener("change", ({ target }) => {
    if (target.matches("[data-order]")) choose(() => (view.order = target.value));
  });
  addEventListener("keydown", (event) => {
    if (!isHere()) return;
    const { key, target } = event;
    const option = target.closest?.(".filters .option");
    if (key === "Escape" && target.id === "search" && view.q) {
      event.preventDefault();
      choose(() => (view.q = ""));
    } else if (key === "Escape") byId("filters")?.classList.contains("is-open") && open(false);
    else if (option && (key === "Delete" || key === "Backspace")) {
      choose(() => view.chosen.get(option.closest("[data-key]").dataset.key).delete(option.dataset.code));
    }
  });

  const begin = () => {
    isComplete = Boolean(byId("filters"));
    order = "";
    rows = findRows();
    draw(false);
    delete html.dataset.pending;
  };
  if (inOneFile) {
    addEventListener("list-shown", () => {
      read();
      begin();
    });
  } else addEventListener("DOMContentLoaded", begin);
})();
