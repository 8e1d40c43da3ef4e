"""What the schema says to editors: messages for people instead of patterns, and snippets of assertions and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from communique import schemas
from communique.codelists import CODELISTS
from communique.models import RECORD_KINDS, SCHEMA_VERSION, Assertion, Evidence, Model
from communique.reading import read_bytes
from communique.schemas.flat import flat
from communique.schemas.for_editors import KEYWORDS
from communique.validation.engine import check

Json = Any

ROOTS = {kind: schemas.load(SCHEMA_VERSION, kind) for kind in RECORD_KINDS}
DEFINITIONS = {name: (root, each) for root in ROOTS.values() for name, each in root["$defs"].items()}
SNIPPETS = [(name, made) for name, (_, each) in DEFINITIONS.items() for made in each.get("defaultSnippets", ())]
HEAD = (
    f"schema_version: {SCHEMA_VERSION}\nkind: announcement\nid: example\ntitle: {{en: A}}\ntypes: [other]\n"
    'status: draft\ndates: [{role: announced, value: "2025-07-26"}]\n'
)


def nodes(node: Json) -> Iterator[dict[str, Json]]:
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(each)


def models(above: type[Model] = Model) -> Iterator[type[Model]]:
    for each in above.__subclasses__():
        yield each
        yield from models(each)


def test_every_text_with_a_pattern_says_in_words_what_was_expected() -> None:
    # A ``not`` has a pattern too, of what no text may be: the text around it has the message.
    found = [each for root in ROOTS.values() for each in nodes(root) if "pattern" in each and each != {"pattern": "\n"}]
    assert len(found) > 20
    for each in found:
        for keyword in ("patternErrorMessage", "errorMessage"):
            assert each[keyword].startswith(f"expected {each['title']}; ")
            assert each["pattern"] not in each[keyword] and len(each[keyword]) < 300


def test_the_message_of_a_date_shows_a_date() -> None:
    assert '"2025-07-26"' in DEFINITIONS["EdtfDate"][1]["patternErrorMessage"]


def test_every_list_of_codes_names_the_codes_and_the_command_that_explains_them() -> None:
    for codelist in CODELISTS:
        message = DEFINITIONS[codelist.__name__][1]["errorMessage"]
        assert message.startswith(f"expected {codelist.schema_title()}; `communique codes {codelist.list_name}`")
        assert message.endswith(", ".join(codelist))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("url: www x", "Url"),
        ("place: {country: Erewhon}", "CountryCode"),
        ("relations: [{type: follows, target: a, basis: stated, interval: soon}]", "Duration"),
        ("statements: [{nature: context, text: {klingonese: x}}]", "LanguageTag"),
        ("statements: [{nature: context, text: {en: x}, date: soon}]", "EdtfDate"),
        ("money: [{flow: share, comparator: about, amount: 1, currency: euros of old}]", "CurrencyCode"),
    ],
)
def test_an_editor_says_what_the_finding_says(fields: str, wrong: str) -> None:
    message = DEFINITIONS[wrong][1]["patternErrorMessage"]
    said = list(check([read_bytes(f"{HEAD}{fields}\n".encode(), "example.yaml")]).findings)
    expected, help = message.removeprefix("expected ").split("; ", 1)
    assert any(f"expected {expected}" in each.message and help == each.help for each in said), [*said]


def test_every_assertion_and_evidence_has_snippets() -> None:
    wanted = {each.__name__ for each in models(Assertion)} | {Evidence.__name__}
    assert wanted == {name for name, _ in SNIPPETS}
    for name, made in SNIPPETS:
        _, schema = DEFINITIONS[name]
        assert set(schema.get("required", ())) <= made["body"].keys() <= schema["properties"].keys()
        assert made["label"] and made["description"] in schema["description"]


def filled(node: Json, schema: Json, root: Json) -> Json:
    """A body of a snippet with a valid value of the schema in every slot."""
    while "$ref" in schema or "then" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema["then"]
    if isinstance(node, list):
        return [filled(each, schema["items"], root) for each in node]
    if "propertyNames" in schema:
        return {"en": "Some words of ours."}
    if isinstance(node, dict):
        return {name: filled(each, schema["properties"][name], root) for name, each in node.items()}
    if "enum" in schema:
        assert node.partition("|")[2].rstrip("|}").split(",")[1:] == schema["enum"]
        return schema["enum"][0]
    return schema["examples"][0] if schema.get("examples") else 1


def left(node: Json) -> Json:
    """A body of a snippet as it is read from YAML, with its slots as they are inserted."""
    if isinstance(node, list):
        return [left(each) for each in node]
    if isinstance(node, dict):
        return {left(name): left(each) for name, each in node.items()}
    return yaml.safe_load(re.sub(r"[$]{[0-9]+[:|]([A-Z_]+)[^}]*}", r"\1", node.removeprefix("^")))


@pytest.mark.parametrize(("name", "snippet"), SNIPPETS)
def test_a_snippet_is_valid_once_its_slots_are_filled(name: str, snippet: Json) -> None:
    root, schema = DEFINITIONS[name]
    validator = Draft202012Validator({**schema, "$defs": root["$defs"]})
    assert [error.message for error in validator.iter_errors(filled(snippet["body"], schema, root))] == []
    assert not validator.is_valid(left(snippet["body"]))


def test_no_structured_output_sees_a_keyword_for_editors() -> None:
    assert not [each for kind in RECORD_KINDS for each in nodes(flat(kind)) if each.keys() & {*KEYWORDS}]
