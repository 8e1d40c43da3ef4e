"""Schema errors, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ... import schemas
from ...corpus.definitions import definitions
from ...text.json_text import canonical
from ...text.pointer import Pointer

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


class SchemaError(NamedTuple):
    """A keyword of the schema that a value does not satisfy.

    ``schema`` is the object that has the keyword, and ``limit`` its value. ``properties`` are those of the object that
    is, or that contains, the value; ``where`` gives in words the condition under which the keyword applies. ``is_key``
    is true if the value is a key of the object at the pointer. ``holder`` is the object or list that contains the value
    or key, ``root`` the whole schema. ``written`` is the spelling of a number, boolean or null in the file. ``ids`` are
    those that the record defines, and those of its commitments. ``in_json`` is true if the file is JSON. ``text`` is
    the schema of the text that may stand for the object that is expected; empty if none may.
    """

    keyword: str
    limit: Any
    pointer: Pointer
    value: Any
    schema: dict[str, Any]
    properties: dict[str, Any]
    where: str
    is_key: bool
    holder: Any
    root: dict[str, Any]
    written: str
    ids: frozenset[str]
    in_json: bool
    text: dict[str, Any]


def _unique_items(validator: Any, wanted: bool, items: Any, schema: Any) -> Iterator[ValidationError]:
    """``uniqueItems`` in linear time; jsonschema compares every item with every other."""
    if wanted and isinstance(items, list) and len({_canonical(item) for item in items}) < len(items):
        from jsonschema.exceptions import ValidationError

        yield ValidationError("duplicate item")


def _canonical(item: Any) -> str:
    """One text for equal JSON values: 1 and 1.0 are equal, 1 and true are not."""
    if isinstance(item, float) and item.is_integer():
        item = int(item)
    return canonical(item)


def schema_errors(
    data: Any, version: str, kind: str, written: Callable[[Pointer], str], *, in_json: bool
) -> Iterator[SchemaError]:
    """The schema errors of the data by the schema of this version.

    ``written`` gives the spelling in the file of the value at a pointer, if it is not text. It is asked only for an
    error: of a valid file, nobody has to find the places of the nodes.
    """
    validator = _validator(version, kind)
    ids = frozenset([definition.id for definition in definitions("", data)] + [*_commitments(data)])
    for error in validator.iter_errors(data):
        pointer = tuple(error.absolute_path)
        is_key = "propertyNames" in error.absolute_schema_path
        holder = at(data, pointer if is_key else pointer[:-1])
        yield _schema_error(error, schemas.load(version, kind), is_key, holder, written(pointer))._replace(
            ids=ids, in_json=in_json
        )


def _commitments(data: Any) -> Iterator[str]:
    """The ids by which outcomes refer to the commitments of the record."""
    id, commitments = (data.get("id"), data.get("commitments")) if isinstance(data, dict) else (None, None)
    for each in commitments if isinstance(commitments, list) else ():
        local = each.get("id") if isinstance(each, dict) else None
        if isinstance(id, str) and isinstance(local, str):
            yield f"{id}#{local}"


def at(data: Any, pointer: Pointer) -> Any:
    """The value at the pointer."""
    for step in pointer:
        data = data[step]
    return data


@cache
def _validator(version: str, kind: str) -> Any:
    from jsonschema import Draft202012Validator, validators  # only for a record that the models refuse

    validator: Any = validators.extend(Draft202012Validator, {"uniqueItems": _unique_items})  # type: ignore[no-untyped-call]
    return validator(schemas.load(version, kind))


def _schema_error(error: ValidationError, root: dict[str, Any], is_key: bool, holder: Any, written: str) -> SchemaError:
    steps = list(error.absolute_schema_path)
    properties, where = _locate(steps, root)
    return SchemaError(
        keyword=str(error.validator),
        limit=error.validator_value,
        pointer=tuple(error.absolute_path),
        value=error.instance,
        schema=dict(error.schema) if isinstance(error.schema, Mapping) else {},
        properties=properties,
        where=where,
        is_key=is_key,
        holder=holder,
        root=root,
        written=written,
        ids=frozenset(),
        in_json=False,
        text=_text(steps, root),
    )


def _text(steps: list[str | int], root: dict[str, Any]) -> dict[str, Any]:
    """The schema of the text that may stand for the object at the end of the path."""
    if steps[-2:] != ["else", "type"]:
        return {}
    node: Any = root
    for step in steps[:-2]:
        node = _resolved(node, root)[step]
    text: dict[str, Any] = _resolved(node["then"], root)
    return text


def _resolved(node: Any, root: dict[str, Any]) -> Any:
    while "$ref" in node:
        node = root["$defs"][node["$ref"].rpartition("/")[2]]
    return node


def _locate(steps: list[str | int], root: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Follow the path of an error through the schema, to the object whose properties it is about.

    The path does not contain "$ref" and "if".
    """
    node: Any = root
    properties: dict[str, Any] = {}
    for index, step in enumerate(steps):
        node = _resolved(node, root)
        properties = node.get("properties", properties)
        if step == "allOf":
            branch = node["allOf"][steps[index + 1]]
            return properties, _condition(branch["if"], holds="then" in steps[index:])
        if index < len(steps) - 1:
            node = node[step]
        if step == "properties":
            node = {"properties": properties, **node}
    return properties, ""


def _condition(test: dict[str, Any], *, holds: bool) -> str:
    """An ``if`` in words."""
    (field,) = test["required"]
    values = test.get("properties", {}).get(field, {}).get("enum")
    if values:
        return f" where {field} is {'' if holds else 'not '}{' or '.join(values)}"
    return f" where {field} is {'given' if holds else 'not given'}"
