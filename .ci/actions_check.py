#!/usr/bin/env python3
"""Narrows the list of all the actions of a plan with a real browser, from the folder it stands in.

actions_check.py PAGE

PAGE is the list, an index.html below that of its plan. Each count of the plan is followed and must lead to
as many rows; then choices are made, taken back with the browser and cleared. Needs what preview_check.py needs.
"""
import json, sys, tempfile
from pathlib import Path

from preview_check import Browser

ROWS = "[...document.querySelectorAll('#_list tbody tr')].filter((row) => row.offsetParent).length"
COUNT = "document.getElementById('_count').textContent"
FORM = "document.getElementById('_filter')"
TOLD = "document.getElementById('_told')"
QUERY = "decodeURIComponent(location.search)"
ENTERED = "dispatchEvent(new Event('input', { bubbles: true }))"


class Check:
    def __init__(self, browser, page):
        self.browser, self.address = browser, page.resolve().as_uri()
        self.run, self.until = browser.run, browser.until

    def open(self, address):
        self.run("window.isLeft = true")
        self.browser.call("Page.navigate", url=address)
        self.until(f"open: {address.rsplit('/', 2)[-1]}", "document.readyState === 'complete' && !window.isLeft")

    def legend(self):
        """Where each count of the plan leads, and how many actions it counts."""
        self.open(self.address.replace("/actions/index.html", "/index.html"))
        read = ("JSON.stringify([...document.querySelectorAll('.progress form button')]"
                ".map((one) => [`${one.name}=${one.value}`, +one.textContent.match(/\\d+/)[0]]))")
        return json.loads(self.run(read))

    def choose(self, name, value):
        self.run(f"{FORM}.elements['{name}'].value = '{value}'; {FORM}.elements['{name}'].{ENTERED}")


def check(page, run, until):
    counts = page.legend()
    if len(counts) < 2:
        sys.exit("FAILED: the plan has no counts that lead to its list")
    for query, n in counts:
        page.open(f"{page.address}?{query}")
        until(f"{query}: as many rows as the plan counts", ROWS, n)
        until("the number is told", f"parseInt({COUNT})", n)

    page.legend()
    run("document.querySelector('.progress form button').click()")
    until("a count asks the list for its actions", "location.pathname.includes('/actions/') && location.search", "?" + counts[0][0])

    page.open(page.address)
    total = run("document.querySelectorAll('#_list tbody tr').length")
    until("the form is there", f"{FORM}.hidden", False)
    until("nothing is asked", f"{TOLD}.hidden")
    until("all rows", ROWS, total)

    [(query, n), (other, m)] = counts[:2]
    (name, value), (_, second) = query.split("="), other.split("=")
    page.choose(name, value)
    until("a choice leaves its rows", ROWS, n)
    until("it stands in the address", QUERY, "?" + query)
    until("it is told in words", f"{TOLD}.hidden", False)
    until("and in the title of the page", "document.title.startsWith(document.getElementById('_told').textContent)")
    until("another choice says how many it would leave", f"{FORM}.elements['{name}'].querySelector('[value={second}]').text.includes('({m})')")
    page.choose(name, second)
    until("another choice leaves its rows", ROWS, m)
    run("history.back()")
    until("going back takes it back", ROWS, n)
    until("the form follows", f"{FORM}.elements['{name}'].value", value)
    run("history.forward()")
    until("going forward as well", ROWS, m)

    words = "document.querySelector('#_filter [type=search]')"
    run(f"{words}.value = 'zzzz'; {words}.{ENTERED}")
    until("words that no title has leave nothing", ROWS, 0)
    until("an empty table is put away", "document.getElementById('_list').hidden")
    run("document.getElementById('_clear').click()")
    until("clearing brings all back", ROWS, total)
    until("the address is clean", QUERY, "")
    until("the focus is on the first filter", f"document.activeElement === {FORM}.elements[1]")

    page.open(f"{page.address}?{name}=zzzz")
    until("a choice that is not there hides nothing", ROWS, total)
    until("and is told", f"{TOLD}.hidden", False)

    page.open(f"{page.address}?{query}")
    page.browser.call("Emulation.setEmulatedMedia", media="print")
    until("paper has the rows that are asked", ROWS, n)
    until("paper has no form", f"{FORM}.offsetParent === null")
    until("paper says what was asked", f"{TOLD}.offsetParent !== null")


def main():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        one = Check(Browser(Path(scratch) / "profile"), Path(sys.argv[1]))
        check(one, one.run, one.until)


if __name__ == "__main__":
    main()
