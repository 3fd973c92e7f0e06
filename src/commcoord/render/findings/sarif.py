"""The findings in the Static Analysis Results Interchange Format 2.1.0 of OASIS, as code scanning takes them."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from commcoord.language.messages import _, spoken
from commcoord.rules.manual import manual_of
from commcoord.rules.rule import all_rules

if TYPE_CHECKING:
    from commcoord.render.findings.report import Report
    from commcoord.rules.located import Located
    from commcoord.rules.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def rendered(report: "Report") -> str:
    """Return a log with one run; its rules are those that found something."""
    found = {one.ruling.rule for one in report.found}
    rules = [rule for rule in all_rules() if rule.id in found]
    places = {rule.id: place for place, rule in enumerate(rules)}
    marked = zip(report.found, report.fingerprints(), strict=True)
    run = {
        "tool": {
            "driver": {"name": "commcoord", "version": report.version, "rules": [_rule(one) for one in rules]}
        },
        "language": spoken(),
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, report.whole(one.path), places, fingerprint) for one, fingerprint in marked],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: "Rule") -> dict[str, Any]:
    manual = manual_of(rule.manual)
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _(manual.fault)},
        "fullDescription": {"text": _(manual.what)},
        "help": {"text": _(manual.why)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(one: "Located", path: str, places: Mapping[str, int], fingerprint: str) -> dict[str, Any]:
    text = "\n".join(filter(None, (str(one.message), str(one.mend))))
    place = {
        "artifactLocation": {"uri": quote(path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": one.line, "startColumn": one.column},
    }
    return {
        "ruleId": one.ruling.rule,
        "ruleIndex": places[one.ruling.rule],
        "level": LEVELS[one.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"commcoord/v1": fingerprint},
    }
