"""The code other, and what it stands for."""

from __future__ import annotations

import pytest

from support.reviewed_record import BY_CN, FUND, REVIEWED, attribute, found


def registered(value: str) -> str:
    return FUND.replace("name:", f"identifiers: [{{scheme: other, value: '{value}'}}], name:")


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        (REVIEWED.replace("[speech]", "[speech, other]") + BY_CN, "/types"),
        (REVIEWED.replace("[speech]", "[other]") + BY_CN + "summary: {en: A prize.}\n", None),
        (REVIEWED.replace("[speech]", "[other]") + BY_CN + "note: A prize.\n", None),
        (attribute("name: other, value: 3"), "/measures/0/attributes/0/name"),
        (attribute("name: other, value: 3, label: vice-chairs"), None),
        (attribute("name: other, value: 3, note: Vice-chairs."), None),
        (FUND.replace("type: fund", "type: other"), "/instruments/0/type"),
        (FUND.replace("type: fund", "type: other, note: A prize"), None),
        ("codings:\n- {scheme: other, code: A1, coder: me}\n", "/codings/0/scheme"),
        ("codings:\n- {scheme: other, code: A1, coder: me, note: The ministry's.}\n", None),
        (registered("12"), "/instruments/0/identifiers/0/value"),
        (registered("arXiv:12"), None),
    ],
)  # fmt: skip
def test_other_is_explained(fields: str, pointer: str | None) -> None:
    assert found(fields) == ([("other-unexplained", "warning", pointer)] if pointer else [])
