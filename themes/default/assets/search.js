// Looks up words in the index of the site, made of the files that src/search/mod.rs tells of.
(() => {
  "use strict";
  const $ = (id) => document.getElementById("_" + id);
  const form = $("search"), count = $("count"), note = $("note"), results = $("results"), all = $("all");
  const say = results.dataset, lang = document.documentElement.lang, title = document.title;
  const filters = form.querySelector("fieldset");
  const FILTERS = ["type", "state", "year", "in"];
  const LETTERS = "[\\p{Alphabetic}\\p{N}\\u0300-\\u036f\\u00ad]+";
  const WORD = new RegExp(`${LETTERS}(?:(?<=\\d)\\.(?=\\d)${LETTERS})*`, "gu");
  const FIRST = 5, MORE = 20, MOST_PLACES = 60;

  // The files of the index are scripts, so that they load from a folder on a disk too.
  const parts = new Map();
  let top;
  window.jalonSearch = (name, value) => parts.get(name).done(value);
  const load = (name) => {
    if (!parts.has(name)) {
      const part = {};
      part.value = new Promise((done, failed) => {
        part.done = done;
        const script = document.createElement("script");
        script.src = `${say.index}${name}.js${top ? "?" + top.mark : ""}`;
        script.onerror = () => { parts.delete(name); failed(name); };
        document.head.append(script);
      });
      parts.set(name, part);
    }
    return parts.get(name).value;
  };

  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u00ad\u200b]/g, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const typed = (text) => [...new Set((text.match(WORD) ?? []).map(fold))]
    .filter((word) => word.length > 1 || /\p{N}/u.test(word) || word >= "\u2e80");
  // Digits in base 32; the last one is of another alphabet.
  const numbers = (text) => {
    const found = [];
    for (let at = 0, n = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      n = n * 32 + code - (code < 93 ? 58 : 93);
      if (code >= 93) { found.push(n); n = 0; }
    }
    return found;
  };
  const column = (text) => {
    const runs = numbers(text), values = [];
    for (let at = 0; at < runs.length; at += 2) for (let n = runs[at + 1]; n > 0; n--) values.push(runs[at]);
    return values;
  };
  const start = async () => {
    if (top) return;
    const read = await load("index");
    for (const name of ["state", "first", "last", "plan", "part"]) read[name] = column(read[name]);
    read.kind = read.kinds.flatMap(([key, n]) => Array(n).fill(key));
    top = read;
  };
  const shown = async (id) => (await load("d" + Math.floor(id / top.step)))[id % top.step];

  // Groups of words of one stem: those of a word, and of the words that start with it.
  const groups = async (word) => {
    const found = new Map(), sent = new Set();
    const isWord = (form) => form === word || (word.length > 2 && form.startsWith(word));
    const shelf = (key) => Math.max(0, top.words.filter((first) => first <= key).length - 1);
    const read = async (at, wanted) => {
      for (const line of (await load("w" + at)).split("\n")) {
        const [names, uses] = line.split("|");
        if (uses === undefined) {
          const [form, to] = line.split(">");
          if (wanted === isWord && isWord(form)) sent.add(to + (form === word ? " " : ""));
        } else {
          const forms = names.split(" ");
          if (wanted(forms[0]) || (wanted === isWord && forms.some(isWord))) {
            found.set(line, { forms, uses, exact: forms.includes(word) });
          }
        }
      }
    };
    const from = shelf(word);
    for (let at = from; at < top.words.length; at++) {
      if (at > from && !(word.length > 2 && top.words[at].startsWith(word))) break;
      await read(at, isWord);
    }
    for (const to of sent) await read(shelf(to.trim()), (form) => form === to.trim());
    return [...found.values()];
  };

  // What a word gives: the weight of each result, and the forms to mark.
  const look = async (word, told) => {
    let found = await groups(word);
    for (let end = word.length - 1; !found.length && end > 2; end--) {
      found = await groups(word.slice(0, end));
      if (found.length) told.push(fill(say.shorter, { word, start: word.slice(0, end) }));
    }
    const weights = new Map(), n = top.kind.length;
    for (const { uses, exact } of found) {
      const list = numbers(uses);
      const rare = Math.log(1 + n / list.length) * (exact ? 1 : .4);
      let next = 0;
      for (const use of list) {
        const id = next + Math.floor(use / 3);
        weights.set(id, Math.max(weights.get(id) ?? 0, rare * [1, 3, 9][use % 3]));
        next = id + 1;
      }
    }
    return { weights, forms: found.flatMap((group) => group.forms) };
  };

  // All the words when some result has them all, else as many as can be.
  const search = async (text) => {
    const told = [], forms = new Set(), scores = new Map(), held = new Map();
    const words = typed(text).filter((word) => !top.stop.includes(word));
    const looks = await Promise.all(words.map((word) => look(word, told)));
    for (const one of looks) {
      one.forms.forEach((form) => forms.add(form));
      for (const [id, weight] of one.weights) {
        scores.set(id, (scores.get(id) ?? 0) + weight);
        held.set(id, (held.get(id) ?? 0) + 1);
      }
    }
    let ids = [...scores.keys()];
    const full = ids.filter((id) => held.get(id) === words.length);
    if (full.length) ids = full;
    else if (ids.length) told.push(say.some);
    ids.sort((a, b) => held.get(b) - held.get(a) || scores.get(b) - scores.get(a) || a - b);
    return { ids, forms, told };
  };

  const marked = (node, text, forms) => {
    let at = 0;
    for (const word of text.matchAll(WORD)) {
      if (!forms.has(fold(word[0]))) continue;
      const mark = document.createElement("mark");
      mark.textContent = word[0];
      node.append(text.slice(at, word.index), mark);
      at = word.index + word[0].length;
    }
    node.append(text.slice(at));
    return node;
  };
  const excerpt = (text, forms) => {
    const hit = [...text.matchAll(WORD)].find((word) => forms.has(fold(word[0])))?.index ?? 0;
    const from = hit < 120 ? 0 : text.lastIndexOf(" ", hit - 60) + 1;
    let to = text.indexOf(" ", from + 240);
    if (to < 0) to = text.length;
    return (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
  };
  const element = (name, className, ...inside) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  };
  const tag = (key, words) => {
    const copy = document.querySelector(`template[data-state="${key}"]`).content.cloneNode(true);
    if (words) copy.querySelector("span").textContent = words;
    return copy;
  };
  const hit = async (id, forms) => {
    const [name, href, context, when, text, late, noted] = await shown(id);
    const link = marked(element("a"), name, forms);
    link.href = say.root + href;
    const item = element("li", "", element("p", "hit", link));
    if (context) item.append(element("p", "small", context));
    const facts = element("p", "facts-line");
    const state = top.states[top.state[id] - 1];
    if (state) facts.append(tag(state, noted));
    if (late) facts.append(tag("late"));
    if (when) facts.append(element("span", "", when));
    if (facts.hasChildNodes()) item.append(facts);
    if (text) item.append(marked(element("p"), excerpt(text, forms), forms));
    return item;
  };

  // The filters: each one's choices are those the others leave, with how many results they give.
  const tests = {
    type: (id, value) => top.kind[id] === value,
    state: (id, value) => top.states[top.state[id] - 1] === value,
    year: (id, value) => top.first[id] && top.first[id] <= value && value <= top.last[id],
    in: (id, value) => top.plan[id] === value || top.part[id] === value,
  };
  const choose = (name, options, counts) => {
    const select = form.elements[name];
    const whole = select.options[0];
    select.replaceChildren(whole, ...options);
    for (const option of select.querySelectorAll("option[data-key]")) {
      const n = counts.get(option.dataset.key) ?? 0;
      option.textContent = fill(say.of, { title: option.title, n: n.toLocaleString(lang) });
    }
    return select;
  };
  const option = (value, title, key) => {
    const made = element("option");
    Object.assign(made, { value, title });
    made.dataset.key = key;
    return made;
  };
  const named = {};
  for (const name of ["type", "state"]) {
    named[name] = [...form.elements[name].options].slice(1).map((one) => [one.value, one.text]);
  }
  const places = async (ids) => {
    const plans = new Map();
    for (const id of ids) {
      if (!top.plan[id]) continue;
      if (!plans.has(top.plan[id])) plans.set(top.plan[id], new Set());
      if (top.part[id]) plans.get(top.plan[id]).add(top.part[id]);
    }
    const n = [...plans.values()].reduce((sum, of) => sum + of.size + 1, 0);
    const list = [];
    if (n <= MOST_PLACES) for (const [plan, of] of [...plans].sort((a, b) => a[0] - b[0])) {
      const [name, href] = await shown(plan - 1);
      const group = { plan, name, href, parts: [] };
      for (const part of [...of].sort((a, b) => a - b)) group.parts.push([part, ...await shown(part - 1)]);
      list.push(group);
    }
    return list;
  };
  const narrow = async (ids, asked) => {
    const values = { ...asked, year: Number(asked.year) || "" };
    const others = (but) => ids.filter((id) => FILTERS.every((name) => name === but || !values[name] || tests[name](id, values[name])));
    const list = await places(ids);
    values.in = list.flatMap((group) => [[group.plan, group.href], ...group.parts.map((part) => [part[0], part[2]])])
      .find((place) => place[1] === asked.in)?.[0] ?? "";
    const tally = (name, keys) => {
      const counts = new Map();
      for (const id of others(name)) for (const key of keys(id)) counts.set(String(key), (counts.get(String(key)) ?? 0) + 1);
      return counts;
    };
    const keep = (name, counts) => named[name].filter(([value]) => counts.has(value) || asked[name] === value)
      .map(([value, words]) => option(value, words, value));
    const kinds = tally("type", (id) => [top.kind[id]]);
    choose("type", keep("type", kinds), kinds);
    const states = tally("state", (id) => top.state[id] ? [top.states[top.state[id] - 1]] : []);
    choose("state", keep("state", states), states);
    const years = tally("year", (id) => {
      const of = [];
      for (let year = top.first[id]; year && year <= top.last[id]; year++) of.push(year);
      return of;
    });
    if (values.year) years.set(String(values.year), years.get(String(values.year)) ?? 0);
    choose("year", [...years.keys()].sort().reverse().map((year) => option(year, year, year)), years);
    const inside = tally("in", (id) => [top.plan[id], top.part[id]]);
    const select = form.elements.in;
    choose("in", list.map(({ plan, name, href, parts }) => {
      const group = element("optgroup", "", option(href, select.dataset.whole, plan), ...parts.map(([part, words, to]) => option(to, words, part)));
      group.label = name;
      return group;
    }), inside);
    for (const name of FILTERS) {
      const one = form.elements[name];
      one.value = name === "in" && !values.in ? "" : asked[name];
      one.parentElement.hidden = one.querySelectorAll("option").length < 3 && !one.value;
    }
    return others("");
  };

  const read = () => Object.fromEntries(["q", ...FILTERS].map((name) => [name, form.elements[name].value.trim()]));
  const fromAddress = () => {
    const asked = new URLSearchParams(location.search);
    return Object.fromEntries(["q", ...FILTERS].map((name) => [name, asked.get(name) ?? ""]));
  };
  const toAddress = (asked, how) => {
    const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    try { history[how + "State"](null, "", kept.size ? "?" + kept : location.pathname); } catch { /* The address stays. */ }
  };

  let turn = 0;
  const run = async (asked, length = FIRST) => {
    const mine = ++turn;
    const asks = typed(asked.q).length > 0;
    document.title = asks ? `${asked.q} – ${title}` : title;
    if (!asks) {
      results.replaceChildren();
      count.textContent = "";
      note.hidden = filters.hidden = true;
      all.hidden = false;
      return;
    }
    try {
      await start();
      const { ids, forms, told } = await search(asked.q);
      const left = await narrow(ids, asked);
      const groups = new Map();
      for (const id of left) groups.set(top.kind[id], [...groups.get(top.kind[id]) ?? [], id]);
      const lists = [];
      for (const [kind, of] of groups) {
        const n = of.length.toLocaleString(lang);
        const name = named.type.find(([key]) => key === kind)[1];
        const heading = element("h2", "", name + " ", element("span", "count", n));
        heading.tabIndex = -1;
        const size = asked.type && length === FIRST ? MORE : length;
        const list = element("ul", "plain hits", ...await Promise.all(of.slice(0, size).map((id) => hit(id, forms))));
        const section = element("section", "", heading, list);
        if (of.length > size) {
          const button = element("button", "", asked.type ? say.further : fill(say.more, { kind: name, n }));
          button.type = "button";
          button.onclick = async () => {
            if (!asked.type) toAddress({ ...asked, type: kind }, "push");
            await run({ ...asked, type: kind }, size === FIRST ? MORE : size + MORE);
            (size === FIRST ? results.querySelector("h2") : results.querySelectorAll("li a")[size])?.focus();
          };
          section.append(button);
        }
        lists.push(section);
      }
      if (mine !== turn) return;
      results.replaceChildren(...lists);
      const form = new Intl.PluralRules(lang).select(left.length);
      const words = left.length ? say[form] ?? say.other : ids.length ? say.filtered : say.none;
      count.textContent = fill(words, { n: left.length.toLocaleString(lang), q: asked.q });
      note.textContent = left.length ? told.join(" ") : ids.length ? "" : say.help;
      note.hidden = !note.textContent;
      filters.hidden = !ids.length;
      all.hidden = left.length > 0;
    } catch (error) {
      if (mine !== turn) return;
      results.replaceChildren();
      count.textContent = say.failed;
      all.hidden = false;
    }
  };
  const show = (asked) => {
    form.elements.q.value = asked.q;
    run(asked);
  };
  const ask = (how) => {
    const asked = read();
    toAddress(asked, how);
    run(asked);
  };
  let wait;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    ask("push");
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of FILTERS) form.elements[name].value = "";
    form.elements.q.focus();
    ask("push");
  });
  filters.addEventListener("change", () => ask("push"));
  form.elements.q.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 250, "replace");
  });
  addEventListener("popstate", () => show(fromAddress()));
  show(fromAddress());
})();
