#!/usr/bin/env python3
"""hosting_check.py [--write | --compare] BINARY: the demonstration site on every kind of host.

Builds a copy of the site of this folder at the root of a domain and under /asso/, serves it with nginx,
Apache, the file server of Python and `jalon serve`, and opens it from the disk as `--file-links` makes it.
On each, every file of the website must be reached, and be the same bytes and of the right type. The rules
of nginx are those of docs/hebergement.md; those of Apache are in the `.htaccess` that jalon writes.

Prints a table and what failed; exit 1 when a cell fails. `--write` puts the table in docs/hebergement.md,
`--compare` fails when the one that stands there differs. nginx and Apache are installed when they are
missing and the person is root. Python 3.11+, standard library only.
"""
import collections, html, http.client, os, re, shutil, socket, subprocess, sys, tempfile, time
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "hebergement.md"
START, END = "<!-- tableau des hôtes -->", "<!-- fin du tableau -->"
PACKAGES = {"nginx": ["nginx-light", "libnginx-mod-http-brotli-static"], "apache2": ["apache2"]}
TYPES = {
    "html": {"text/html"}, "css": {"text/css"}, "js": {"text/javascript", "application/javascript"},
    "svg": {"image/svg+xml"}, "ics": {"text/calendar"}, "csv": {"text/csv"}, "json": {"application/json"},
    "xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    "atom": {"application/atom+xml"}, "xml": {"application/xml", "text/xml", "application/atom+xml"}, "txt": {"text/plain"},
    "webmanifest": {"application/manifest+json"}, "png": {"image/png"}, "jpg": {"image/jpeg"},
    "pdf": {"application/pdf"}, "woff2": {"font/woff2"},
}
TEXTS = {"html", "css", "js", "csv", "ics", "txt"}
SETTINGS = """
[hosting]
headers = true
redirects = true
nojekyll = true
precompress = true
"""
# An old page, in a folder with accents and as a file; pictures and files that the demonstration lacks.
OLD = ["/ancien-été/", "/vieux/page.1.html"]
PAGE = f"""+++
title = "Ce que sert un hôte"
aliases = {OLD}
+++

![Un point](point.png) Un [fichier d’application](site.webmanifest), un [texte](essai%20accentué.txt).
"""
POINT = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63600000000200"
                      "0148afa4710000000049454e44ae426082")


# The site.

def site(folder):
    folder.mkdir()
    for name in ["jalon.toml", "content", "static", "templates", "assets", "words", "themes"]:
        source = ROOT / name
        if source.is_dir():
            # The default theme is in the program.
            shutil.copytree(source, folder / name, ignore=lambda path, _: ["default"] if path == str(ROOT / "themes") else [])
        elif source.exists():
            shutil.copy(source, folder / name)
    with open(folder / "jalon.toml", "a", encoding="utf-8") as settings:
        settings.write(SETTINGS)
    place = folder / "content" / "hotes"
    place.mkdir()
    (place / "index.md").write_text(PAGE, encoding="utf-8")
    for name, content in [("point.png", POINT), ("site.webmanifest", b'{"name": "Essai"}\n'),
                          ("essai accentué.txt", "Été comme hiver.\n".encode() * 100)]:
        (place / name).write_bytes(content)
    return folder


def build(binary, folder, output, *options):
    command = [binary, "build", "--root", folder, "-o", output, "--lang", "en", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode:
        sys.exit(f"the site does not build:\n{done.stdout}{done.stderr}")
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}


def is_own(path):
    """What jalon keeps for itself, what only the host reads, what is sent in the place of another file."""
    return path.startswith((".", "_")) or path == "CNAME" or path.endswith((".gz", ".br"))


# Hosts. Each starts for a folder and a path, and stops at the end.

class Host:
    """A program that serves a folder; `folder` is that of the whole domain, the site stands below `base`."""
    name = ""
    # What it does besides sending files: a 404 page, redirections, headers, compressed copies, no lists of files.
    does = set()
    # The start of the addresses that are its own, and no part of the website.
    own = "/none/"

    def __init__(self, scratch, domain, base):
        self.scratch, self.domain, self.base, self.port = scratch, domain, base, free_port()
        self.start()
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        sys.exit(f"{self.name} does not start; see {scratch}")

    def stop(self):
        self.process.terminate()
        self.process.wait(20)

    def ask(self, path, **headers):
        """What it answers: the status, the headers in lower case, the bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        connection.close()
        return answer.status, told, body

    def same(self, sent, written):
        return sent == written


class Nginx(Host):
    name, does = "nginx", {"404", "headers", "gz", "br", "lists"}

    def start(self):
        outer, inner = re.findall(r"```nginx\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
        modules = "".join(f"load_module {module};\n" for module in sorted(Path("/usr/lib/nginx/modules").glob("*brotli_static*")))
        if not modules:
            inner, self.does = inner.replace("brotli_static on;", ""), self.does - {"br"}
        inner = inner.replace("/404.html", self.base + "404.html")
        config = self.scratch / "nginx.conf"
        temp = "".join(f"{kind}_temp_path {self.scratch}/{kind}; " for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
        config.write_text(f"{modules}pid {self.scratch}/nginx.pid; error_log {self.scratch}/nginx.log; daemon off; master_process off;\n"
                          f"events {{}}\nhttp {{ include /etc/nginx/mime.types; access_log off; {temp}\n{outer}\n"
                          f"server {{ listen 127.0.0.1:{self.port}; root {self.domain};\n{inner}}}\n}}\n", encoding="utf-8")
        self.process = subprocess.Popen(["nginx", "-c", str(config), "-p", str(self.scratch)], stderr=subprocess.DEVNULL)


class Apache(Host):
    """As Debian sets it up, lists of files included, with `.htaccess` read in the folders."""
    name, does = "Apache (`FileInfo`)", {"404", "redirects", "headers", "gz", "br", "lists"}
    # What a shared host that allows little lets `.htaccess` change, then all.
    allowed = "FileInfo"

    def start(self):
        modules = ["mpm_event", "authz_core", "mime", "dir", "autoindex", "alias", "headers", "rewrite", "deflate", "filter", "negotiation"]
        load = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in modules)
        usual = "".join(f"IncludeOptional /etc/apache2/mods-available/{name}.conf\n" for name in ["mime", "dir", "autoindex", "deflate", "negotiation"])
        config = self.scratch / "apache.conf"
        config.write_text(f"User www-data\nGroup www-data\nServerRoot {self.scratch}\nServerName localhost\nListen 127.0.0.1:{self.port}\nPidFile {self.scratch}/apache.pid\n"
                          f"ErrorLog {self.scratch}/apache.log\n{load}{usual}DocumentRoot {self.domain}\n<FilesMatch \"^\\.ht\">\nRequire all denied\n</FilesMatch>\n"
                          f"<Directory {self.domain}>\nOptions Indexes FollowSymLinks\nAllowOverride {self.allowed}\nRequire all granted\n</Directory>\n", encoding="utf-8")
        self.process = subprocess.Popen(["apache2", "-f", str(config), "-D", "FOREGROUND"], stderr=open(self.scratch / "apache.err", "w"))


class ApacheOpen(Apache):
    name, allowed = "Apache (`All`)", "All"


class Python(Host):
    name = "Python"

    def start(self):
        command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "-d", str(self.domain), str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Preview(Host):
    """`jalon serve`, which adds a script to each page."""
    name, does = "jalon serve", {"404", "lists"}
    own = "/.jalon/"
    binary = source = ""

    def start(self):
        command = [self.binary, "serve", "--root", self.source, "-p", str(self.port), "-u", f"https://example.org{self.base}"]
        self.process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def same(self, sent, written):
        return re.sub(rb'<script src="[^"]*" data-seen="[^"]*" defer></script>\n', b"", sent) == written


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


# What is looked at on each host. A check gives what the table shows, and what failed.

PASSED, FAILED, NOT_DONE = "✓", "✗", "—"


def verdict(failures):
    return (FAILED if failures else PASSED), failures


def address(base, path):
    return base + quote(re.sub(r"(^|/)index\.html$", r"\1", path))


def file_at(base, url):
    """The file of the website that an address stands for; none outside of the site."""
    path = unquote(urlsplit(url).path)
    if not path.startswith(base):
        return None
    path = path[len(base):]
    return path + "index.html" if path == "" or path.endswith("/") else path


def links(page, body):
    """The addresses a page or a style names, as a browser reads them from the address of the page."""
    text = body.decode("utf-8", "replace")
    if page.endswith(".css"):
        return [urljoin(page, written) for written in re.findall(r"url\([\"']?([^\"')]+)", text)]
    written = re.findall(r"<[a-z][^<>]*?\s(?:href|src|poster|action|data)=\"([^\"]*)\"", text)
    for tag in re.findall(r"<(?:a|img|link|script|form|source)\b[^<>]*>", text):
        written += re.findall(r"\s(?:href|src|poster|action)=\"([^\"]*)\"", tag)
    written += re.findall(r"http-equiv=\"refresh\" content=\"0; url=([^\"]*)\"", text)
    return [urljoin(page, html.unescape(one)).split("#")[0].split("?")[0] for one in written]


def crawl(host):
    """Follows every link from the home page: the answers, by address."""
    home = f"http://host{host.base}"
    waiting, answers = [home], {}
    while waiting:
        url = waiting.pop()
        if url in answers or not url.startswith("http://host/"):
            continue
        answers[url] = answer = host.ask(urlsplit(url).path)
        status, told, body = answer
        if status == 200 and told.get("content-type", "").split(";")[0] in {"text/html", "text/css"}:
            waiting += links(url if "css" not in told["content-type"] else url.split("?")[0], body)
    return answers


def files(host, website):
    """Every file: first by links from the home page, then those that no page names, by their address."""
    answers = crawl(host)
    answers = {url: answer for url, answer in answers.items() if not url.startswith("http://host" + host.own)}
    reached = {file_at(host.base, url): url for url in answers}
    failures = [f"{urlsplit(url).path}: {status}" for url, (status, _, _) in answers.items() if status != 200]
    expected = {path for path in website if not is_own(path)} - {"404.html"}
    failures += [f"{path}: not a file of the website" for path in reached if path not in expected]
    for path in sorted(expected):
        answer = answers.get(reached.get(path)) or host.ask(address(host.base, path))
        if answer[0] == 301 and path in host.moved:
            continue
        if answer[0] != 200 or not host.same(answer[2], website[path]):
            failures.append(f"{path}: {answer[0]}, {len(answer[2])} bytes instead of {len(website[path])}")
        host.answers[path] = answer
    alone = collections.Counter(path.rsplit(".", 1)[-1] for path in expected - set(reached))
    host.by_links = set(reached)
    host.told = f"{len(expected)} files, {len(reached)} of them by links; by their address alone: {dict(alone)}"
    return verdict(failures)


def types(host, website):
    failures = []
    for path, (_, told, _) in host.answers.items():
        end = path.rsplit(".", 1)[-1]
        if end not in TYPES:
            failures.append(f"{path}: no type is expected of .{end}; add it to this program")
            continue
        kind, _, letters = told.get("content-type", "").partition(";")
        if kind.strip() not in TYPES[end]:
            failures.append(f"{path}: {kind or 'no type'}")
        elif end in TEXTS and "404" in host.does and "utf-8" not in letters.lower():
            failures.append(f"{path}: {kind} without its letters")
        elif path.endswith("atom.xml") and "headers" in host.does and kind != "application/atom+xml":
            failures.append(f"{path}: {kind}")
    return verdict(failures)


def missing(host, website):
    failures = []
    for path in ["rien", "plans/rien/", "a/b/c/d.html", "assets/rien.css"]:
        status, told, body = host.ask(host.base + path)
        if status != 404:
            failures.append(f"{path}: {status}")
        elif "404" in host.does and not host.same(body, website["404.html"]):
            failures.append(f"{path}: 404, but not the page of the site")
    return verdict(failures) if failures or "404" in host.does else (NOT_DONE, [])


def old(host, website):
    """An old address leads to the page: by a redirection, or by a page that says where to go."""
    failures, by_page = [], False
    for written in OLD + [one + "index.html" for one in OLD if one.endswith("/")] + [one.rstrip("/") for one in OLD]:
        asked, answers = host.base + quote(written[1:]), []
        while len(answers) < 3:
            status, told, body = host.ask(asked)
            page = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', body.decode("utf-8", "replace"))
            to = told.get("location") or (page and html.unescape(page.group(1)))
            if not to:
                break
            asked = urlsplit(urljoin(f"http://host{asked}", to)).path
            answers.append(status)
            by_page |= status == 200
        if status != 200 or asked != host.base + "hotes/":
            failures.append(f"{written}: {answers}, then {status} at {asked}")
        elif 200 in answers and "redirects" in host.does:
            failures.append(f"{written}: by a page, where a redirection is expected")
    return ("par la page" if by_page and not failures else verdict(failures)[0]), failures


def headers(host, website):
    if "headers" not in host.does:
        return NOT_DONE, []
    failures = []
    policy = re.search(r"Content-Security-Policy: (.*)", website["_headers"].decode()).group(1)
    wanted = {"content-security-policy": policy, "x-content-type-options": "nosniff"}
    for path in ["", "assets/jalon.css", "plans/2025-2026/plan.json", "rien/du/tout"]:
        _, told, _ = host.ask(host.base + path)
        failures += [f"/{path}: {name}: {told.get(name)}" for name, value in wanted.items() if told.get(name) != value]
    if "max-age=" not in host.ask(host.base + "assets/jalon.css")[1].get("cache-control", ""):
        failures.append("assets/jalon.css: nothing says how long it keeps")
    return verdict(failures)


def compressed(host, website):
    """To who reads a compression, the copy that jalon made and the type of the text; else the text."""
    codings = [(end, coding) for end, coding in [("gz", "gzip"), ("br", "br")] if end in host.does]
    if not codings:
        return NOT_DONE, []
    failures = []
    for end, coding in codings:
        for copy in [path for path in website if path.endswith("." + end) and path != "404.html." + end]:
            path = copy.removesuffix("." + end)
            if path in host.moved:
                continue
            status, told, body = host.ask(address(host.base, path), **{"Accept-Encoding": f"{coding}, identity;q=0.5"})
            plain = host.answers[path][1]
            if (status, told.get("content-encoding")) != (200, coding) or body != website[copy]:
                failures.append(f"{path}: {status} {told.get('content-encoding')}, {len(body)} bytes, not those of {copy}")
            elif told["content-type"] != plain["content-type"]:
                failures.append(f"{path}: {told['content-type']} compressed, {plain['content-type']} as it is")
            elif "accept-encoding" not in told.get("vary", "").lower() or "content-encoding" in plain:
                failures.append(f"{path}: kept for those who read no compression")
    status, told, body = host.ask(host.base + "rien/", **{"Accept-Encoding": codings[0][1]})
    copies = {None: "404.html", codings[0][1]: "404.html." + codings[0][0]}
    if status != 404 or body != website.get(copies.get(told.get("content-encoding"))):
        failures.append(f"rien/: {status} {told.get('content-encoding')}, not the page of the site")
    best = host.ask(host.base, **{"Accept-Encoding": "gzip, deflate, br, zstd"})[1].get("content-encoding")
    if best != codings[-1][1]:
        failures.append(f"/: {best} for a browser that reads all")
    return verdict(failures)


def hidden(host, website):
    """No list of the files of a folder, and nothing of what only jalon or the host reads."""
    if "lists" not in host.does:
        return NOT_DONE, []
    failures = []
    for folder in ["assets/", "schemas/", "static/"]:
        status, _, body = host.ask(host.base + folder)
        if status not in {403, 404} or b"jalon.css" in body.replace(b"assets/jalon.css", b""):
            failures.append(f"{folder}: {status}")
    inside = ["jalon.toml", "content/_index.md"] if host.own != Host.own else [".jalon-manifest", ".jalon-new/1/0", ".htaccess"]
    above = ["/../site/jalon.toml", "/%2e%2e/site/jalon.toml", "//../site/jalon.toml"]
    for path in [host.base + path for path in inside] + above:
        status, _, _ = host.ask(path)
        if status < 400:
            failures.append(f"{path}: {status}")
    return verdict(failures)


CHECKS = [("Chaque fichier, mêmes octets", files), ("Sortes de fichiers", types), ("Page introuvable", missing),
          ("Anciennes adresses", old), ("Règles de sécurité", headers), ("Copies compressées", compressed),
          ("Rien d’autre ne se voit", hidden)]


def on_disk(folder, website, reached):
    """Follows every link from file to file; the pages are those that a host shows."""
    waiting, seen, failures = ["index.html"], set(), []
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        if path not in website:
            failures.append(f"{path}: no such file")
            continue
        if path.endswith((".html", ".css")):
            for url in links(f"file:///site/{quote(path)}", website[path]):
                parts = urlsplit(url)
                if parts.scheme != "file":
                    continue
                if not unquote(parts.path).startswith("/site/"):
                    failures.append(f"{path}: leads out of the folder, to {parts.path}")
                    continue
                target = unquote(parts.path).removeprefix("/site/")
                if (folder / target).is_dir():
                    failures.append(f"{path}: leads to the folder {target or './'}")
                    continue
                waiting.append(target)
    failures += [f"{path}: reached on a host, not on the disk" for path in sorted(reached - seen)]
    return verdict(failures), seen


# The matrix.

def install():
    absent = [package for program, packages in PACKAGES.items() if not shutil.which(program) for package in packages]
    if not absent:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"missing, and only root can install: {' '.join(absent)}")
    for command in [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *absent]]:
        # What Debian starts by itself is not ours to use.
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def matrix(binary, scratch):
    source = site(scratch / "site")
    Preview.binary, Preview.source = binary, source
    rows, failed = [], []
    for base in ["/", "/asso/"]:
        domain = scratch / ("root" if base == "/" else "below")
        public = domain / base.strip("/")
        public.parent.mkdir(parents=True, exist_ok=True)
        website = build(binary, source, public, "-u", f"https://example.org{base}")
        # What a build that was interrupted leaves.
        (public / ".jalon-new/1").mkdir(parents=True)
        (public / ".jalon-new/1/0").write_text("half", encoding="utf-8")
        where = "à la racine" if base == "/" else "sous `/asso/`"
        reached = set()
        for kind in [Nginx, Apache, ApacheOpen, Python, Preview]:
            place = scratch / f"{kind.__name__}-{public.name}"
            place.mkdir()
            host = kind(place, domain, base)
            try:
                cells, told = looked_at(host, website)
            finally:
                host.stop()
            if kind is Nginx:
                reached = host.by_links
            rows.append([f"{host.name}, {where}", *cells])
            failed += [f"{host.name} {base}: {one}" for one in told]
            print(f"{host.name} {base}: {host.told}")
        disk = scratch / f"disk-{public.name}"
        website = build(binary, source, disk, "-u", f"https://example.org{base}", "--file-links")
        (mark, told), seen = on_disk(disk, website, reached)
        rows.append([f"Disque (`--file-links`), {where}", mark, *[NOT_DONE] * (len(CHECKS) - 1)])
        failed += [f"disk {base}: {one}" for one in told]
        print(f"disk {base}: {len(seen)} files by links")
    return rows, failed


def looked_at(host, website):
    host.answers, host.told = {}, ""
    aliases = {written.strip("/") + ("/index.html" if written.endswith("/") else "") for written in OLD}
    host.moved = aliases if "redirects" in host.does else set()
    for _ in range(600):
        if host.ask(host.base)[0] == 200:
            break
        time.sleep(0.1)
    cells, failed = [], []
    for name, check in CHECKS:
        mark, failures = check(host, website)
        cells.append(mark)
        failed += [f"{name}: {one}" for one in failures[:8]]
        failed += [f"{name}: and {len(failures) - 8} more"] if len(failures) > 8 else []
    return cells, failed


def table(rows):
    lines = [["Hôte", *(name for name, _ in CHECKS)], ["---"] * (len(CHECKS) + 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main():
    *options, binary = sys.argv[1:]
    install()
    scratch = Path(tempfile.mkdtemp(prefix="hosting-"))
    # The hosts started by root read it as somebody else.
    scratch.chmod(0o755)
    try:
        rows, failed = matrix(Path(binary).resolve(), scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    shown = table(rows)
    print(f"\n{shown}\n")
    for one in failed:
        print(f"FAILED {one}")
    guide = GUIDE.read_text(encoding="utf-8")
    before, after = guide.split(START)[0], guide.split(END)[1]
    whole = f"{before}{START}\n\n{shown}\n\n{END}{after}"
    if "--write" in options:
        GUIDE.write_text(whole, encoding="utf-8")
    elif "--compare" in options and whole != guide:
        failed.append("table")
        print(f"FAILED the table of {GUIDE.name} is another one: write it again with --write")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
