// Looks words up in the index that src/search/mod.rs tells of.
(() => {
  const [form, count, note, results, all] = ["search", "count", "note", "results", "all"].map((id) => document.getElementById("_" + id));
  const say = results.dataset, lang = document.documentElement.lang, title = document.title;
  const field = form.elements;
  const FILTERS = ["type", "state", "year", "in"], FEW = 5, MANY = 20, PLACES = 60;
  const LETTERS = "[\\p{Alphabetic}\\p{N}\\u0300-\\u036f\\u00ad]+";
  const WORD = new RegExp(`${LETTERS}(?:(?<=\\d)\\.(?=\\d)${LETTERS})*`, "gu");

  const element = (name, className, ...inside) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  };
  const files = {}, done = {};
  let top;
  window.jalonSearch = (name, value) => done[name](value);
  const load = (name) => files[name] ??= new Promise((told, failed) => {
    const script = element("script");
    done[name] = told;
    script.src = say.index + name + ".js" + (top ? "?" + top.mark : "");
    script.onerror = () => failed(delete files[name]);
    document.head.append(script);
  });
  const shown = async (id) => (await load("d" + Math.floor(id / top.step)))[id % top.step];
  const numbers = (text) => {
    const found = [];
    let n = 0;
    for (const digit of text) {
      const code = digit.charCodeAt();
      n = n * 32 + code - (code < 93 ? 58 : 93);
      if (code > 92) {
        found.push(n);
        n = 0;
      }
    }
    return found;
  };
  const column = (text) => numbers(text).flatMap((value, at, runs) => at % 2 ? [] : Array(runs[at + 1]).fill(value));
  const start = async () => {
    const read = await load("index");
    if (top) return;
    for (const name of ["state", "first", "last", "plan", "part"]) read[name] = column(read[name]);
    read.kind = read.kinds.flatMap(([key, n]) => Array(n).fill(key));
    top = read;
  };

  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u00ad\u200b]/g, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae");
  const typed = (text) => [...new Set(text.match(WORD)?.map(fold))].filter((word) => word[1] || /\p{N}/u.test(word));
  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name].toLocaleString(lang));

  const groups = async (word) => {
    const found = [], sent = new Set();
    const isMeant = (form) => form === word || word[2] && form.startsWith(word);
    const shelf = (word) => Math.max(0, top.words.findLastIndex((first) => first <= word));
    const read = async (at, isWanted) => {
      for (const line of (await load("w" + at)).split("\n")) {
        const [names, uses, forms = names.split(" ")] = line.split("!");
        if (uses && isWanted(forms)) found.push({ forms, uses, isExact: forms.includes(word) });
        const [form, to] = names.split(">");
        if (to && isMeant(form)) sent.add(to);
      }
    };
    let at = shelf(word);
    do await read(at++, (forms) => forms.some(isMeant));
    while (word[2] && top.words[at]?.startsWith(word));
    for (const to of sent) await read(shelf(to), ([first, ...others]) => first === to && others.some(isMeant));
    return found;
  };
  const look = async (word, forms, told) => {
    let start = word, found = await groups(word);
    while (!found.length && start[3]) found = await groups(start = start.slice(0, -1));
    if (found.length && start !== word) told.push(fill(say.shorter, { word, start }));
    const weights = new Map();
    for (const group of found) {
      const uses = numbers(group.uses);
      const rarity = Math.log(1 + top.kind.length / uses.length) * (group.isExact ? 2 : 1);
      let id = -1;
      for (const use of uses) {
        id += 1 + Math.floor(use / 3);
        weights.set(id, Math.max(weights.get(id) ?? 0, rarity * [1, 3, 9][use % 3]));
      }
      group.forms.forEach((form) => forms.add(form));
    }
    return weights;
  };
  const search = async (text) => {
    const told = [], forms = new Set(), found = new Map();
    const words = typed(text).filter((word) => !top.stop.includes(word));
    for (const weights of await Promise.all(words.map((word) => look(word, forms, told)))) {
      for (const [id, weight] of weights) {
        const [n, sum] = found.get(id) ?? [0, 0];
        found.set(id, [n + 1, sum + weight]);
      }
    }
    const sorted = [...found].sort(([a, [n, sum]], [b, [m, other]]) => m - n || other - sum || a - b);
    const most = sorted[0]?.[1][0];
    if (most < words.length) told.push(say.some);
    return { ids: (most < words.length ? sorted : sorted.filter(([, [n]]) => n === most)).map(([id]) => id), forms, told };
  };

  const hrefs = {}, places = (id) => [top.plan[id], top.part[id]].filter((place) => place);
  const keys = {
    type: (id) => [top.kind[id]],
    state: (id) => top.state[id] ? [top.states[top.state[id] - 1]] : [],
    year: (id) => top.first[id] ? Array.from({ length: top.last[id] - top.first[id] + 1 }, (_, n) => top.first[id] + n + "") : [],
    in: (id) => places(id).map((place) => hrefs[place]),
  };
  const choices = Object.fromEntries(FILTERS.map((name) => [name, [...field[name].options].slice(1).map((one) => [one.value, one.text])]));
  const narrow = async (ids, asked) => {
    const inside = [...new Set(ids.flatMap(places))].sort((a, b) => top.plan[a - 1] - top.plan[b - 1] || a - b);
    choices.in = await Promise.all(inside.slice(0, PLACES).map(async (place) => {
      const [words, href] = await shown(place - 1);
      return [hrefs[place] = href, (top.part[place - 1] ? "– " : "") + words];
    }));
    const left = (but) => ids.filter((id) => FILTERS.every((name) => name === but || !asked[name] || keys[name](id).includes(asked[name])));
    for (const name of FILTERS) {
      const counts = new Map();
      for (const id of left(name)) for (const key of keys[name](id)) counts.set(key, (counts.get(key) ?? 0) + 1);
      const list = name === "year" ? [...new Set([...counts.keys(), asked.year])].sort().reverse().map((year) => [year, year]) : choices[name];
      const options = list.filter(([key]) => counts.has(key) || key && key === asked[name])
        .map(([key, title]) => new Option(fill(say.of, { title, n: counts.get(key) ?? 0 }), key));
      field[name].replaceChildren(field[name][0], ...options);
      field[name].value = asked[name];
      field[name].parentNode.hidden = !asked[name] && !options[1];
    }
    field.clear.hidden = !FILTERS.some((name) => asked[name]);
    return left();
  };

  const hits = (text, forms) => [...text.matchAll(WORD)].filter(([word]) => forms.has(fold(word)));
  const marked = (node, text, forms) => {
    let at = 0;
    for (const { 0: word, index } of hits(text, forms)) {
      node.append(text.slice(at, index), element("mark", "", word));
      at = index + word.length;
    }
    node.append(text.slice(at));
    return node;
  };
  const excerpt = (text, forms) => {
    const from = text.lastIndexOf(" ", (hits(text, forms)[0]?.index ?? 0) - 60) + 1;
    const to = text.indexOf(" ", from + 240);
    return (from ? "… " : "") + (to < 0 ? text.slice(from) : text.slice(from, to) + " …");
  };
  const tag = (key, words) => {
    const copy = document.querySelector(`template[data-state=${key}]`).content.cloneNode(true);
    if (words) copy.querySelector("span").textContent = words;
    return copy;
  };
  const hit = async (id, forms) => {
    const [name, href, context, when, text, isLate, noted] = await shown(id);
    const link = marked(element("a"), name, forms);
    // On a disk, a folder has no page of its own.
    link.href = (say.root + href).replace(/\/(?=#|$)/, location.protocol === "file:" ? "/index.html" : "/");
    const facts = element("p", "facts-line");
    if (top.state[id]) facts.append(tag(keys.state(id)[0], noted));
    if (isLate) facts.append(tag("late"));
    if (when) facts.append(element("span", "", when));
    const lines = [element("p", "hit", link), element("p", "small", context), facts, marked(element("p"), excerpt(text, forms), forms)];
    return element("li", "", ...lines.filter((line) => line.textContent));
  };
  const section = async (kind, ids, forms, asked, length) => {
    const name = choices.type.find(([key]) => key === kind)[1], n = ids.length;
    const heading = element("h2", "", name + " ", element("span", "count", n.toLocaleString(lang)));
    const made = element("section", "", heading, element("ul", "plain hits", ...await Promise.all(ids.slice(0, length).map((id) => hit(id, forms)))));
    heading.tabIndex = -1;
    if (n > length) {
      const button = element("button", "", asked.type ? say.further : fill(say.more, { kind: name, n }));
      button.onclick = async () => {
        await (asked.type ? run(asked, length + MANY) : go({ ...asked, type: kind }, "push"));
        results.querySelectorAll(asked.type ? ".hit a" : "h2")[asked.type ? length : 0].focus();
      };
      made.append(button);
    }
    return made;
  };

  let turn = 0;
  const run = async (asked, length = asked.type ? MANY : FEW) => {
    const mine = ++turn, isAsked = typed(asked.q).length > 0;
    let ids = [], left = ids, told = ids, sections = ids, said = "";
    document.title = isAsked ? asked.q + " – " + title : title;
    try {
      if (isAsked) {
        await start();
        const found = await search(asked.q), kinds = new Map();
        ({ ids, told } = found);
        left = await narrow(ids, asked);
        for (const id of left) kinds.set(top.kind[id], kinds.get(top.kind[id]) ?? []).get(top.kind[id]).push(id);
        sections = await Promise.all([...kinds].map(([kind, of]) => section(kind, of, found.forms, asked, length)));
        const n = left.length, form = n ? new Intl.PluralRules(lang).select(n) : ids.length ? "filtered" : "none";
        said = fill(say[form] ?? say.other, { n, q: asked.q });
        if (!ids.length) told = [say.help];
      }
    } catch {
      said = say.failed;
    }
    if (mine !== turn) return;
    results.replaceChildren(...sections);
    count.textContent = said;
    note.textContent = told.join(" ");
    note.hidden = !told.length;
    field.filters.hidden = !ids.length;
    all.hidden = left.length > 0;
  };
  const gather = (value) => Object.fromEntries(["q", ...FILTERS].map((name) => [name, value(name) ?? ""]));
  const go = (asked, how) => {
    history[how + "State"](null, "", "?" + new URLSearchParams(Object.entries(asked).filter(([, value]) => value)));
    return run(asked);
  };
  const ask = (how) => {
    clearTimeout(wait);
    go(gather((name) => field[name].value.trim()), how);
  };
  const show = () => {
    const address = new URLSearchParams(location.search), asked = gather((name) => address.get(name));
    field.q.value = asked.q;
    run(asked);
  };
  let wait;
  form.onsubmit = (event) => {
    event.preventDefault();
    ask("push");
  };
  field.clear.onclick = () => {
    for (const name of FILTERS) field[name].value = "";
    field.q.focus();
    ask("push");
  };
  field.filters.onchange = () => ask("push");
  field.q.oninput = () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 250, "replace");
  };
  addEventListener("popstate", show);
  show();
})();
