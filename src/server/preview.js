// Keeps a page of the preview as it is now, and shows what is wrong with the site.
// Only `jalon serve` adds it; no published page has it.
(() => {
  "use strict";
  const script = document.currentScript;
  const home = new URL(".", script.src);
  const isAlone = "unbuilt" in document.documentElement.dataset;
  let seen = script.dataset.seen;
  let source = null;

  // A page out of sight listens to nothing: a browser keeps six connections to a host at most.
  const listen = () => {
    if (source || document.visibilityState === "hidden") return;
    const address = new URL("nouvelles", home);
    address.searchParams.set("page", location.pathname);
    address.searchParams.set("seen", seen);
    source = new EventSource(address.href.replace(/\+/g, "%20"));
    const on = (name, act) =>
      source.addEventListener(name, (event) => {
        seen = event.lastEventId || seen;
        act(event.data);
      });
    // The browser itself keeps where the reader was.
    on("reload", () => location.reload());
    on("styles", dress);
    on("go", (address) => location.assign(address));
    on("problems", (data) => isAlone || tell(JSON.parse(data)));
    source.onerror = () => {
      // A browser that gave up is asked to try again.
      if (source && source.readyState === EventSource.CLOSED) {
        leave();
        setTimeout(listen, 1000);
      }
    };
  };

  const leave = () => {
    if (source) source.close();
    source = null;
  };

  // Each style gives way to its new self once that one is there, so that nothing flickers.
  const dress = () => {
    for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(old.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("jalon", seen);
      const fresh = old.cloneNode();
      fresh.href = address.href;
      fresh.addEventListener("load", () => old.remove());
      fresh.addEventListener("error", () => fresh.remove());
      old.after(fresh);
    }
  };

  // What an author wrote is only ever set as text.
  const make = (name, className, ...inside) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };

  // A visitor from another machine of the network reads where a problem is, and opens nothing here.
  const isHere = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);

  // The place of a problem opens its file, in the program of the person who writes.
  const opening = (place, words) => {
    const button = make("button", "file", place);
    button.type = "button";
    button.title = words.open;
    const line = make("p", "place", button);
    const failed = () => {
      line.replaceChildren(place, " ", make("span", "unopened", words.unopened));
      line.setAttribute("role", "alert");
    };
    button.addEventListener("click", () => {
      const address = new URL("ouvrir", home);
      address.searchParams.set("place", place);
      fetch(address.href.replace(/\+/g, "%20"), { method: "POST", headers: { "X-Jalon": "1" } })
        .then((answer) => answer.ok || failed())
        .catch(failed);
    });
    return line;
  };

  const item = (words) => ({ kind, severity, message, place, file, excerpt, help }) => {
    const parts = [make("p", "message", make("b", "", severity), " ", message)];
    if (place) parts.push(file && isHere ? opening(place, words) : make("p", "place", place));
    if (excerpt) parts.push(make("pre", "", excerpt[0], make("mark", "", excerpt[1]), excerpt[2]));
    if (help) parts.push(make("p", "help", help));
    return make("li", kind, ...parts);
  };

  let panel = null;

  const build = () => {
    const host = make("jalon-preview");
    const root = host.attachShadow({ mode: "open" });
    const style = make("link");
    style.rel = "stylesheet";
    style.href = new URL("apercu.css", home).href;
    const title = make("h2", "title");
    title.id = "title";
    title.tabIndex = -1;
    const content = make("div", "content");
    const close = make("button", "close");
    const dialog = make("dialog", "", make("div", "frame", title, content, close));
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "title");
    const opener = make("button", "opener");
    const open = () => {
      if (dialog.open) return;
      dialog.showModal();
      title.focus();
    };
    close.addEventListener("click", () => dialog.close());
    opener.addEventListener("click", open);
    root.append(style, opener, dialog);
    document.body.append(host);
    return { host, title, content, close, opener, dialog, open };
  };

  const tell = (notice) => {
    if (!notice.problems.length) {
      if (panel) panel.host.remove();
      panel = null;
      return;
    }
    panel = panel || build();
    const { host, title, content, close, opener, open, dialog } = panel;
    host.lang = notice.lang;
    title.textContent = notice.title;
    close.textContent = notice.close;
    opener.textContent = notice.title;
    opener.className = "opener " + notice.problems[0].kind;
    const list = make("ol", "", ...notice.problems.map(item(notice)));
    content.replaceChildren(make("p", "lead", notice.lead), list);
    if (notice.rest) content.append(make("p", "rest", notice.rest));
    if (notice.covers === "page") open();
    else if (dialog.open && notice.problems[0].kind !== "error") dialog.close();
  };

  if (isAlone && isHere) {
    for (const line of document.querySelectorAll("p.file")) {
      line.replaceWith(opening(line.textContent, line.closest("ol").dataset));
    }
  }
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
    else listen();
  });
  listen();
})();
