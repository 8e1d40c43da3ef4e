"""Patterns mean the same in every Python from 3.11 on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import communique

_parser: Any = import_module("re._parser")
_SINGLE = (_parser.LITERAL, _parser.NOT_LITERAL, _parser.ANY, _parser.IN)
ROOT = Path(communique.__file__).parent


def patterns() -> Iterator[tuple[str, str]]:
    """The regular expressions of all modules, each after its place."""
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(("communique", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        if name == "communique.__main__":
            continue
        for each, value in vars(import_module(name)).items():
            is_pattern = isinstance(value, re.Pattern) or type(value).__name__ == "_LazyPattern"
            if is_pattern and isinstance(value.pattern, str):
                yield f"{name}.{each}", value.pattern


def possessive_groups(parsed: Any) -> Iterator[str]:
    """What is possessive or atomic, and more than a single character."""
    for operator, argument in parsed:
        if operator == _parser.ATOMIC_GROUP:
            yield "atomic group"
        elif operator == _parser.POSSESSIVE_REPEAT and (len(argument[2]) != 1 or argument[2][0][0] not in _SINGLE):
            yield "possessive group"
        yield from (each for inner in _inside(argument) for each in possessive_groups(inner))


def _inside(argument: Any) -> Iterator[Any]:
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        yield from (found for each in argument for found in _inside(each))


def test_no_group_is_possessive() -> None:
    """Python before 3.11.5 does not go back to where such a group began if it fails half-way
    (github.com/python/cpython/issues/106052)."""
    found = dict(patterns())
    assert len(found) > 60 and "communique.reading.quick_yaml._LINE" in found
    assert {place: regex for place, regex in found.items() if [*possessive_groups(_parser.parse(regex))]} == {}


@pytest.mark.parametrize(("regex", "count"), [("(?:ab)*+", 1), ("(?>a|b)", 1), ("x(?:[ab]++c)*", 0), ("((a|bc)?+)", 1)])
def test_the_test_finds_them(regex: str, count: int) -> None:
    assert len([*possessive_groups(_parser.parse(regex))]) == count
