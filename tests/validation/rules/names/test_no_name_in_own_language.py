"""Names in the language of the country."""

from __future__ import annotations

import pytest

from support.one_record import Pointers

RULE = "no-name-in-own-language"
BODY = "actors:\n- {id: body, type: government_body, name: {en: Body}"
PLAN = "instruments:\n- {id: plan, type: action_plan, name: {en: Plan}}\n"
CN = "actors:\n- {id: cn, type: country, country: CN, name: {en: China}}\n"
FR = "- {id: fr, type: country, country: FR, name: {en: France}}\n"
FIRM = "- {id: firm, type: company, country: CN, name: {en: Firm}}\n"


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        (", country: CN", True),
        (", country: CH", True),
        (", country: US", False),
        (", country: IN", False),
        ("", False),
        (", country: CN, other_names: [{name: 外交部, language: zh-Hans}]", False),
        (", country: CN, other_names: [{name: MFA, language: en}]", True),
        (", country: CN, unknown: [{field: name, language: zh-Hans, reason: not_seen}]", False),
        (", country: CN, unknown: [{field: name, language: ja, reason: not_seen}]", True),
    ],
)
def test_public_bodies(pointers: Pointers, more: str, asked: bool) -> None:
    assert pointers(RULE, f"{BODY}{more}}}\n") == (["/actors/0/name"] if asked else [])


@pytest.mark.parametrize(
    ("actors", "measure", "asked"),
    [
        ("[cn]", "action: publish, modality: asserted", True),
        ("[cn]", "action: publish, modality: denied", False),
        ("[cn]", "action: implement, modality: asserted", False),
        ("[cn, fr]", "action: sign, modality: asserted", False),
        ("[firm]", "action: publish, modality: asserted", False),
        ("[nobody]", "action: publish, modality: asserted", False),
    ],
)
def test_instruments_are_of_the_country_of_their_makers(
    pointers: Pointers, actors: str, measure: str, asked: bool
) -> None:
    made = f"measures:\n- {{instrument: plan, actors: {actors}, stage: published, {measure}}}\n"
    assert pointers(RULE, made + PLAN + CN + FR + FIRM) == (["/instruments/0/name"] if asked else [])


def test_an_older_record_is_not_asked(pointers: Pointers) -> None:
    assert pointers(RULE, f"schema_version: 0.2.1\n{BODY}, country: CN}}\n") == []


@pytest.mark.parametrize(("language", "given"), [("en", True), ("zh-Hans", False)])
def test_a_name_is_given_or_unknown_by_language(pointers: Pointers, language: str, given: bool) -> None:
    fields = f"{BODY}, country: CN, unknown: [{{field: name, language: {language}, reason: not_seen}}]}}\n"
    assert pointers("unknown-is-given", fields) == (["/actors/0/unknown/0/field"] if given else [])
