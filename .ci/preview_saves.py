"""Saves the files of a site again and again in front of `jalon serve`.

usage: preview_saves.py BINARY SITE [--document PATH] [--plan PATH] [--times N] [--saves N] [--seed N]

SITE is copied first. Two things are seen:

- how long a page waits, from just before a file is written to the order to reload, for each kind of save:
  the median of N times (--times), and the slowest; with --plan, a status of that plan is one of them;
- whether many saves in fast motion (--saves) leave a preview that shows, file by file, what `jalon build` makes
  of the same folder, with the memory it had after the first of them.

Exit: 0 the same, 1 different, 2 could not run.
"""

import argparse
import http.client
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import quote

LINE_OF_PREVIEW = re.compile(rb'<script src="/\.jalon/apercu\.js"[^\n]*\n')

# How long an order may take before it is missed, and how long silence is waited for, in seconds.
LONGEST = 30
SILENCE = 1


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Preview:
    """A `jalon serve` on a folder."""

    def __init__(self, binary, site):
        self.port = free_port()
        command = [binary, "--root", str(site), "serve", "--port", str(self.port)]
        self.lines = []
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def get(self, path):
        """The status and the bytes at an address, without the line that the preview adds."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        try:
            connection.request("GET", quote(path))
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def wait_for(self, path):
        end = time.monotonic() + 300
        while time.monotonic() < end and self.process.poll() is None:
            try:
                status, body = self.get(path)
                if status == 200:
                    return body
            except OSError:
                pass
            time.sleep(0.05)
        raise SystemExit("the preview does not answer: " + "".join(self.lines[-5:]))

    def memory(self):
        """What the process holds, in megabytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024

    def processor(self):
        """The seconds of processor it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def settle(self):
        """Waits until it has nothing to do."""
        end = time.monotonic() + 120
        while time.monotonic() < end:
            before = self.processor()
            time.sleep(SILENCE)
            if self.processor() - before < 0.1 * SILENCE:
                return
        raise SystemExit("the preview does not come to rest")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Page(threading.Thread):
    """An open page: when it was told to reload."""

    def __init__(self, preview, path):
        super().__init__(daemon=True)
        body = preview.wait_for(path)
        seen = re.search(rb'data-seen="([^"]+)"', body)[1].decode()
        self.connection = http.client.HTTPConnection("127.0.0.1", preview.port)
        self.connection.request("GET", f"/.jalon/nouvelles?page={quote(path)}&seen={quote(seen)}")
        self.answer = self.connection.getresponse()
        self.orders = []
        self.start()

    def run(self):
        try:
            while line := self.answer.fp.readline():
                if line.startswith(b"event: reload"):
                    self.orders.append(time.perf_counter())
        except (OSError, ValueError, AttributeError):
            pass

    def wait(self, since):
        end = time.perf_counter() + LONGEST
        while time.perf_counter() < end:
            if self.orders and self.orders[-1] > since:
                return self.orders[-1] - since
            time.sleep(0.001)
        return None


def status_changed(text):
    """A plan whose first state of a row is another one."""
    cell = re.search(r"\| (En cours|Complété|En continu|Reporté|À faire) \|", text)
    state = "En cours" if cell[1] == "Complété" else "Complété"
    return text[: cell.start(1)] + state + text[cell.end(1) :]


def edits(document, template, number):
    """What a save of each kind writes, and where."""
    text, base = document.read_text(), template.read_text()
    title = re.sub(r'^title = "', f'title = "{number} ', text, count=1, flags=re.M)
    return {
        "a paragraph": (document, f"{text}\nUne phrase de plus, la {number}.\n"),
        "a title": (document, title),
        "a template": (template, base.replace("</body>", f"<!-- {number} --></body>")),
        "nothing": (document, text),
    }


def page_of(document):
    return "/" + document.removeprefix("content/").removesuffix(".md") + "/"


def latencies(preview, site, args):
    document = site / args.document
    template = site / "templates/base.html"
    kinds = ["a paragraph", "a title", "a template"]
    if args.plan:
        kinds.insert(2, "a status")
    for kind in kinds:
        waits = []
        for number in range(args.times):
            edit = edits(document, template, number)
            if args.plan:
                edit["a status"] = (site / args.plan, status_changed((site / args.plan).read_text()))
            path, text = edit[kind]
            original = path.read_bytes()
            preview.settle()
            looking = Page(preview, page_of(args.plan if kind == "a status" else args.document))
            time.sleep(0.05)
            started = time.perf_counter()
            with open(path, "wb", buffering=0) as file:
                file.write(text.encode())
            waits.append(looking.wait(started))
            preview.settle()
            path.write_bytes(original)
        preview.settle()
        told = [f"{1000 * wait:.0f}" for wait in waits if wait is not None]
        if len(told) < len(waits):
            raise SystemExit(f"{kind}: {len(waits) - len(told)} orders to reload were missed")
        median = statistics.median(waits)
        print(f"{kind}: {1000 * median:.0f} ms (each: {', '.join(told)})")
    preview.settle()
    looking = Page(preview, page_of(args.document))
    n_lines, before = len(preview.lines), preview.processor()
    document.write_bytes(document.read_bytes())
    preview.settle()
    told = len(looking.orders) + len(preview.lines) - n_lines
    print(f"nothing: {told} orders and lines, {1000 * (preview.processor() - before):.0f} ms of processor")


def save(chance, documents, site):
    """One save: most add a line, some add, rename or remove a file, or break one and mend it."""
    path = chance.choice(documents)
    fresh = site / "content" / f"nouveau-{chance.randrange(5)}.md"
    match chance.randrange(12):
        case 0 if fresh.exists():
            fresh.unlink()
        case 0 | 1:
            fresh.write_text(f'+++\ntitle = "Nouveau {chance.randrange(99)}"\n+++\n\nDu texte.\n')
        case 2:
            other = path.with_name("re-" + path.name)
            path.rename(other)
            other.rename(path)
        case 3:
            swap = path.with_suffix(".swp")
            swap.write_bytes(path.read_bytes() + b"\nPar un autre chemin.\n")
            swap.replace(path)
        case 4:
            text = path.read_text()
            path.write_text(text.replace("+++", "++", 1))
            path.write_text(text)
        case _:
            # A document does not grow without end.
            lines = path.read_text().split("\n")
            lines[40:] = [line for line in lines[40:] if not line.startswith("Ligne ")]
            path.write_text("\n".join(lines) + f"\nLigne {chance.randrange(10_000)}.\n")


def soak(preview, site, args):
    chance = random.Random(args.seed)
    documents = sorted((site / "content").rglob("*.md"))
    memories = []
    for number in range(args.saves):
        save(chance, documents, site)
        time.sleep(chance.choice([0, 0.002, 0.02, 0.05]))
        if number % max(1, args.saves // 20) == 0:
            memories.append(preview.memory())
    preview.settle()
    memories.append(preview.memory())
    print(f"memory during {args.saves} saves, in MB: {memories}")
    output = site.parent / "built"
    built = subprocess.run([args.binary, "--root", str(site), "build", "-o", str(output)], capture_output=True)
    if built.returncode not in (0, 1):
        raise SystemExit(built.stderr.decode())
    differ = [path for path in sorted(output.rglob("*")) if path.is_file() and not is_shown(preview, output, path)]
    for path in differ[:10]:
        print(f"differs: {path.relative_to(output)}")
    print(f"{sum(path.is_file() for path in output.rglob('*'))} files compared, {len(differ)} differ")
    # After the first fifth of the saves, all caches are full.
    early = max(memories[: max(1, len(memories) // 5)])
    return not differ and memories[-1] <= 1.25 * early + 20


def is_shown(preview, output, path):
    name = path.relative_to(output).as_posix()
    if name.startswith("."):
        return True
    status, body = preview.get("/" + name)
    return status in (200, 404) and LINE_OF_PREVIEW.sub(b"", body) == path.read_bytes()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("binary")
    arguments.add_argument("site")
    arguments.add_argument("--document", default="content/ateliers/atelier-00003.md")
    arguments.add_argument("--plan")
    arguments.add_argument("--times", type=int, default=0)
    arguments.add_argument("--saves", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    args = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        # What a site is made of; beside the program's own, builds leave gigabytes.
        shutil.copytree(args.site, site, ignore=shutil.ignore_patterns("target", ".git", "public"))
        subprocess.run([args.binary, "--root", str(site), "theme", "eject", "base.html"], check=True, capture_output=True)
        preview = Preview(args.binary, site)
        try:
            started = time.perf_counter()
            preview.wait_for("/")
            print(f"first page after {time.perf_counter() - started:.2f} s, {preview.memory()} MB")
            if args.times:
                latencies(preview, site, args)
            return 0 if not args.saves or soak(preview, site, args) else 1
        finally:
            preview.stop()


if __name__ == "__main__":
    sys.exit(main())
