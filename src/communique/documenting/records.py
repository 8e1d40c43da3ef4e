"""A page per kind of record and per object in it: every field, with meaning, type, codes and an example.

Everything is from the JSON Schema of the models, so that the pages describe what a validator checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ..models import RECORD_KINDS, SCHEMA_VERSION
from ..schemas.described import Field, definitions, fields, objects, users, words
from .field_facts import CODELISTS_BY_MODEL, constraints, facts, type_of
from .markdown import code, page, table

FOLDER = "reference/records"

_HEAD = f"""# Records

Every field of schema {SCHEMA_VERSION}. A record is a YAML or JSON file of one of three kinds; the other pages are about
the objects inside a record. Objects are closed: a field that is not listed is an error."""

_VALUES = """# Values with a fixed format

These types are used by the fields of many objects. A value is the whole text of the field: nothing is trimmed or
converted."""

_ESCAPES = str.maketrans({"\t": r"\t", "\r": r"\r", "\n": r"\n"})


def pages() -> Iterator[tuple[str, str]]:
    """The pages: name below the folder of the documentation, and text."""
    yield f"{FOLDER}/README.md", _overview()
    for name, definition in objects().items():
        yield f"{FOLDER}/{_file(name)}", _object_page(name, definition)
    scalars = {name: each for name, each in definitions().items() if name not in {*objects(), *CODELISTS_BY_MODEL}}
    yield f"{FOLDER}/values.md", page(_VALUES, *(_value_section(*each) for each in sorted(scalars.items())))


def _file(name: str) -> str:
    return f"{words(name).replace(' ', '-')}.md"


def _overview() -> str:
    roots = [model.__name__ for model in RECORD_KINDS.values()]
    parts = sorted(objects().keys() - set(roots))
    return page(_HEAD, "## Kinds of record", _index(roots), "## Objects in a record", _index(parts))


def _index(names: list[str]) -> str:
    rows = [(f"[{words(name)}]({_file(name)})", objects()[name]["description"]) for name in names]
    return table(("object", "meaning"), rows)


def _object_page(name: str, definition: dict[str, Any]) -> str:
    sections = [_field_section(field) for field in fields(name).values()]
    dependent = "\n".join(f"- {line}" for line in constraints(name))
    return page(f"# {words(name).capitalize()}", definition["description"], _uses(name), dependent, *sections)


def _uses(name: str) -> str:
    places = [f"[{words(each.owner)}]({_file(each.owner)}#{each.name})" for each in users().get(name, ())]
    used = f"Used in {', '.join(places)}. " if places else ""
    return f"{used}In Python: `communique.models.{name}`."


def _field_section(field: Field) -> str:
    listed = "\n".join(f"- {label}: {fact}" for label, fact in facts(field, _link))
    example = yaml.safe_dump({field.name: field.example}, allow_unicode=True, sort_keys=False, width=100)
    return page(f"## {field.name}", field.meaning, listed, code("yaml", example)).rstrip("\n")


def _link(name: str) -> str:
    if codelist := CODELISTS_BY_MODEL.get(name):
        return f"a code of [{codelist.list_name}](../codelists.md#{codelist.list_name})"
    if name in objects():
        return f"[{words(name)}]({_file(name)})"
    return f"[{_title(name)}](values.md#{name.lower()})"


def _title(name: str) -> str:
    return re.sub(r"^an? ", "", str(definitions()[name]["title"]))


def _value_section(name: str, schema: dict[str, Any]) -> str:
    known = [f"- Type: {schema['type']}"]
    if "pattern" in schema:
        known.append(f"- Pattern: `{schema['pattern'].translate(_ESCAPES)}`")
    if "maxLength" in schema:
        known.append(f"- Maximum length: {schema['maxLength']} characters")
    if "propertyNames" in schema:
        keys, values = (type_of(schema[each], _link) for each in ("propertyNames", "additionalProperties"))
        known.append(f"- Keys: {keys}; values: {values}")
    example = yaml.safe_dump(schema["examples"][0], allow_unicode=True).removesuffix("...\n")
    title = _title(name)
    return page(
        f"## {name}", f"{title[0].upper()}{title[1:]}. {schema['description']}", "\n".join(known), code("yaml", example)
    ).rstrip("\n")
