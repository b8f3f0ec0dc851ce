"""Compares a published synthesis with the document it was made from.

usage: synthesis_check.py SYNTHESIS_JSON DOCUMENT_MD PAGE_HTML EXPECTED

EXPECTED is what a person counted: {"strands": 4, "ideas": 15, "blocks": ["1", "2"], "retained": 7}.
Every count of mentions that ends an item must be in the data, and every word of the document must
stand in the page at least as often as its author wrote it. Exit: 0 the same, 1 different, 2 could
not run.
"""

import collections
import html.parser
import json
import re
import sys

# What a browser fetches or hides: none of it is read by a visitor.
UNREAD = {"script", "style", "svg", "title"}


class Page(html.parser.HTMLParser):
    """The text between <main> and </main>."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.is_main, self.n_unread = [], False, 0

    def handle_starttag(self, tag, attrs):
        self.is_main |= tag == "main"
        self.n_unread += tag in UNREAD
        self.text.append(" ")

    def handle_endtag(self, tag):
        self.is_main &= tag != "main"
        self.n_unread -= tag in UNREAD
        self.text.append(" ")

    def handle_data(self, data):
        if self.is_main and not self.n_unread:
            self.text.append(data)


def words(text):
    """How often each word stands in a text."""
    return collections.Counter(re.findall(r"\w+", text.replace("_", " ")))


def written(document):
    """What the author wrote for visitors: the body, without markup that stands for no word."""
    body = document.split("+++", 2)[2]
    body = re.sub(r"^(#+ .*?)\s*\{[^}]*\}\s*$", r"\1", body, flags=re.MULTILINE)
    body = re.sub(r"\]\([^)]*\)", "]", body)
    return re.sub(r"<[^>]+>", "\n", body)


def contributions(synthesis):
    """Every contribution of the data, nested ones and ideas of strands included."""

    def with_nested(items):
        for item in items:
            yield item
            yield from with_nested(item.get("items", []))

    for block in synthesis["blocks"]:
        for section in block["sections"]:
            yield from with_nested(section["contributions"])
            for strand in section["strands"]:
                yield from strand["ideas"]


def mentions_written(document):
    """The counts that end an item or a line of a cell."""
    lines = re.split(r"\n|<br>|\|", document.split("+++", 2)[2])
    items = (line.strip() for line in lines if line.strip().startswith("- "))
    return sorted(int(found[1]) for found in (re.search(r"\((\d{1,3})\)$", item) for item in items) if found)


def differences(synthesis, document, page, expected):
    """One sentence per difference."""
    found = []

    def same(what, published, wanted):
        if published != wanted:
            found.append(f"{what}: published {published!r}, expected {wanted!r}")

    sections = [section for block in synthesis["blocks"] for section in block["sections"]]
    strands = [strand for section in sections for strand in section["strands"]]
    same("schema", synthesis["schema"], "jalon/synthesis/1")
    same("strands", len(strands), expected["strands"])
    same("ideas of strands", sum(len(strand["ideas"]) for strand in strands), expected["ideas"])
    numbers = [block["number"] for block in synthesis["blocks"] if block["number"] is not None]
    same("numbers of blocks", numbers, expected["blocks"])
    same("retained ideas", len(synthesis["retained"]), expected["retained"])

    said = list(contributions(synthesis))
    lost = set(synthesis["retained"]) - {contribution["id"] for contribution in said}
    same("retained ideas that are no contribution", sorted(lost), [])
    # A count glued inside a line is read as well: the data may hold more counts than end a line.
    counts = collections.Counter(it["mentions"] for it in said if it["mentions"] is not None)
    missing = collections.Counter(mentions_written(document)) - counts
    same("counts of mentions that are lost", sorted(missing.elements()), [])

    reader = Page()
    reader.feed(page)
    shown = words("".join(reader.text))
    for word, n in sorted((words(written(document)) - shown).items()):
        found.append(f"the page lacks {word!r}, {n} times")
    return found


def main(arguments):
    if len(arguments) != 4:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        data, document, page = (open(path, encoding="utf-8").read() for path in arguments[:3])
        synthesis, expected = json.loads(data), json.loads(arguments[3])
        found = differences(synthesis, document, page, expected)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        print(f"synthesis_check: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    for difference in found:
        print(difference)
    n_words = sum(words(written(document)).values())
    print(f"{len(found)} differences" if found else f"the {n_words} words of the document are on its page")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
