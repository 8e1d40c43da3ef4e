"""Which field was probably meant: a misspelt name, or a common name for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....codelists import AttributeName
from ....diagnostics.finding import Advice, Change
from ....lexicon.field_synonyms import ELSEWHERE, FIELD_WORDS
from ....lexicon.spelling import all_nearest, by_likeness, did_you_mean, nearest, question, squeezed, sure
from ....schemas.slots import resolved
from ...remedy import Remedy, key
from ..schema_errors import SchemaError
from .template import accepts, object_template, template, whereabouts

_LIST: dict[str, Any] = {"items": {}}
_FEW = 3  # fields of which one is asked for
_SHORT = 120  # characters of a list that is given whole
_NEAREST = 5  # fields of a longer list


def meant_field(name: str, error: SchemaError) -> Remedy:
    """What to do about a field that the schema does not have for this object."""
    known: dict[str, Any] = error.schema["properties"]
    absent = [each for each in known if each not in error.value]
    if twin := nearest(name, absent):
        if accepts(known[twin], error.root, error.value[name]):
            return key(did_you_mean(name, absent), twin, sure(name, absent))
        return _of_another_kind(did_you_mean(name, absent).replace("did you mean", "this looks like"), twin, error)
    if present := nearest(name, known):
        return Remedy(f"this looks like {present}, which the object already has")
    several = [each for each in all_nearest(name, absent) if accepts(known[each], error.root, error.value[name])]
    if 1 < len(several) <= _FEW:
        return Remedy(question(*several, instead_of=name), tuple(Advice(Change.KEY, each) for each in several))
    return _by_word(name, error) or Remedy(listed(name, list(known), whereabouts(error.root)))


def _of_another_kind(help: str, twin: str, error: SchemaError) -> Remedy:
    made = template(error.schema["properties"][twin], error.root, twin)
    return Remedy(f"{help.replace('?', ',', 1)} whose value has the structure {twin}: {made.text}")


def _by_word(name: str, error: SchemaError) -> Remedy | None:
    """By a common name; None if it is not one."""
    known: dict[str, Any] = error.schema["properties"]
    word = next((each for each in FIELD_WORDS if squeezed(each) == squeezed(name)), "")
    fields = [each for each in FIELD_WORDS.get(word, ()) if each in known]
    suited = [each for each in fields if each not in error.value and _suits(known[each], error, name)]
    if suited:
        description = resolved(known[suited[0]], error.root).get("description", "")
        return key(f"{question(suited[0])} {description}".strip(), suited[0])
    if word in ELSEWHERE and not fields:
        return Remedy(ELSEWHERE[word])
    if fields:
        return _elsewhere_here(word, fields[0], error)
    if squeezed(name) in map(squeezed, AttributeName) and "attributes" in known:
        return Remedy(f"this is an attribute; add it to the list attributes, like - {{name: {name}, value: VALUE}}")
    return Remedy(ELSEWHERE[name]) if name in ELSEWHERE else None


def _elsewhere_here(word: str, field: str, error: SchemaError) -> Remedy:
    """The object has another field for this, perhaps deep inside it."""
    schema = resolved(error.schema["properties"][field], error.root)
    inner = resolved(schema.get("items", schema), error.root)
    names = [name for name in (word, *FIELD_WORDS[word]) if "items" not in inner.get("properties", {}).get(name, _LIST)]
    made = object_template(inner, error.root, {names[0]: names[0].upper()}) if names else None
    text = made.text if made else template(schema, error.root, field).text
    text = f"[{text}]" if made and "items" in schema else text
    what = schema.get("description", "").partition(". ")[0].rstrip(".")
    about = f" ({what[:1].lower()}{what[1:]})" if what else ""
    return Remedy(f"use the field {field} for this{about}, like {field}: {text}")


def _suits(schema: dict[str, Any], error: SchemaError, name: str) -> bool:
    """Whether the value under the wrong name is valid in the field; text that is valid everywhere does not count."""
    schema = resolved(schema, error.root)
    is_text = "string" in schema.get("type", "") and schema.get("title") in ("text", "text on one line", None)
    return not is_text and accepts(schema, error.root, error.value[name])


def listed(name: str, known: Sequence[str], command: str) -> str:
    """The fields; if there are many, those with most in common with the name, and the command that prints all."""
    named = ", ".join(known)
    if len(named) <= _SHORT:
        return f"valid fields: {named}"
    nearest = ", ".join(by_likeness(name, known)[:_NEAREST])
    return f"the nearest of {len(known)} valid fields: {nearest}; `{command}` describes all"
