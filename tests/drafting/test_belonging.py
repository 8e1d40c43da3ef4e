"""A day, a number or a sum of another instrument is not one of the announcement."""

from __future__ import annotations

from typing import Any

import pytest

from communique.corpus.corpus import Corpus
from communique.drafting.record import draft


def items(sentence: str, section: str, corpus: Corpus) -> list[dict[str, Any]]:
    found = draft(f"A title\n{sentence}\n", corpus).data.get(section, [])
    return [each for each in found if each.get("value") != "20XX"]


DAYS: list[tuple[str, list[dict[str, str] | None]]] = [
    ("France praised the pact and mentioned the Lima Action Plan published on 26 July 2025.", []),
    ("The Bletchley Declaration, signed on 1 November 2023, is old.", [{"instrument": "bletchley-declaration"}]),
    ("Section 4 applies from 1 January 2027.", [{"part": "Section 4"}]),
    ("第四条自2027年1月1日起施行。", [{"part": "第四条"}]),
    ("The rules on chatbots apply from 1 January 2027.", []),
    ("The Act applies from 1 January 2027.", [None]),
    ("The Lima Action Plan was published on 26 July 2025.", [None]),
    ("The United States has yet to ratify the Lima Convention, which it signed on 5 September 2024.", []),
    ("Peru praised a treaty that Chile and Kenya had signed on 5 September 2024.", []),
    ("Peru praised the treaty it signed on 5 September 2024.", []),
    ("Peru has yet to ratify an agreement, which the two governments signed on 5 September 2024.", []),
    (
        "Peru praised the Bletchley Declaration, which it signed on 1 November 2023.",
        [{"instrument": "bletchley-declaration"}],
    ),
    ("Peru published the Lima Action Plan, which it adopted on 5 September 2024.", [None]),
    ("Peru announced that it signed the treaty on 5 September 2024.", [None]),
    ("The pact, which Peru signed on 5 September 2024, is short.", [None]),
    ("秘鲁提到2025年7月26日发布的《利马行动计划》。", []),
    ("会议发布《利马行动计划》。秘鲁提到2025年7月26日发布的《利马行动计划》。", [None]),
]


@pytest.mark.parametrize(("sentence", "scopes"), DAYS)
def test_a_day_has_the_scope_of_what_it_belongs_to(
    sentence: str, scopes: list[dict[str, str] | None], shipped: Corpus
) -> None:
    assert [each.get("scope") for each in items(sentence, "dates", shipped)] == scopes


NUMBERS = [
    ("It is like the EU AI Act, under which fines of 35 million euros are due.", "money", ["eu-ai-act"]),
    ("The EU AI Act has fines of 35 million euros.", "money", ["eu-ai-act"]),
    (
        "It came late. We met. In 2023, 28 countries signed the Bletchley Declaration.",
        "quantities",
        ["bletchley-declaration"],
    ),
    ("Peru pledged 35 million euros.", "money", [None]),
]


@pytest.mark.parametrize(("sentence", "section", "owners"), NUMBERS)
def test_a_number_is_about_the_instrument_that_is_its_subject(
    sentence: str, section: str, owners: list[str | None], shipped: Corpus
) -> None:
    assert [each.get("about") for each in items(sentence, section, shipped)] == owners


def test_what_many_did_in_an_earlier_year_is_no_measure() -> None:
    text = "A title\nPeru signed a treaty on 3 March 2026. In 2023, 28 countries signed the Lima Declaration.\n"
    drafted = draft(text, Corpus(()))
    assert [each["instrument"] for each in drafted.data["measures"]] == ["treaty"]
    assert any("Lima Declaration" in each for each in drafted.not_taken)


def test_nobody_has_a_part_in_the_announcement_by_what_was_done_to_another_instrument() -> None:
    text = "A title\nKenya praised the Lima Convention, which Peru signed on 5 September 2024.\n"
    roles = {each["actor"]: each["role"] for each in draft(text, Corpus(())).data["roles"]}
    assert roles == {"ke": "supporter", "pe": "mentioned"}


def test_who_signed_something_earlier_is_no_signatory(shipped: Corpus) -> None:
    told = "China, which signed the Bletchley Declaration in November 2023, was not invited."
    assert {(each["actor"], each["role"]) for each in items(told, "roles", shipped)} <= {("cn", "mentioned")}
    signed = items("China signed the pact.", "roles", shipped)
    assert [(each["actor"], each["role"]) for each in signed] == [("cn", "signatory")]
