"""Templates in YAML for what a schema requires; and whether a value is valid by a part of a schema."""

from __future__ import annotations

from typing import Any, NamedTuple

from ....models.edtf import EdtfDate
from ....schemas.slots import LANGUAGE, TEXT, is_date, resolved, slot
from ....text.inflection import singular
from ...quoting import scalar


class Template(NamedTuple):
    """YAML with slots: words in capitals that the curator replaces."""

    text: str
    slots: tuple[str, ...] = ()


def accepts(schema: dict[str, Any], root: dict[str, Any], value: Any) -> bool:
    """Whether the value is valid by the schema, and, if it is a date, exists in the calendar."""
    from jsonschema import Draft202012Validator

    if not Draft202012Validator({**schema, "$defs": root.get("$defs", {})}).is_valid(value):
        return False
    return not is_date(resolved(schema, root)) or EdtfDate(value).error is None


def template(schema: dict[str, Any], root: dict[str, Any], name: str) -> Template:
    """A template of the minimal value for the field with this name."""
    schema = resolved(schema.get("then", schema), root)  # of a text or an object, the text
    if "const" in schema:
        return Template(scalar(str(schema["const"])))
    if "propertyNames" in schema:
        return Template(f"{{{LANGUAGE}: {TEXT}}}", (LANGUAGE, TEXT))
    match schema.get("type"):
        case "array":
            item = template(schema["items"], root, singular(name))
            return Template(f"[{item.text}]", item.slots)
        case "object":
            return object_template(schema, root, {})
    made = slot(schema, name)
    return Template(made, (made,))


def object_template(schema: dict[str, Any], root: dict[str, Any], given: dict[str, str]) -> Template:
    """A template of an object with its required fields; ``given`` are values in YAML, and come first."""
    properties = schema["properties"]
    needed = schema.get("required", []) or ([] if given else list(properties)[:1])
    made = {name: Template(text) for name, text in given.items()}
    made |= {name: template(properties[name], root, name) for name in needed if name not in made}
    text = ", ".join(f"{name}: {made[name].text}" for name in [*given, *(each for each in needed if each not in given)])
    return Template(f"{{{text}}}", tuple(slot for each in made.values() for slot in each.slots))


def whereabouts(root: dict[str, Any]) -> str:
    """The command that prints this schema."""
    version, kind = root["$id"].split(":")[-2:]
    return f"communique schema show {version} --kind {kind}"
