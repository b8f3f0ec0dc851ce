// Narrows the list of actions. What is asked stands in the address; the `data-keys` of a row have
// a part for each filter, in their order, and its number and title answer to the words. `data-also` and
// `data-alias` are the names and keys of other languages, so that a choice outlives the switch.
(() => {
  const [form, facts, list, count, told, clear] = ["filter", "facts", "list", "count", "told", "clear"].map((id) => document.getElementById("_" + id));
  const say = count.dataset, all = count.textContent, title = document.title, lang = document.documentElement.lang;
  const mail = document.getElementById("_mail"), sharing = mail?.href;
  const versions = document.querySelectorAll(".languages a:not(:has(span))");
  const fields = [...form.querySelectorAll("select, input")];

  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u00ad\u200b]/g, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’ʼ‘]/g, "'");
  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name].toLocaleString(lang));
  const read = (field) => field.type !== "checkbox" || field.checked ? field.value.trim() : "";
  const write = (field, asked) => {
    const is = (node) => node.value === asked || node.dataset.alias?.split(" ").includes(asked);
    if (field.type === "checkbox") return (field.checked = is(field)) || !asked;
    if (!field.options) return field.value = asked, true;
    const at = [...field.options].findIndex(is);
    field.selectedIndex = Math.max(at, 0);
    return at >= 0;
  };

  const rows = [...list.tBodies[0].rows].map((row) => {
    const keys = row.dataset.keys.split("|").map((part) => part.split(" "));
    return [row, fields.map((_, at) => keys[at] ?? fold(row.cells[0].textContent))];
  });
  // The options of a filter, or the words beside a box: where their number is told.
  const choices = fields.flatMap((field, at) => [...field.options ?? field.parentNode.querySelectorAll("span")]
    .map((node) => ({ node, at, key: node.value ?? field.value, words: node.textContent })).filter(({ key }) => key));

  const show = (isLost) => {
    const asked = fields.map((field) => fold(read(field)).split(/\s+/).filter((word) => word));
    const counts = {};
    let n = 0;
    for (const [row, keys] of rows) {
      const missed = fields.flatMap((_, at) => asked[at].every((word) => keys[at].includes(word)) ? [] : at);
      row.hidden = missed.length > 0;
      n += !missed.length;
      // What a choice would leave is counted with the other filters as they are.
      keys.forEach((found, at) => {
        if (Array.isArray(found) && missed.every((other) => other === at)) {
          for (const key of found) counts[at + key] = (counts[at + key] ?? 0) + 1;
        }
      });
    }
    for (const { node, at, key, words } of choices) node.textContent = fill(say.of, { title: words, n: counts[at + key] ?? 0 });
    const said = fields.flatMap((field) => {
      const chosen = field.selectedOptions?.[0];
      const value = choices.find(({ node }) => node === chosen)?.words ?? read(field);
      return read(field) ? fill(field.dataset.told, { value }) : [];
    });
    const asks = said.join(say.and);
    document.title = asks ? asks + " – " + title : title;
    count.textContent = !asks ? all : n ? fill(say[new Intl.PluralRules(lang).select(n)] ?? say.other, { n }) : say.none;
    told.textContent = [isLost && say.lost, asks].filter((part) => part).join(" ");
    told.hidden = !told.textContent;
    clear.hidden = !asks;
    for (const version of versions) version.search = location.search;
    // The address of the page is the last thing in the message.
    if (mail) mail.href = sharing + encodeURIComponent(location.search);
    list.hidden = !n;
  };
  const go = (how) => {
    clearTimeout(wait);
    const query = new URLSearchParams(fields.flatMap((field) => read(field) ? [[field.name, read(field)]] : []));
    history[how + "State"](null, "", `${query}` ? "?" + query : location.pathname);
    show();
  };
  const follow = () => {
    const address = new URLSearchParams(location.search);
    const asked = ({ name, dataset }) => [name, ...dataset.also?.split(" ") ?? []].map((it) => address.get(it)).find((it) => it);
    show(fields.filter((field) => !write(field, asked(field) ?? "")).length > 0);
  };

  let wait;
  form.oninput = ({ target }) => {
    clearTimeout(wait);
    if (target.type === "search") wait = setTimeout(go, 250, "replace");
    else go("push");
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    go("replace");
  };
  clear.onclick = () => {
    for (const field of fields) write(field, "");
    go("push");
    fields[0].focus();
  };
  addEventListener("popstate", follow);
  form.hidden = false;
  facts?.remove();
  follow();
})();
