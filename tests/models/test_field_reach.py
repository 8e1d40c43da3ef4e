"""A field is one line in a model: from there it reaches the schema, the JSON, the tables, the template and the cards.

The cards have a test of their own, in `tests/cards/test_every_field.py`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from communique import models, tables
from communique.authoring import template
from communique.corpus.corpus import Corpus, Entry
from communique.models import RECORD_KINDS, Announcement, Assertion, Model, Passage, Record, walk
from support.every_field import Given, every_field
from support.schema_walk import Json

NOT_IN_TABLES: dict[type[Model], dict[str, str]] = {
    Record: {"kind": "each kind of record has a table of its own"},
    Assertion: {"id": "the key of the row is made from it"},
    Passage: {"id": "the key of the row is made from it"},
}


FIELDS = list(every_field())


def parametrize(fields: Iterable[Given]) -> pytest.MarkDecorator:
    """One test for each model: most of the time of one for each field would be what pytest does around it."""
    by_model: dict[str, list[Given]] = defaultdict(list)
    for each in fields:
        by_model[each.model].append(each)
    return pytest.mark.parametrize("fields", by_model.values(), ids=by_model)


def without(fields: Iterable[Given], has: Callable[[Given], bool]) -> list[str]:
    """The names of the fields for which this does not hold."""
    return [each.field for each in fields if not has(each)]


def is_excused(given: Given) -> bool:
    model = getattr(models, given.model)
    return any(issubclass(model, base) and given.field in names for base, names in NOT_IN_TABLES.items())


def holds(part: Json, whole: Json) -> bool:
    """Whether everything in the part is in the whole, in the same place."""
    if isinstance(part, dict):
        return all(key in whole and holds(value, whole[key]) for key, value in part.items())
    if isinstance(part, list):
        return all(holds(*pair) for pair in zip(part, whole, strict=True))
    return bool(part == whole)


def leaves(value: Json) -> Iterator[str]:
    """Every scalar of a value as text."""
    if isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    else:
        yield str(value)


def is_in_json(given: Given) -> bool:
    record = RECORD_KINDS[given.kind].model_validate(given.document)
    # An object with one field may be a text in what a file would hold, and is none among all values.
    return any(holds(given.document, record.model_dump(exclude_unset=each)) for each in (True, False))


@parametrize(FIELDS)
def test_json_has_them(fields: list[Given]) -> None:
    assert without(fields, is_in_json) == []


def is_in_tables(given: Given) -> bool:
    record = RECORD_KINDS[given.kind].model_validate(given.document)
    rows = [row for found in tables(Corpus((Entry("a.yaml", record),))).values() for row in found]
    cells = [cell for row in rows for cell in row.values()]
    cells += [key.rpartition("/")[2] for row in rows if isinstance(key := row.get("key"), str)]
    opened = [json.loads(cell) for cell in cells if isinstance(cell, str) and cell.startswith("{")]
    # The local id of an assertion is the end of its key.
    local = [str(cell).rpartition("/")[2] for cell in cells]
    return set(leaves(given.value)) <= set(leaves([*cells, *opened, *local]))


@parametrize(each for each in FIELDS if not is_excused(each))
def test_the_tables_have_them(fields: list[Given]) -> None:
    assert without(fields, is_in_tables) == []


@cache
def shown_in_template() -> dict[str, set[str]]:
    """The fields that the template has as YAML, by the name of the model."""
    text = template.skeleton("example", Path("example.yaml")).partition("\n")[2]
    record = Announcement.model_validate(yaml.safe_load(re.sub(r"^( *)# ", r"\1", text, flags=re.MULTILINE)))
    found: dict[str, set[str]] = defaultdict(set)
    for _, model in walk(record):
        found[type(model).__name__] |= model.model_fields_set
    return found


@cache
def unfolded_template() -> str:
    return template.skeleton("example", Path("example.yaml")).replace("\n##     ", " ")


def is_in_template(given: Given) -> bool:
    model: type[Model] = getattr(models, given.model)
    own = f"\n##   {given.field}: {model.model_fields[given.field].description}"
    named = f" Fields: {', '.join(model.field_order())}."
    return given.field in shown_in_template()[given.model] or own in unfolded_template() or named in unfolded_template()


@parametrize(each for each in FIELDS if each.kind == "announcement")
def test_the_template_has_them(fields: list[Given]) -> None:
    assert without(fields, is_in_template) == []
