"""Two definitions of one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import validate
from support.linked_records import DATASET, SOURCES, Write, found, only, record, registry

# CQ313


@pytest.mark.parametrize(
    ("list_", "one", "other", "same"),
    [
        ("actors", "type: group, name: {en: Global South}", "type: group, name: {en: the  global-south}", True),
        ("actors", "type: group, name: {en: Global South}", "type: group, name: {de: Global South}", False),
        ("actors", "type: group, name: {en: A, zh: 甲}", "type: group, name: {en: B, zh: 甲}", True),
        ("actors", "type: group, name: {en: A}", "type: media, name: {en: A}", False),
        (
            "actors",
            "type: government_body, country: GB, name: {en: AI Safety Institute}",
            "type: government_body, country: US, name: {en: AI Safety Institute}",
            False,
        ),
        (
            "actors",
            "type: government_body, country: US, subdivision: US-CA, name: {en: Department of Justice}",
            "type: government_body, country: US, subdivision: US-TX, name: {en: Department of Justice}",
            False,
        ),
        (
            "actors",
            "type: government_body, country: US, name: {en: Committee}, part_of: p",
            "type: government_body, country: US, name: {en: Committee}, part_of: q",
            False,
        ),
        ("actors", "type: group, name: {en: A}, part_of: b", "type: group, name: {en: A}", False),
        (
            "actors",
            "type: person, name: {en: Wang Wei}, identifiers: [{scheme: wikidata, value: Q1}]",
            "type: person, name: {en: Wang Wei}, identifiers: [{scheme: wikidata, value: Q2}]",
            False,
        ),
        (
            "actors",
            "type: person, name: {en: Wang Wei}, identifiers: [{scheme: wikidata, value: Q1}]",
            "type: person, name: {en: W. Wang}, identifiers: [{scheme: wikidata, value: Q1}]",
            True,
        ),
        (
            "instruments",
            "type: law, name: {en: A}, identifiers: [{scheme: document_number, value: No. 1}]",
            "type: law, name: {en: B}, identifiers: [{scheme: document_number, value: No. 1}]",
            False,
        ),
        (
            "instruments",
            "type: law, name: {en: Act}, identifiers: [{scheme: celex, value: 32024R1689}]",
            "type: law, name: {en: Chapter V}, part_of: a, identifiers: [{scheme: celex, value: 32024R1689}]",
            False,
        ),
        ("occasions", "name: {en: AI Summit}, edition: '1'", "name: {en: AI Summit}, edition: '2'", False),
        ("occasions", "name: {en: AI Summit}, edition: '1'", "name: {en: AI Summit}", True),
        (
            "occasions",
            "name: {en: AI Summit}, dates: [{value: '2025-05'}]",
            "name: {en: AI Summit}, dates: [{value: '2024-05'}]",
            False,
        ),
        (
            "occasions",
            "name: {en: AI Summit}, dates: [{value: '2025-05'}]",
            "name: {en: AI Summit}, dates: [{value: '2025-05-21/2025-05-22'}]",
            True,
        ),
    ],
)
def test_two_that_are_one(list_: str, one: str, other: str, same: bool, write: Write) -> None:
    others = "actors:\n- {id: p, type: group, name: {en: P}}\n- {id: q, type: group, name: {en: Q}}\n"
    text = f"{list_}:\n- {{id: a, {one}}}\n- {{id: b, {other}}}\n"
    text += others if list_ != "actors" else others.removeprefix("actors:\n")
    expected = [("all", "same-thing-twice", f"/{list_}/1/id")] if same else []
    assert found(write(all=registry("all", text))) == expected


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://www.example.org/news/1/", True),
        ("https://EXAMPLE.org/news/1#top", True),
        ("https://example.org:443/news/1", True),
        ("https://example.org/news/1?id=2", False),
        ("https://example.org/news/1#!/other", False),
        ("https://example.org/News/1", False),
        ("https://m.example.org/news/1", False),
    ],
)
def test_sources_at_one_address(url: str, same: bool, write: Write) -> None:
    line = "- {{id: {}, type: news, access: full_text, url: '{}'}}\n"
    text = "sources:\n" + line.format("a", "https://example.org/news/1") + line.format("b", url)
    names = [name for _, name, _ in found(write(all=registry("all", text)))]
    assert ("same-thing-twice" in names) == same


@pytest.mark.parametrize(
    ("more", "same"), [("", True), (", language: fr", False), (", derived_from: a", False), (", language: en", True)]
)
def test_sources_with_one_identifier(more: str, same: bool, write: Write) -> None:
    rest = "type: official, access: full_text, identifiers: [{scheme: un_symbol, value: A/RES/78/265}]"
    text = f"sources:\n- {{id: a, language: en, {rest}}}\n- {{id: b, {rest}{more}}}\n"
    names = [name for _, name, _ in found(write(all=registry("all", text)))]
    assert names == (["same-thing-twice"] if same else [])


def test_each_of_two_files_is_told_and_names_the_other(write: Write) -> None:
    folder = write(
        dataset=DATASET,
        one=record("one", "actors:\n- {id: a, type: group, name: {en: Same}}\n", status="draft"),
        two=record("two", "actors:\n- {id: b, type: group, name: {en: Same}}\n", status="draft"),
        sources=SOURCES,
    )
    one, two = validate(folder)
    assert [(Path(each.path).stem, each.severity) for each in (one, two)] == [("one", "warning"), ("two", "warning")]
    assert one.message.startswith("a may be the same actor as b: both have the name Same (")
    assert two.message.startswith("b may be the same actor as a: both have the name Same (")
    assert "two.yaml:10" in one.message and "one.yaml:10" in two.message
    assert "former_ids" in one.help
    assert [only([folder / "one.yaml"]), only([folder / "two.yaml"])] == [one, two]


def test_one_finding_for_one_double(write: Write) -> None:
    thing = "type: person, name: {en: Same, fr: Meme}, identifiers: [{scheme: wikidata, value: Q1}]"
    folder = write(all=registry("all", f"actors:\n- {{id: a, {thing}}}\n- {{id: b, {thing}}}\n"))
    assert [name for _, name, _ in found(folder)] == ["same-thing-twice"]


def test_an_instrument_and_the_actor_that_it_is_share_everything(write: Write) -> None:
    rest = "name: {en: Institute}, identifiers: [{scheme: wikidata, value: Q1}]"
    text = (
        f"actors:\n- {{id: a, type: government_body, country: GB, {rest}}}\n"
        f"instruments:\n- {{id: b, type: body, acts_as: a, {rest}}}\n"
    )
    assert found(write(all=registry("all", text))) == []


# CQ605 to CQ607


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("{id: us, type: country, country: US, name: {en: United States}}", "type: country, country: US", True),
        ("{id: us, type: country, country: US, name: {en: United States}}", "type: country, country: UM", False),
        ("{id: us, type: government_body, country: US, name: {en: Office}}", "type: country, country: US", False),
        ("{id: acme, type: company, name: {en: Acme}}", "type: company", False),
        ("{id: other, type: company, name: {en: Other}}", "type: company", True),
        ("{id: other, type: company, name: {en: 'The Other Co., Ltd.'}}", "type: company", False),
        ("{id: other, type: company, name: {en: Other Incorporated}}", "type: company", True),
        ("{id: other, type: group, name: {en: Other}}", "type: group", False),
    ],
)
def test_a_country_and_a_company_are_known_again(first: str, second: str, same: bool, write: Write) -> None:
    actors = f"actors:\n- {first}\n- {{id: second, {second}, name: {{en: Other Inc.}}}}\n"
    folder = write(all=registry("all", actors), sources=SOURCES)
    assert ("same-thing-twice" in [name for _, name, _ in found(folder)]) == same


def test_only_one_of_two_files_is_advised_to_give_way_and_never_the_registry(write: Write) -> None:
    us = "type: country, country: US, name: {en: %s}}\n"
    own = record("a", f"actors:\n- {{id: usa, {us % 'America'}", title="A")
    folder = write(a=own, states=registry("states", f"actors:\n- {{id: us, {us % 'United States'}"), sources=SOURCES)
    helps = {Path(each.path).stem: each.help for each in validate(folder) if each.name == "same-thing-twice"}
    later = "only an id that was published before goes into former_ids"
    assert helps == {
        "a": f"refer to us instead of usa and delete this definition; {later}",
        "states": f"refer to us instead of usa and delete its definition; {later}",
    }


def test_two_spellings_of_one_address_are_both_named(write: Write) -> None:
    page = "type: news, access: excerpt, url: 'https://%sexample.org/news'}\n"
    body = f"sources:\n- {{id: s, {page % ''}- {{id: t, {page % 'www.'}"
    (message,) = (each.message for each in validate(write(all=registry("all", body))) if each.code == "CQ313")
    assert "https://www.example.org/news, there spelled https://example.org/news (" in message
