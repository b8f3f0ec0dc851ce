#!/usr/bin/env python3
"""preview_check.py BINARY SITE: a real browser on a preview. Edits a copy of SITE, sees the page move, breaks
it, sees the problem over the page, mends it, sees the page clear.

Needs chromium (or CHROMIUM=path). Speaks to it through a pipe; Python 3.11+, standard library only.
"""
import json, os, re, shutil, subprocess, sys, tempfile, threading, time
from pathlib import Path

LONG = 60


class Browser:
    """A page of chromium, driven through the pipe of its debugging protocol."""

    def __init__(self, profile):
        to_browser, self.writer = os.pipe()
        self.reader, from_browser = os.pipe()
        program = os.environ.get("CHROMIUM", "chromium")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
                 f"--user-data-dir={profile}", "--window-size=1000,600", "--remote-debugging-pipe", "about:blank"]

        def place():
            os.dup2(to_browser, 33), os.dup2(from_browser, 34)
            os.dup2(33, 3), os.dup2(34, 4)
        self.process = subprocess.Popen([program, *flags], preexec_fn=place, close_fds=False,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser), os.close(from_browser)
        self.n, self.rest, self.session = 0, b"", None
        pages = [t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page"]
        target = pages[0]["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def call(self, method, **params):
        self.n += 1
        message = dict(id=self.n, method=method, params=params)
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writer, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                piece = os.read(self.reader, 65536)
                if not piece:
                    sys.exit("the browser ended")
                self.rest += piece
            told, _, self.rest = self.rest.partition(b"\0")
            told = json.loads(told)
            if told.get("id") == self.n:
                return told.get("result", {"error": told.get("error")})

    def run(self, script):
        """The value of a script; None while a page gives way to the next."""
        return self.call("Runtime.evaluate", expression=script, returnByValue=True).get("result", {}).get("value")

    def until(self, what, script, wanted=True):
        end, value = time.monotonic() + LONG, None
        while time.monotonic() < end:
            value = self.run(script)
            if value == wanted:
                print(f"ok: {what}")
                return
            time.sleep(.02)
        sys.exit(f"FAILED: {what}: {value!r} instead of {wanted!r}")

    def key(self, name, code):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code)

    def picture(self, path):
        import base64
        Path(path).write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))


def main():
    binary, original = sys.argv[1:3]
    pictures = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        site = Path(scratch) / "site"
        site.mkdir()
        for name in ("content", "static", "templates", "assets", "words", "themes"):
            if (Path(original) / name).is_dir():
                shutil.copytree(Path(original) / name, site / name)
        shutil.copy(Path(original) / "jalon.toml", site / "jalon.toml")
        document = site / "content/essai.md"
        header = '+++\ntitle = "Essai"\n+++\n\n'
        long = "\n\n".join(f"Paragraphe {n}." for n in range(200))
        document.write_text(header + long)
        # An editor that says what it was asked.
        editor = Path(scratch) / "codium"
        editor.write_text('#!/bin/sh\necho "$@" > "$0.asked"\n')
        editor.chmod(0o755)
        server = subprocess.Popen([binary, "serve", "-p", "0", "--lang", "fr", "--root", str(site), "--editor", editor],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            address = re.search(r"http://\S+/", next(iter(server.stdout.readline, ""))).group()
            threading.Thread(target=server.stdout.read, daemon=True).start()
            check(Browser(Path(scratch) / "profile"), address, site, document, header, long, pictures)
        finally:
            server.terminate()
            print("the preview ended with", server.wait(10))


def save(document, text):
    """Saves in one move, as editors do: a file that is emptied first may be read in between, as an empty page."""
    beside = document.with_name(f".{document.name}.new")
    beside.write_text(text)
    beside.replace(document)


def check(browser, address, site, document, header, long, pictures):
    def picture(name):
        if pictures:
            time.sleep(.5)
            browser.picture(pictures / f"{name}.png")
    body = "document.body.innerText"
    panel = "document.querySelector('jalon-preview')?.shadowRoot"
    browser.call("Page.navigate", url=f"{address}essai/")
    browser.until("the page is shown", f"{body}.includes('Paragraphe 199.')")
    # At once: a page that still glides when it is loaded again was not there yet.
    browser.run("scrollTo({ top: 1500, behavior: 'instant' }); window.mine = 1")
    save(document, header + long + "\n\nDernier mot.")
    browser.until("a save is shown", f"{body}.includes('Dernier mot.')")
    browser.until("the page was loaded again", "window.mine === undefined")
    browser.until("the reader is where they were", "Math.abs(scrollY - 1500) < 3")

    browser.run("window.mine = 1")
    (site / "assets").mkdir(exist_ok=True)
    (site / "assets/jalon.css").write_text("body { background: rgb(1, 2, 3) }")
    browser.until("a style is shown", "getComputedStyle(document.body).backgroundColor", "rgb(1, 2, 3)")
    browser.until("the page was not loaded again", "window.mine", 1)
    (site / "assets/jalon.css").unlink()
    browser.until("the style is gone", "getComputedStyle(document.body).backgroundColor !== 'rgb(1, 2, 3)'")

    save(document, header.replace('"Essai"', '"<img src=x onerror=window.evil=1>"\nweight = "<b>gras"') + long)
    browser.until("a problem stands over the page", f"{panel}?.querySelector('dialog').open")
    browser.until("it says where", f"{panel}.querySelector('.place').textContent.includes('essai.md:3:')")
    browser.until("it is announced", f"{panel}.activeElement.id", "title")
    browser.until("its words are words", f"{panel}.querySelectorAll('b').length === {panel}.querySelectorAll('li').length")
    browser.until("the page before is behind", f"{body}.includes('Dernier mot.')")
    picture("problem")
    asked = document.parents[2] / "codium.asked"
    browser.run(f"{panel}.querySelector('.place button').click()")
    end = time.monotonic() + LONG
    while not asked.exists() or "essai.md:3:" not in asked.read_text():
        if time.monotonic() > end:
            sys.exit("FAILED: the editor was never asked for the line")
        time.sleep(.02)
    print("ok: the place opens the file at its line:", Path(asked.read_text().strip()).name)
    (asked.parent / "codium").unlink()
    browser.run(f"{panel}.querySelector('.place button').click()")
    browser.until("what does not open is said", f"{panel}.querySelector('.unopened')?.textContent", "Ce fichier ne s’est pas ouvert.")
    browser.key("Escape", 27)
    browser.until("Escape closes it", f"{panel}.querySelector('dialog').open", False)
    browser.until("a button keeps it", f"{panel}.querySelector('.opener').textContent", "1 erreur")
    picture("button")
    save(document, header + long + "\n\nTout va bien.")
    browser.until("mended, the page is shown", f"{body}.includes('Tout va bien.')")
    browser.until("mended, nothing is over it", f"document.querySelector('jalon-preview') === null")
    browser.until("nothing written was run", "window.evil === undefined")
    browser.call("Browser.close")
    browser.process.wait(LONG)


if __name__ == "__main__":
    main()
