"""Makes files with mistakes that `--fix` may correct: records in every style, with comments, and what was meant."""

from __future__ import annotations

import copy
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import yaml
from documents import paths

from communique import schemas
from communique.fixing import FIXERS
from communique.models import SCHEMA_VERSION

Json = Any
Path = tuple[str | int, ...]
Place = tuple[str | int | None, ...]
"""A path; one that ends in ``None`` stands for a key."""

MADE = """
schema_version: 0.2.0
kind: announcement
id: example
title: {en: An exämple, fr: "Un exemple: à lire", zh: 例子}
types: [speech, joint_statement]
status: draft
note: "One, two # three; it's “four”."
summary: {en: "Line one of a longer text that is written on several lines, now and then.\\nAnd a second one.\\n"}
place: {city: Malmö, country: GB}
dates:
- {role: announced, value: '2025-07-26', evidence: [{source: report}]}
roles:
- {actor: cn-mfa, role: announcer, evidence: [{source: report}]}
quantities:
- {subject: operations, value: 12, comparator: about, evidence: [{source: report}]}
- {subject: people, value: 1.0, comparator: at_most, evidence: [{source: report, quote: 'No'}]}
unknown:
- {field: quantities, reason: not_stated}
- {field: place, reason: not_seen}
actors:
- {id: cn-mfa, former_ids: [china-mfa], type: government_body, name: {en: Foreign ministry}, country: CN}
- {id: 'no', type: country, name: {en: Norway, 'no': Norge}, country: 'NO'}
sources:
- {id: report, type: news, access: full_text, language: en, title: 'Café — a report, No 12',
   identifiers: [{scheme: doi, value: 10.1000/182}]}
extensions: {org.example: {flags: [true, false, null, 0, 1, 1.5, '1', 'true', '~', '']}}
"""


@dataclass
class Broken:
    """A file with mistakes.

    ``right`` is the data that was meant, and ``changed`` the places at which the file says something else; with
    ``None`` at the end, an object of which a key is another.
    """

    text: str
    path: str
    right: Json
    wrong: Json
    mistakes: list[str]
    changed: set[Place] = field(default_factory=set)

    @property
    def content(self) -> bytes:
        return self.text.encode()


def broken(seed: int, bases: list[Json]) -> Broken:
    """The file that belongs to the number: the same one every time."""
    random = Random(seed)
    right = yaml.safe_load(MADE) if random.random() < 0.75 else copy.deepcopy(random.choice(bases))
    made = Broken("", random.choice(["a.yaml", "a.yaml", "a.yaml", "a.yaml", "a.json"]), right, None, [])
    made.wrong = copy.deepcopy(right)
    group = {name: spoil for name, spoil in random.choice([SHAPE, MEANING]).items() if name in FIXERS}
    plain: set[Place] = set()
    for _ in range(random.randint(1, 6)):
        name = random.choice(list(group))
        if group[name](random, made, plain):
            made.mistakes.append(name)
    made.text = Writer(random, plain).write(made.wrong, made.path)
    for name, spoil in LAYOUT.items():
        if random.random() < 0.3 and spoil(random, made):
            made.mistakes.append(name)
    return made


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


# Mistakes in what is written, before it is written. Each says whether there was a place for it.

ParseError = Callable[[Random, Broken, set[Place]], bool]


def _slip(random: Random, word: str) -> str:
    """The word with a slip of the keyboard, or as people write it who do not look it up."""
    at = random.randrange(len(word))
    letter = random.choice("abcdefghijklmnopqrstuvwxyz")
    return random.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            word.replace("_", " ").capitalize(),
            word.replace("_", " "),
            word.replace("_", "-").title(),
            word.replace("_", "  "),
            word.upper(),
            word.replace("e", "\u0435", 1),
        ]
    )


def _at(data: Json, path: Path) -> Json:
    for step in path:
        data = data[step]
    return data


def _put(made: Broken, path: Path, value: str) -> bool:
    if path in made.changed or _at(made.wrong, path) == value:
        return False
    _at(made.wrong, path[:-1])[path[-1]] = value
    made.changed.add(path)
    return True


def _rename(made: Broken, path: Path, name: str) -> bool:
    """Once for each object, so that the paths of what was meant can still be followed by position."""
    *above, old = path
    holder = _at(made.wrong, tuple(above))
    if any(each[: len(above)] == tuple(above) for each in made.changed) or name in holder or not name.strip():
        return False
    entries = [(name if key == old else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(entries)
    made.changed.add((*above, None))
    return True


def _keys_renamed(made: Broken, path: Path) -> bool:
    return any((*path[:depth], None) in made.changed for depth in range(len(path)))


def _nodes(made: Broken, wanted: Callable[[Path, Json], bool]) -> list[Path]:
    every = [path for path in paths(made.right)[1:] if not _keys_renamed(made, path)]
    return [path for path in every if "extensions" not in path and wanted(path, _at(made.right, path))]


def _field_of(path: tuple[Any, ...]) -> str:
    return str(next(step for step in reversed(path) if isinstance(step, str)))


def takes_code(path: tuple[Any, ...]) -> bool:
    """Whether a code belongs at the path."""
    return _field_of(path) in {*_CODED, "kind", "field", "value"}


def _coded() -> frozenset[str]:
    """The names of fields that take codes."""
    found = set()
    for kind in ("announcement", "registry", "dataset"):
        defs = schemas.load(SCHEMA_VERSION, kind)["$defs"]
        for each in (schemas.load(SCHEMA_VERSION, kind), *defs.values()):
            for name, described in each.get("properties", {}).items():
                if "enum" in _resolved(described, defs) or "enum" in _resolved(described.get("items", {}), defs):
                    found.add(name)
    return frozenset(found)


def _resolved(schema: Json, defs: Json) -> Json:
    return defs[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


_CODED = _coded()


def _code(random: Random, made: Broken, plain: set[Place]) -> bool:
    codes = _nodes(made, lambda path, value: isinstance(value, str) and takes_code(path))
    return bool(codes) and _put(made, (path := random.choice(codes)), _slip(random, _at(made.right, path)))


def _field(random: Random, made: Broken, plain: set[Place]) -> bool:
    keys = _nodes(made, lambda path, value: isinstance(path[-1], str) and len(path[-1]) > 3)
    return bool(keys) and _rename(made, (path := random.choice(keys)), _slip(random, str(path[-1])))


def _kind(random: Random, made: Broken, plain: set[Place]) -> bool:
    return not _keys_renamed(made, ("kind",)) and _put(made, ("kind",), _slip(random, made.right["kind"]))


def _unknown_name(random: Random, made: Broken, plain: set[Place]) -> bool:
    names = _nodes(made, lambda path, value: path[-1] == "field" and isinstance(value, str))
    return bool(names) and _put(made, (path := random.choice(names)), _slip(random, _at(made.right, path)))


def _swap(choices: dict[str, list[str]], names: tuple[str, ...]) -> ParseError:
    def spoil(random: Random, made: Broken, plain: set[Place]) -> bool:
        found = _nodes(made, lambda path, value: _field_of(path) in names and value in list(choices))
        return bool(found) and _put(made, (path := random.choice(found)), random.choice(choices[_at(made.right, path)]))

    return spoil


def _language(random: Random, made: Broken, plain: set[Place]) -> bool:
    tags = {"en": "eng", "fr": "fra", "zh": "zho", "de": "deu", "no": "nor"}
    keys = _nodes(made, lambda path, value: isinstance(value, str) and path[-1] in tags)
    return bool(keys) and _rename(made, (path := random.choice(keys)), tags[str(path[-1])])


def _ambiguous(random: Random, made: Broken, plain: set[Place]) -> bool:
    """Not a change of what is said: only how it is written."""
    words = re.compile(r"(?i)yes|no|on|off|y|n|[0-9]+:[0-9]+")
    texts = _nodes(made, lambda path, value: isinstance(value, str) and words.fullmatch(value) is not None)
    names = _nodes(made, lambda path, value: isinstance(path[-1], str) and words.fullmatch(path[-1]) is not None)
    keys: list[Place] = [(*path, None) for path in names]
    places = [*texts, *keys]
    if not places:
        return False
    plain.add(random.choice(places))
    return True


def _decomposed(random: Random, made: Broken, plain: set[Place]) -> bool:
    def composed(path: Path, value: Json) -> bool:
        return isinstance(value, str) and unicodedata.normalize("NFD", value) != value

    texts = _nodes(made, composed)
    if not texts:
        return False
    path = random.choice(texts)
    return _put(made, path, unicodedata.normalize("NFD", _at(made.right, path)))


def _soft_hyphen(random: Random, made: Broken, plain: set[Place]) -> bool:
    texts = _nodes(made, lambda path, value: isinstance(value, str) and len(value) > 20)
    if not texts:
        return False
    path = random.choice(texts)
    text = _at(made.right, path)
    at = random.randrange(1, len(text))
    return _put(made, path, f"{text[:at]}\u00ad{text[at:]}")


SHAPE: dict[str, ParseError] = {
    "unknown-code": _code,
    "unknown-field": _field,
    "unknown-kind": _kind,
    "ambiguous-scalar": _ambiguous,
    "not-nfc": _decomposed,
    "unsafe-character": _soft_hyphen,
}
MEANING: dict[str, ParseError] = {
    "unknown-names-no-field": _unknown_name,
    "merged-id": _swap({"cn-mfa": ["china-mfa"]}, ("actor",)),
    "unknown-country-code": _swap({"GB": ["UK"]}, ("country",)),
    "unknown-language-tag": _language,
    "untidy-identifier": _swap({"10.1000/182": ["https://doi.org/10.1000/182", "doi:10.1000/182"]}, ("value",)),
    "ambiguous-scalar": _ambiguous,
    "not-nfc": _decomposed,
}


# Mistakes in how the file is written.


def _trailing(random: Random, made: Broken) -> bool:
    lines = made.text.splitlines(keepends=True)
    for _ in range(random.randint(1, 5)):
        at = random.randrange(len(lines))
        bare = lines[at].rstrip("\r\n")
        lines[at] = bare + random.choice([" ", "  ", "\t", " \t"]) + lines[at][len(bare) :]
    made.text = "".join(lines)
    return True


def _tabs(random: Random, made: Broken) -> bool:
    lines = made.text.splitlines(keepends=True)
    indented = [number for number, line in enumerate(lines) if line.startswith("  ") and line.strip()]
    if not indented or random.random() < 0.7 or made.path.endswith(".json"):
        return False
    for at in random.sample(indented, min(len(indented), random.choice([1, 1, 2, 5, 1000]))):
        bare = lines[at].lstrip(" ")
        width = len(lines[at]) - len(bare)
        lines[at] = random.choice(["\t" * (width // 2), "\t", " " * (width - 2) + "\t"]) + bare
    made.text = "".join(lines)
    return True


def _mark(random: Random, made: Broken) -> bool:
    made.text = "\ufeff" + made.text
    return True


LAYOUT: dict[str, Callable[[Random, Broken], bool]] = {
    "trailing-space": _trailing,
    "broken-yaml": _tabs,
    "byte-order-mark": _mark,
}
KNOWN = {*SHAPE, *MEANING, *LAYOUT}
