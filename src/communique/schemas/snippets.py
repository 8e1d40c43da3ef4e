"""Snippets of objects for editors: the required fields and those that people nearly always write.

The slots for values are in capitals, so that what was not filled in is a finding. A code is chosen from a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..models import Model
from ..text.inflection import singular
from .described import words
from .slots import LANGUAGE, TEXT, is_date, resolved, slot

Json = dict[str, Any]


def snippets(model: type[Model], schema: Json, root: Json) -> list[Json]:
    """The snippets of a model whose schema is given, within the schema of a kind of record; none if it has none."""
    return [_snippet(model, schema, root, usual) for usual in model.usual]


def _snippet(model: type[Model], schema: Json, root: Json, usual: Iterable[str]) -> Json:
    wanted = {*schema.get("required", ()), *usual}
    names = [name for name in model.field_order() if name in wanted]
    body = _Body(root)
    return {
        "label": f"{words(model.__name__)}: {', '.join(names)}",
        "description": schema["description"].partition("\n\n")[0],
        "body": {name: body.value(schema["properties"][name], name) for name in names},
    }


class _Body:
    """Makes the values of a snippet, whose slots are numbered in their order.

    A text that begins with ``^`` stands as it is, without quotes of the editor: so numbers get none, and dates get
    theirs in YAML too.
    """

    def __init__(self, root: Json) -> None:
        self._root = root
        self._last = 0

    def value(self, schema: Json, name: str) -> Any:
        schema = resolved(schema.get("then", schema), self._root)  # of a text or an object, the text
        if "enum" in schema:
            return self._stop(f"|{','.join([slot(schema, name), *schema['enum']])}|")
        if "propertyNames" in schema:
            return {self._stop(f":{LANGUAGE}"): self._stop(f":{TEXT}")}
        if "items" in schema:
            return [self.value(schema["items"], singular(name))]
        if "properties" in schema:
            return dict(self._required(schema))
        stop = self._stop(f":{slot(schema, name)}")
        if is_date(schema):
            return f'^"{stop}"'
        return stop if "string" in schema["type"] else f"^{stop}"

    def _required(self, schema: Json) -> Iterator[tuple[str, Any]]:
        for name in schema["required"]:
            yield name, self.value(schema["properties"][name], name)

    def _stop(self, text: str) -> str:
        self._last += 1
        return f"${{{self._last}{text}}}"
