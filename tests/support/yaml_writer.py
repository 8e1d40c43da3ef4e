"""Writes data as YAML in every style, and reads it again by another reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import yaml

Json = Any
Path = tuple[str | int, ...]
Place = tuple[str | int | None, ...]
"""A path; one that ends in ``None`` stands for a key."""


class Writer:
    """Writes data as YAML or JSON in a style that chance decides, down to each scalar."""

    def __init__(self, random: Random, plain: set[Place]) -> None:
        self._random = random
        self._plain = plain
        self._comments = 0
        self._flow = random.choice([0.0, 0.2, 0.6])
        self._step = random.choice([2, 4])

    def write(self, data: Json, path: str) -> str:
        end = self._random.choice(["\n", "\r\n"])
        if path.endswith(".json"):
            text = json.dumps(data, indent=self._random.choice([None, 2]), ensure_ascii=self._random.random() < 0.5)
            return text.replace("\n", end)
        text = "".join(f"{line}\n" for line in self._mapping(data, (), 0))
        if self._random.random() < 0.1:
            text = text.removesuffix("\n")
        return text.replace("\n", end)

    def _comment(self, chance: float) -> str:
        if self._random.random() > chance:
            return ""
        self._comments += 1
        return f"# c{self._comments} é: 'x' \"y\" #"

    def _mapping(self, data: dict[str, Json], path: Path, indent: int) -> Iterator[str]:
        for key, value in data.items():
            if comment := self._comment(0.06):
                yield " " * indent + comment
            yield from self._entry(" " * indent + self._key(key, (*path, key)) + ":", value, (*path, key), indent)

    def _entry(self, head: str, value: Json, path: Path, indent: int) -> Iterator[str]:
        """A key or a dash with what belongs to it."""
        if isinstance(value, dict | list) and value and self._random.random() >= self._flow:
            comment = self._comment(0.06)
            yield f"{head} {comment}" if comment else head
            if isinstance(value, dict):
                yield from self._mapping(value, path, indent + self._step)
            else:
                yield from self._list(value, path, indent + self._random.choice([0, self._step]))
            return
        lines = self._flow_value(value, path, indent) if isinstance(value, dict | list) else None
        lines = lines or self._scalar(value, path, indent, flow=False)
        first, *rest = lines
        comment = "" if first[0] in "|>" or rest else self._comment(0.1)
        yield f"{head} {first}" + (f"  {comment}" if comment else "")
        yield from rest

    def _list(self, data: list[Json], path: Path, indent: int) -> Iterator[str]:
        for index, value in enumerate(data):
            head, inner = " " * indent + "-", (*path, index)
            if isinstance(value, dict) and value and self._random.random() >= self._flow:
                first, *rest = self._mapping(value, inner, indent + 2)
                if first.lstrip().startswith("#"):
                    yield head
                    yield from (first, *rest)
                else:
                    yield f"{head} {first.lstrip()}"
                    yield from rest
            else:
                yield from self._entry(head, value, inner, indent)

    def _flow_value(self, value: Json, path: Path, indent: int) -> list[str]:
        lines = [""]
        for part in self._flow_parts(value, path, indent):
            if len(lines[-1]) > 40 and self._random.random() < 0.3 and part not in ",]}":
                comment = self._comment(0.2)
                lines[-1] += f" {comment}" if comment else ""
                lines.append(" " * (indent + self._step))
            lines[-1] += part
        return lines

    def _flow_parts(self, value: Json, path: Path, indent: int) -> Iterator[str]:
        if isinstance(value, dict):
            yield "{"
            for number, (key, inner) in enumerate(value.items()):
                yield (", " if number else "") + self._key(key, (*path, key)) + ": "
                yield from self._flow_parts(inner, (*path, key), indent)
            yield "}"
        elif isinstance(value, list):
            yield "["
            for index, inner in enumerate(value):
                yield ", " if index else ""
                yield from self._flow_parts(inner, (*path, index), indent)
            yield "]"
        else:
            yield self._scalar(value, path, indent, flow=True)[0]

    def _key(self, key: str, path: Path) -> str:
        return self._one_line(key, forced=(*path, None) in self._plain)

    def _scalar(self, value: Json, path: Path, indent: int, *, flow: bool) -> list[str]:
        if not isinstance(value, str):
            return [json.dumps(value)]
        several = self._several_lines(value, indent + self._step) if not flow and path not in self._plain else None
        return several or [self._one_line(value, forced=path in self._plain)]

    def _one_line(self, text: str, *, forced: bool) -> str:
        ways = [json.dumps(text, ensure_ascii=self._random.random() < 0.2)]
        if "\n" not in text:
            ways += ["'" + text.replace("'", "''") + "'"]
        if is_plain(text):
            ways += [text] * 3
        return text if forced else self._random.choice(ways)

    def _several_lines(self, text: str, indent: int) -> list[str] | None:
        margin = " " * indent
        body = text.removesuffix("\n").split("\n")
        if self._random.random() < 0.6 or any(line != line.strip() or not line for line in body):
            return None
        head, mark = self._random.choice(["|", ">"]), "" if text.endswith("\n") else "-"
        comment = self._comment(0.2)
        first = f"{head}{mark}" + (f" {comment}" if comment else "")
        if head == ">":
            body = [part for line in body for part in [*self._broken_up(line), ""]][:-1]
        elif len(body) == 1 and is_plain(text) and " " in text and self._random.random() < 0.5:
            first, *body = self._broken_up(text)
        return [first, *(margin + line if line else "" for line in body)]

    def _broken_up(self, line: str) -> list[str]:
        """The line in pieces, which folding puts together again."""
        places = [m.start() for m in re.finditer(r"(?<=[^ ]) (?=[^ #-])", line)]
        if not places:
            return [line]
        at = self._random.choice(places)
        return [line[:at], line[at + 1 :]]


_PLAIN = re.compile(r"[A-Za-z0-9À-ÿ_/][\w./ -]*[\w/]|[A-Za-z_]")
_NOT_TEXT = re.compile(r"(?i)null|true|false|[-+]?[0-9][0-9_.]*(e[-+]?[0-9]+)?|0[xo][0-9a-f]+")


def is_plain(text: str) -> bool:
    """Whether the text can stand without quotes, wherever it is."""
    return bool(_PLAIN.fullmatch(text)) and not _NOT_TEXT.fullmatch(text)


def independent(text: str) -> Json:
    """The data of a YAML text, by PyYAML's composer and the rules of JSON for what is not in quotes."""
    return _value(yaml.compose(text, Loader=yaml.CBaseLoader))


def _value(node: Any) -> Json:
    if isinstance(node, yaml.MappingNode):
        return Pairs((key.value, _value(value)) for key, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(each) for each in node.value]
    if not node.style and _NOT_TEXT.fullmatch(node.value):
        return json.loads(node.value.lower())
    return None if not node.style and not node.value else node.value


class Pairs(list[tuple[str, Json]]):
    """The keys and values of an object in their order, also if a key stands twice."""


def as_pairs(data: Json) -> Json:
    """Plain data in the same form."""
    if isinstance(data, dict):
        return Pairs((key, as_pairs(value)) for key, value in data.items())
    return [as_pairs(each) for each in data] if isinstance(data, list) else data
