"""Codes of parts of countries."""

from __future__ import annotations

import pytest

from communique import validate
from support.linked_records import SOURCES, Write, record


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("country: US, subdivision: US-CA", None),
        ("subdivision: CN-SH", None),
        ("country: GB, subdivision: GB-SCT", None),
        ("country: US, subdivision: US-XX", "find the code in ISO 3166-2"),
        ("country: FR, subdivision: FR-75", "did you mean FR-75C?"),
        ("country: GB, subdivision: UK-SCT", "did you mean GB-SCT?"),
        ("country: CN, subdivision: US-CA", "correct one of the two"),
        ("subdivision: XX-CA", "find the code in ISO 3166-2"),
    ],
)
def test_subdivisions(place: str, says: str | None, write: Write) -> None:
    findings = validate(write(a=record("a", f"place: {{{place}}}\n"), sources=SOURCES))
    assert [(each.name, each.severity) for each in findings] == (
        [("unknown-subdivision-code", "error")] if says else []
    )
    assert not says or says in findings[0].help
