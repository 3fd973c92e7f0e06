"""The findings as a code quality report of GitLab (docs.gitlab.com/ci/testing/code_quality)."""

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from commcoord.render.findings.report import Report
    from commcoord.rules.located import Located

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def rendered(report: "Report") -> str:
    """Return a list of objects, by path and line."""
    marked = zip(report.found, report.fingerprints(), strict=True)
    issues = [_issue(one, report.whole(one.path), fingerprint) for one, fingerprint in marked]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(one: "Located", path: str, fingerprint: str) -> dict[str, Any]:
    return {
        "type": "issue",
        "description": str(one.message),
        "check_name": f"{one.ruling.rule} {one.ruling.name}",
        "fingerprint": fingerprint,
        "severity": SEVERITIES[one.severity],
        "location": {"path": path, "lines": {"begin": one.line}},
    }
