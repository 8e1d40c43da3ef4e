"""The rule registry. A rule over records or settings is found by its file below ``rules``; there is no list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from ..diagnostics.rule import Rule, rules_in
from ..files.package_modules import package_modules
from ..reading import rules as reading_rules
from . import rules as rules_by_subject
from .aspect import Aspect
from .aspects import BASIC
from .rule import CorpusRule, RecordRule
from .selection import Selection
from .structure import rules as structure_rules


@cache
def rules() -> Mapping[str, type[Rule]]:
    """Every rule by its code, in order.

    Raises:
        ValueError: two rules have one code.
    """
    found: dict[str, type[Rule]] = {}
    for rule in _found():
        if found.setdefault(rule.code, rule) is not rule:
            raise ValueError(f"{rule.__name__} and {found[rule.code].__name__} both have the code {rule.code}")
    return MappingProxyType(dict(sorted(found.items())))


@cache
def record_rules() -> tuple[RecordRule, ...]:
    """The rules over one record, in the order of their codes."""
    return tuple(cast(type[RecordRule], rule)() for rule in _derived(RecordRule))


def record_rules_for(words: frozenset[str]) -> tuple[RecordRule, ...]:
    """Those of them that a record with these words may break."""
    return _record_rules().of(words)


@cache
def corpus_rules() -> tuple[CorpusRule, ...]:
    """The rules over records in their corpus, in the order of their codes."""
    return tuple(cast(type[CorpusRule], rule)() for rule in _derived(CorpusRule))


@cache
def aspects() -> tuple[Aspect[Any], ...]:
    """Every aspect that a rule looks at, each once.

    Raises:
        ValueError: two aspects have one name.
    """
    each_once: dict[Aspect[Any], None] = dict.fromkeys(BASIC)
    for rule in corpus_rules():
        each_once.update(dict.fromkeys(rule.aspects))
    found = tuple(each_once)
    if twice := [name for name, count in Counter(aspect.name for aspect in found).items() if count > 1]:
        raise ValueError(f"two aspects have the name {twice[0]}")
    return found


def aspects_for(words: frozenset[str]) -> tuple[Aspect[Any], ...]:
    """Those of them that a record with these words may have facts of."""
    return _aspects().of(words)


@cache
def makers() -> Mapping[str, type[tuple[Any, ...]]]:
    """The classes of the facts, by the names of their aspects."""
    return {aspect.name: aspect.make for aspect in aspects()}


@cache
def indexed_aspects() -> tuple[str, ...]:
    """The names of the aspects that have an index of their own."""
    return tuple(aspect.name for aspect in aspects() if aspect.shared and not aspect.definitions)


def find(word: str) -> type[Rule] | None:
    """The rule with this code or name; None if there is none."""
    for code, rule in rules().items():
        if word.upper() == code or word.lower() == rule.name:
            return rule
    return None


@cache
def _record_rules() -> Selection[RecordRule]:
    return Selection(record_rules())


@cache
def _aspects() -> Selection[Aspect[Any]]:
    return Selection(aspects())


def _derived(kind: object) -> Iterator[type[Rule]]:
    """The rules of a kind. If the class is abstract, `issubclass` asks each of its other subclasses, too."""
    return (rule for rule in rules().values() if kind in rule.__mro__)


def _found() -> Iterator[type[Rule]]:
    yield from rules_in(reading_rules)
    yield from rules_in(structure_rules)
    for module in package_modules(rules_by_subject):
        yield from rules_in(module)
