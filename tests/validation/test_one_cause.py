"""A mistake with one cause gives one finding, which names the cause."""

from __future__ import annotations

import pytest

from communique.diagnostics.finding import Finding
from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes
from communique.validation.engine import check
from support.withdrawn_record import HEAD


def findings(text: str) -> list[Finding]:
    return list(check([read_bytes(text.encode(), "example.yaml")]).findings)


def test_a_file_that_is_pasted_twice() -> None:
    (found,) = findings(HEAD + HEAD)
    assert found.message == "duplicate key 'schema_version'; first on line 1, and 6 more duplicates"
    assert found.help == "keep one of the keys, or merge their values; perhaps the record was pasted twice"


def test_a_missing_dash() -> None:
    found = findings(f"{HEAD}sources:\n- id: a\n  type: news\n  access: excerpt\n  id: b\n  type: news\n")[0]
    assert (found.code, found.line) == ("CQ107", 12) and found.message.endswith("first on line 9, and 1 more duplicate")
    assert found.help.endswith("; if a new item begins there, put a dash before it")


def test_an_old_version() -> None:
    text = HEAD.replace(SCHEMA_VERSION, "0.2.0")
    (found,) = findings(text + "money: []\ncommitments: []\nvotes: []\n")
    assert "names schema 0.2.0; the same is true 2 more times" in found.message
    assert found.help.startswith("write schema_version: 0.3.0 if")


MONEY = "money: [{flow: share, comparator: about, %s}]\n"


@pytest.mark.parametrize(
    ("fields", "help"),
    [
        (MONEY % "share: {percent: 15%, of: revenue}", "write it without the sign: 15"),
        (MONEY % "amount: $15bn, currency: USD", "write it in full, with the currency under currency: 15000000000"),
        (
            MONEY % "amount: fine of 15, currency: USD",
            "the value is a number only; the currency goes under currency, and how exact it is under comparator",
        ),
        (
            "outcomes:\n- commitment: some-forum-2025 #pay\n  state: met\n",
            "add # and the name of the commitment, as in some-forum-2025#COMMITMENT; after a space, # begins a comment",
        ),
        ("roles: [{actor: x, role: licenser}]\n", "did you mean licensee or licensor?"),
        ("place: {country: ‘US’}\n", 'put it between two straight quotes: "US"'),
    ],
)
def test_the_help_names_the_cause(fields: str, help: str) -> None:
    assert help in [each.help for each in findings(HEAD + fields)]


def test_a_misspelt_actor_is_no_speaker_without_a_role() -> None:
    text = (
        f"{HEAD}roles: [{{actor: nvidea, role: payer}}]\n"
        "statements: [{nature: attributed_statement, speaker: nvidia, speech_act: denies, text: {en: No.}}]\n"
        "actors: [{id: nvidia, type: company, name: {en: Nvidia}}]\n"
    )
    assert [each.code for each in findings(text)] == ["CQ301"]
