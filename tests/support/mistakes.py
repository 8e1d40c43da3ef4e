"""Makes files with mistakes that `--fix` may correct: records in every style, with comments, and what was meant."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import Any

import yaml

from communique import schemas
from communique.fixing import FIXERS
from communique.models import SCHEMA_VERSION
from support.broken_file import Broken, keys_renamed, nodes, put, rename, value_at
from support.yaml_writer import Json, Path, Place, Writer

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
    codes = nodes(made, lambda path, value: isinstance(value, str) and takes_code(path))
    return bool(codes) and put(made, (path := random.choice(codes)), _slip(random, value_at(made.right, path)))


def _field(random: Random, made: Broken, plain: set[Place]) -> bool:
    keys = nodes(made, lambda path, value: isinstance(path[-1], str) and len(path[-1]) > 3)
    return bool(keys) and rename(made, (path := random.choice(keys)), _slip(random, str(path[-1])))


def _kind(random: Random, made: Broken, plain: set[Place]) -> bool:
    return not keys_renamed(made, ("kind",)) and put(made, ("kind",), _slip(random, made.right["kind"]))


def _unknown_name(random: Random, made: Broken, plain: set[Place]) -> bool:
    names = nodes(made, lambda path, value: path[-1] == "field" and isinstance(value, str))
    return bool(names) and put(made, (path := random.choice(names)), _slip(random, value_at(made.right, path)))


def _swap(choices: dict[str, list[str]], names: tuple[str, ...]) -> ParseError:
    def spoil(random: Random, made: Broken, plain: set[Place]) -> bool:
        found = nodes(made, lambda path, value: _field_of(path) in names and value in list(choices))
        return bool(found) and put(
            made, (path := random.choice(found)), random.choice(choices[value_at(made.right, path)])
        )

    return spoil


def _language(random: Random, made: Broken, plain: set[Place]) -> bool:
    tags = {"en": "eng", "fr": "fra", "zh": "zho", "de": "deu", "no": "nor"}
    keys = nodes(made, lambda path, value: isinstance(value, str) and path[-1] in tags)
    return bool(keys) and rename(made, (path := random.choice(keys)), tags[str(path[-1])])


def _case(random: Random, made: Broken, plain: set[Place]) -> bool:
    """A code of a register in the case of another register."""
    names = {"country": str.lower, "language": str.upper, "currency": str.lower, "time_zone": str.lower}
    found = nodes(made, lambda path, value: isinstance(value, str) and _field_of(path) in names)
    if not found:
        return False
    path = random.choice(found)
    return put(made, path, names[_field_of(path)](value_at(made.right, path)))


def _ambiguous(random: Random, made: Broken, plain: set[Place]) -> bool:
    """Not a change of what is said: only how it is written."""
    words = re.compile(r"(?i)yes|no|on|off|y|n|[0-9]+:[0-9]+")
    texts = nodes(made, lambda path, value: isinstance(value, str) and words.fullmatch(value) is not None)
    names = nodes(made, lambda path, value: isinstance(path[-1], str) and words.fullmatch(path[-1]) is not None)
    keys: list[Place] = [(*path, None) for path in names]
    places = [*texts, *keys]
    if not places:
        return False
    plain.add(random.choice(places))
    return True


def _decomposed(random: Random, made: Broken, plain: set[Place]) -> bool:
    def composed(path: Path, value: Json) -> bool:
        return isinstance(value, str) and unicodedata.normalize("NFD", value) != value

    texts = nodes(made, composed)
    if not texts:
        return False
    path = random.choice(texts)
    return put(made, path, unicodedata.normalize("NFD", value_at(made.right, path)))


def _soft_hyphen(random: Random, made: Broken, plain: set[Place]) -> bool:
    texts = nodes(made, lambda path, value: isinstance(value, str) and len(value) > 20)
    if not texts:
        return False
    path = random.choice(texts)
    text = value_at(made.right, path)
    at = random.randrange(1, len(text))
    return put(made, path, f"{text[:at]}\u00ad{text[at:]}")


SHAPE: dict[str, ParseError] = {
    "unknown-code": _code,
    "unknown-field": _field,
    "unknown-kind": _kind,
    "malformed-value": _case,
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
