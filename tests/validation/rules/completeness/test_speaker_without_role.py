"""Speakers of statements have a role in the announcement."""

from __future__ import annotations

import pytest

from support.one_record import Findings, Pointers

SAID = "nature: attributed_statement, text: {en: It is so.}, speaker: jane"
SPEAKER = ["/statements/0/speaker"]


@pytest.mark.parametrize(
    ("statement", "role", "expected"),
    [
        (SAID, "actor: john, role: speaker", SPEAKER),
        (SAID, "actor: jane, role: critic", []),
        (SAID, "actor: john, role: speaker, on_behalf_of: jane", []),
        (SAID, "actor: jane, role: speaker, rank: deprecated, note: No.", SPEAKER),
        (f"{SAID}, rank: deprecated, note: No.", "actor: john, role: speaker", []),
        ("nature: inference, text: {en: It is so.}, speaker: jane", "actor: john, role: speaker", []),
        ("nature: reported_fact, text: {en: It is so.}", "actor: john, role: speaker", []),
    ],
)
def test_who_has_no_role(pointers: Pointers, statement: str, role: str, expected: list[str]) -> None:
    fields = f"statements:\n- {{{statement}}}\nroles:\n- {{{role}}}\n"
    assert pointers("speaker-without-role", fields) == expected


def test_a_speaker_is_named_once(pointers: Pointers) -> None:
    assert pointers("speaker-without-role", f"statements:\n- {{{SAID}}}\n- {{{SAID}, note: Again.}}\n") == SPEAKER


@pytest.mark.parametrize(
    ("more", "role"),
    [
        (", speech_act: criticises", "critic"),
        (", speech_act: endorses", "supporter"),
        (", speech_act: reports", "speaker"),
        ("", "speaker"),
    ],
)
def test_the_help_names_the_role_that_fits(findings: Findings, more: str, role: str) -> None:
    found = [
        each for each in findings(example=f"statements:\n- {{{SAID}{more}}}\n") if each.name == "speaker-without-role"
    ]
    assert [each.help for each in found] == [f"give it a role, such as {role}"]


@pytest.mark.parametrize(
    "fields",
    [
        f"statements:\n- {{{SAID}, date: '2025', unknown: [{{field: date, reason: not_stated}}]}}\n",
        "roles:\n- {actor: jane, role: critic, part: all, unknown: [{field: part, reason: not_stated}]}\n",
        "quantities:\n- {subject: it, value: 1, comparator: about, unit: vote, "
        "unknown: [{field: unit, reason: not_stated}]}\n",
        "votes:\n- {method: recorded, against: 0, unknown: [{field: against, reason: not_stated}]}\n",
    ],
)
def test_what_is_unknown_of_an_assertion_is_checked_as_of_a_measure(pointers: Pointers, fields: str) -> None:
    assert [each.rpartition("/unknown")[1] for each in pointers("unknown-is-given", fields)] == ["/unknown"]
    misnamed = fields.replace("unknown: [{field: ", "unknown: [{field: no_such_")
    assert len(pointers("unknown-names-no-field", misnamed)) == 1
