"""What a corpus says of an id: where it is defined, into what it was merged, and which ids of a record are in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .. import models
from ..corpus.definitions import Definition, duplicates
from .aspects import DEFINED, USED

if TYPE_CHECKING:
    from ..text.pointer import Pointer
    from .context import Context
    from .summary import Summary

Wanted = tuple[str, tuple[str, ...]]
"""An id that is referred to, and the kinds of things that it may be."""


def claims(context: Context, id: str) -> list[Definition]:
    """Every definition of the id, and every claim that it is a former id."""
    found = context.at(DEFINED, id)
    return [Definition(id, each.kind, own.path, each.pointer, each.merged_into) for own, each in found]


def definitions_of(context: Context, id: str) -> list[Definition]:
    """Every definition of the id."""
    return [each for each in claims(context, id) if not each.merged_into]


def successors(context: Context, id: str, kinds: Iterable[str]) -> list[str]:
    """The ids of these kinds into which this one was merged; empty if the id is still defined."""
    found = claims(context, id)
    if any(not each.merged_into for each in found):
        return []
    return [each.merged_into for each in found if each.kind in kinds]


_MOST_KNOWN = 20_000
"""Answers that are kept: records near each other refer to the same ids."""


class Undefined:
    """What records refer to and is not defined. For records near each other, an id is looked up once.

    That needs no note: it is known that a record looks up the definitions of what it refers to.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[Wanted, bool] = {}
        self._found: tuple[Summary | None, list[Wanted]] = None, []

    def of(self, own: Summary) -> list[Wanted]:
        """What the record refers to; several rules ask for one record after another."""
        if self._found[0] is not own:
            known = self._known
            wanted = [(id, used.kinds) for id, used in own.of(USED)]
            self._found = own, [each for each in wanted if not (known[each] if each in known else self._is_known(each))]
        return self._found[1]

    def _is_known(self, wanted: Wanted) -> bool:
        id, kinds = wanted
        others = self._context.with_key(DEFINED, id)
        found = any(each.kind in kinds and not each.merged_into for own in others for each in own.at(DEFINED, id))
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[wanted] = found
        return found


def references_in(own: Summary, context: Context) -> dict[Wanted, list[Pointer]]:
    """Where the record refers to each id, as one of these kinds of things. It is read again for this."""
    found: dict[Wanted, list[Pointer]] = {}
    record = context.record(own.path)
    for pointer, id, kinds in models.references(record) if record else ():
        found.setdefault((id, kinds), []).append(pointer)
    return found


class Conflicts(NamedTuple):
    """What is to be reported of an id with several claims: by path, pairs of a claim and another one beside it.

    ``first`` is the first definition of the id; ``definitions`` are pairs of definitions, ``claims`` all other pairs.
    """

    first: Definition | None
    definitions: Mapping[str, Sequence[tuple[Definition, Definition]]]
    claims: Mapping[str, Sequence[tuple[Definition, Definition]]]


class Repeats:
    """The ids of records that are defined again, or listed as former ids, elsewhere in the corpus."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._found: tuple[Summary | None, list[str]] = None, []

    def of(self, own: Summary) -> list[str]:
        """The ids of this record; several rules ask for one record after another."""
        if self._found[0] is not own:
            self._found = own, self._repeated(own)
        return self._found[1]

    def conflicts(self, id: str) -> Conflicts:
        """The claims to the id that are to be reported; they are looked up once for all files."""
        return self._context.once(_conflicts, id)

    def _repeated(self, own: Summary) -> list[str]:
        ids = [id for id, _ in own.of(DEFINED)]
        found = self._context.repeated(DEFINED, ids)
        if len(ids) > len(set(ids)):
            found += [id for id, count in Counter(ids).items() if count > 1]
        return list(dict.fromkeys(found))


def _conflicts(context: Context, id: str) -> Conflicts:
    found = claims(context, id)
    defined = [each for each in found if not each.merged_into]
    repeated = [*duplicates(defined)]
    reported = {each for each, _ in repeated}
    has_former = len(found) > len(defined)
    others = [pair for pair in duplicates(found) if pair[0] not in reported] if has_former else []
    return Conflicts(next(iter(defined), None), _by_path(repeated), _by_path(others))


def _by_path(pairs: Iterable[tuple[Definition, Definition]]) -> dict[str, list[tuple[Definition, Definition]]]:
    found: dict[str, list[tuple[Definition, Definition]]] = {}
    for pair in pairs:
        found.setdefault(pair[0].path, []).append(pair)
    return found
