"""Whether a declared time is proved: what the history of the repository first said, and when.

A record may say today that its minutes went out last week. A commit that said so by the deadline proves it; one that
said so only later does not, though it may well be true.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Literal

Claim = str
"""A declared time by its field and value: `circulated.at=2023-10-20 17:00`."""

Evidence = Mapping[str, Mapping[Claim, datetime]]
"""By record id, when a commit first made each claim (aware, by the clock of the commit's author)."""

Verdict = Literal["proved", "late", "unproved"]


def claims(tree: Mapping[str, Any]) -> Iterator[Claim]:
    """Yield the declared times of a record's tree that a deadline is measured by."""
    circulated = tree.get("circulated")
    if isinstance(circulated, Mapping) and circulated.get("at"):
        yield circulation_claim(str(circulated["at"]))
    materials = tree.get("materials")
    for one in materials if isinstance(materials, list) else []:
        if isinstance(one, Mapping) and one.get("sent"):
            yield material_claim(str(one.get("title")), str(one["sent"]))


def circulation_claim(at: str) -> Claim:
    """Return the claim that a record was sent at a time, as it is written."""
    return f"circulated.at={at}"


def material_claim(title: str, sent: str) -> Claim:
    """Return the claim that a material was sent at a time, as it is written."""
    return f"materials.{title}.sent={sent}"


def verdict(evidence: Evidence, record_id: str, claim: Claim, due: datetime) -> Verdict:
    """Return whether a commit made the claim by the deadline (`proved`), only after it (`late`), or none did."""
    said = evidence.get(record_id, {}).get(claim)
    if said is None:
        return "unproved"
    return "proved" if said <= due else "late"
