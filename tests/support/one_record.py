"""One record, written from a few fields."""

from __future__ import annotations

from collections.abc import Callable

from communique.diagnostics.finding import Finding
from communique.validation.registry import find
from support.rule_example import example_file

Findings = Callable[..., list[Finding]]
Pointers = Callable[[str, str], list[str]]


def record(fields: str, id: str = "example") -> bytes:
    rule = find("impossible-date")
    assert rule
    return example_file(rule, f"id: {id}\n{fields}")


SOURCES = (
    "sources:\n"
    "- {id: page, type: official, access: full_text, retrieved: '2025-07-30'}\n"
    "- {id: dated, type: news, access: full_text, published: '2025-07-30', retrieved: '2025-07-30'}\n"
    "- {id: agency, type: news_agency, access: full_text}\n"
    "- {id: copy, type: mirror, access: full_text, derived_from: [agency]}\n"
    "- {id: translation, type: rewrite, access: full_text, derived_from: [copy]}\n"
    "- {id: other, type: news, access: full_text}\n"
)
INSTRUMENTS = "instruments:\n- {id: act, type: law, name: {en: Act}}\n- {id: body, type: body, name: {en: Body}}\n"

ONE, OTHER = "role: announced, value: '2025-07-26'", "role: announced, value: '2025-07-25'"
