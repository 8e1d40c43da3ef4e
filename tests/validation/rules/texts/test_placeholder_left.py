"""Words that a writer leaves for later."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from communique import schemas
from communique.authoring import template
from communique.codelists import CODELISTS
from communique.lexicon.placeholders import SLOTS, TO_BE_FILLED_IN
from communique.models import RECORD_KINDS, SCHEMA_VERSION
from communique.validation.structure.help.template import object_template
from support.reviewed_record import BY_CN, HEAD, REVIEWED, findings, found, whole

LEFT = (
    "TODO|todo.|[TBD]|tba|FIXME: ask|TODO: who?|???|…..|xxx|XXXX|to be added|n/a|(placeholder)|To do|？？|"
    "Lorem ipsum dolor sit amet, consectetur.|?|？|TEXT|NAME|TITLE|SUBJECT|CITY|VALUE"
)


def new_record(status: str) -> str:
    text = template.skeleton("cn-thing-2025", Path("cn-thing-2025.yaml"))
    return text.replace("status: draft", f"status: {status}")


def opened(text: str) -> str:
    """The template with every field open that it offers."""
    return re.sub(r"^( *)# (?!yaml-language-server)", r"\1", text, flags=re.MULTILINE)


def test_a_template_is_clean_as_a_draft_and_not_as_reviewed() -> None:
    assert whole(new_record("draft"), "cn-thing-2025.yaml") == []
    assert whole(new_record("reviewed"), "cn-thing-2025.yaml") == [
        ("placeholder-left", "error", "/title/en"),
        ("other-unexplained", "warning", "/types"),
        ("nobody-takes-part", "error", "/status"),
        ("placeholder-left", "error", "/dates/0/value"),
        ("placeholder-left", "error", "/sources/0/id"),
    ]


def test_every_example_of_the_template_is_a_placeholder() -> None:
    names = {name for name, _, _ in whole(opened(new_record("draft")), "cn-thing-2025.yaml")}
    assert "placeholder-left" not in names
    left = {where for name, _, where in whole(opened(new_record("reviewed")), "cn-thing-2025.yaml") if "left" in name}
    assert {
        "/title/en",
        "/summary/en",
        "/dates/0/value",
        "/occasion",
        "/place/city",
        "/roles/0/actor",
        "/roles/0/capacity/en",
        "/measures/0/instrument",
        "/measures/0/actors/0",
        "/statements/0/speaker",
        "/relations/0/target",
        "/sources/0/title",
        "/sources/0/publisher",
        "/sources/0/url",
        "/actors/0/name/en",
        "/instruments/0/name/en",
        "/occasions/0/name/en",
    } <= left


def test_the_template_has_what_is_taken_for_its_placeholders() -> None:
    text = (files("communique.authoring") / "template.yaml").read_text(encoding="utf-8")
    assert [each for each in TO_BE_FILLED_IN if each not in text] == []


@pytest.mark.parametrize(
    "text",
    LEFT.split("|"),
)
def test_what_a_writer_leaves_for_later(text: str) -> None:
    fields = REVIEWED + BY_CN + f'summary: {{en: "{text}"}}\n'
    assert found(fields) == [("placeholder-left", "error", "/summary/en")]
    assert found(fields.replace("reviewed", "withdrawn")) == []


@pytest.mark.parametrize(
    "text",
    [
        "What is to be done about AI?",
        "Todo list of the ministry",
        "A tool for lorem ipsum is put forward.",
        "XXX",
        "The seat is still to be determined.",
        "Who? What? Why?",
        "Mastodon",
        "ACTION",
        "NAMES",
        "Text",
        "What?",
        "Example of good practice",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert found(REVIEWED + BY_CN + f'summary: {{en: "{text}"}}\n') == []


def test_the_words_of_a_source_are_its_own() -> None:
    date_ = "dates:\n- {role: announced, value: '2025', as_stated: TBC, evidence: [{source: report}]}\n"
    fields = re.sub("dates:\n.*\n", date_, REVIEWED) + BY_CN
    assert found(fields) == []


def test_a_country_whose_code_is_a_word_of_the_template() -> None:
    actor = "{id: a, type: country, country: BY, name: {en: Belarus}}"
    assert whole(f"{HEAD}kind: registry\nid: example\nactors:\n- {actor}\n") == []


def test_a_placeholder_in_a_registry() -> None:
    text = f"{HEAD}kind: registry\nid: example\nactors:\n- {{id: a, type: group, name: {{en: TODO}}}}\n"
    assert whole(text) == [("placeholder-left", "warning", "/actors/0/name/en")]


@pytest.mark.parametrize(
    "text",
    [
        "quantities: [{}]\n",
        "roles: [{}]\n",
        "statements: [{}]\n",
        "actors: [{}]\n",
        "measures: [{attributes: [{}]}]\n",
        "unknown: [{}]\n",
    ],
)
def test_every_word_that_help_leaves_for_a_text_is_a_placeholder(text: str) -> None:
    advices = [advice for finding in findings(text) for advice in finding.advice]
    slots = {slot for advice in advices for slot in advice.slots}
    codes = {codelist.list_name.upper() for codelist in CODELISTS}
    assert slots and slots - codes - {"NUMBER"} <= SLOTS


def test_the_slots_are_those_of_the_schema() -> None:
    roots = [schemas.load(SCHEMA_VERSION, kind) for kind in RECORD_KINDS]
    objects = [(each, root) for root in roots for each in root["$defs"].values() if "properties" in each]
    slots = {slot for each, root in objects for slot in object_template(each, root, {}).slots}
    snippets = [made for each, _ in objects for made in each.get("defaultSnippets", ())]
    slots |= set(re.findall(r"[$]{[0-9]+[:|]([A-Z_]+)", json.dumps(snippets)))
    codes = {each.list_name.upper() for each in CODELISTS}
    assert (slots | {"TITLE", "CITY", "KIND"}) - codes == SLOTS
