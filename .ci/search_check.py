#!/usr/bin/env python3
"""Searches a built site with a real browser, from the folder it stands in: no host, no network.

search_check.py PAGE 'WORDS' EXPECTED ['WORDS' EXPECTED ...]

PAGE is the search page, an index.html. EXPECTED is the address that the first result leads to, as
"../plans/2026/"; "none" expects no result, and what to try then.
"""

import os
import pathlib
import re
import subprocess
import sys
import urllib.parse

MOST_SECONDS = 120


def shown(page, words):
    """The page once its script has searched."""
    browser = os.environ.get("CHROMIUM", "chromium")
    address = f"{page.resolve().as_uri()}?{urllib.parse.urlencode({'q': words})}"
    options = ["--headless", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=10000"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--no-sandbox")
    command = [browser, *options, "--dump-dom", address]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=MOST_SECONDS).stdout


def found(html):
    """Where the first result leads, and what is told besides; a count stands with results alone."""
    count = re.search(r'id="_count"[^>]*>([^<]*)<', html).group(1)
    note = re.search(r'id="_note"[^>]*>([^<]*)<', html).group(1)
    first = re.search(r'<p class="hit"><a href="([^"]*)"', html)
    if bool(first) != bool(re.match(r"\d", count)):
        return f"« {count} » over no or some results", note
    return first.group(1) if first else "none", note


def main():
    page, *cases = sys.argv[1:]
    wrong = 0
    for words, expected in zip(cases[::2], cases[1::2], strict=True):
        read, note = found(shown(pathlib.Path(page), words))
        is_right = read == expected and (bool(note) or expected != "none")
        wrong += not is_right
        print(f"{'ok   ' if is_right else 'WRONG'} {words}: {read}" + ("" if is_right else f", expected {expected}"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
