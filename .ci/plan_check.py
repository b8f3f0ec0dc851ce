"""Compares a published plan.json with what a person read in the document.

usage: plan_check.py PLAN_JSON TRUTH_JSON

Every count, title, timeframe and state must be the same, in the same order, and every timeframe
whose dates are known must have these dates. Exit: 0 the same, 1 different, 2 could not run.
"""

import json
import sys


def differences(plan, truth):
    """One sentence per difference."""
    found = []

    def same(what, published, expected):
        if published != expected:
            found.append(f"{what}: published {published!r}, expected {expected!r}")

    orientations = plan["orientations"]
    objectives = [objective for orientation in orientations for objective in orientation["objectives"]]
    actions = [action for objective in objectives for action in objective["actions"]]

    same("schema", plan["schema"], "jalon/plan/1")
    expected = dict(truth["counts"])
    same("orientations", len(orientations), expected.pop("orientations"))
    same("objectives", len(objectives), expected.pop("objectives"))
    total = expected.pop("actions")
    same("actions", len(actions), total)
    same("progress.total", plan["progress"]["total"], total)
    for key, count in plan["progress"].items():
        if key not in ("total", "late", "rate"):
            same(f"progress.{key}", count, expected.pop(key, 0))
    for key, count in expected.items():
        found.append(f"progress.{key}: absent, expected {count}")

    for number, (orientation, wanted) in enumerate(zip(orientations, truth["orientations"]), 1):
        where = f"orientation {number}"
        held = [action for objective in orientation["objectives"] for action in objective["actions"]]
        same(f"{where}, objectives", len(orientation["objectives"]), wanted["objectives"])
        same(f"{where}, actions", len(held), len(wanted["actions"]))
        same(f"{where}, progress.total", orientation["progress"]["total"], len(wanted["actions"]))
        for action, wish in zip(held, wanted["actions"]):
            place = f"action {action['number']} ({wish['title'][:40]})"
            same(f"{place}, title", action["title"], wish["title"])
            same(f"{place}, timeframe", (action["timeframe"] or {}).get("text", ""), wish["timeframe"])
            same(f"{place}, words of the state", action["status"]["text"] or "", wish["status_text"])
            same(f"{place}, state", action["status"]["key"], wish["status"])

    for text, wanted in truth["ranges"].items():
        written = [action["timeframe"] for action in actions if (action["timeframe"] or {}).get("text") == text]
        if not written:
            found.append(f"timeframe {text!r}: no action has it")
        for timeframe in written:
            ranges = [[days["start"], days["end"]] for days in timeframe["ranges"]]
            same(f"timeframe {text!r}, ranges", ranges, wanted)
    return found


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        plan, truth = (json.load(open(path, encoding="utf-8")) for path in arguments)
        found = differences(plan, truth)
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"plan_check: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    for difference in found:
        print(difference)
    n_actions = truth["counts"]["actions"]
    print(f"{len(found)} differences" if found else f"the {n_actions} actions are published as they were read")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
