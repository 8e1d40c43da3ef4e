"""What every copy of a record needs of its own: whatever rules compare between records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from benchmarks.slots import CAPITAL, SMALL, TAG_LENGTH, TITLE
from communique.codelists import ActorType, IdentifierScheme
from communique.models import (
    Actor,
    Announcement,
    Entity,
    Identifier,
    NamedEntity,
    OtherName,
    Outcome,
    Record,
    Source,
    commitment_parts,
    references,
    walk,
)
from communique.models.base import Model
from communique.text.pointer import Pointer

_LONG_ID = 9


class Ending(NamedTuple):
    """What the end of a value becomes: so many characters go, and these come."""

    cut: int
    added: str


Ids = Mapping[str, Ending]


def endings_of_ids(ids: Iterable[str]) -> dict[str, Ending]:
    """How each id becomes the copy's own: the tag takes the place of letters if the id stays one of a kind so.

    >>> endings_of_ids(["waic-proposal-2025", "us"]) == {
    ...     "waic-proposal-2025": Ending(8, f"{SMALL}-2025"), "us": Ending(0, SMALL)
    ... }
    True
    """
    parted = {id: re.fullmatch(r"(.+?)((?:-\d{4})?)", id) for id in ids}
    stems = {id: (match[1], match[2]) for id, match in parted.items() if match}
    cut = {id: (stem[:-TAG_LENGTH], year) for id, (stem, year) in stems.items() if len(stem) >= _LONG_ID}
    uses = Counter([*stems.values(), *cut.values()])
    found = {}
    for id, (_, year) in stems.items():
        fits = id in cut and uses[cut[id]] == 1
        found[id] = Ending(len(year) + (TAG_LENGTH if fits else 0), SMALL + year)
    return found


def endings(record: Record, ids: Ids) -> Iterator[tuple[Pointer, Ending]]:
    """The values in a record that are to be the copy's own."""
    for reference in references(record):
        yield reference.pointer, ids[reference.id]
    for pointer, model in walk(record):
        if isinstance(model, Record | Entity):
            yield (*pointer, "id"), ids[model.id]
        if isinstance(model, Outcome):
            yield (*pointer, "commitment"), _of_commitment(model.commitment, ids)
        for field, ending in _endings(model):
            yield (*pointer, *field), ending


def _of_commitment(id: str, ids: Ids) -> Ending:
    """The ending of the id of a commitment, of which the first part is that of an announcement."""
    announcement, local = commitment_parts(id)
    ending = ids[announcement]
    return Ending(ending.cut + len(f"#{local}"), f"{ending.added}#{local}")


def _endings(model: Model) -> Iterator[tuple[Pointer, Ending]]:
    if isinstance(model, Announcement):
        yield from ((("title", language), _NAME) for language in model.title)
    if isinstance(model, NamedEntity):
        yield from ((("name", language), _NAME) for language in model.name)
    if isinstance(model, OtherName):
        yield ("name",), _NAME
    if isinstance(model, Identifier):
        if model.scheme in _WITHOUT_ROOM:
            yield ("scheme",), Ending(len(model.scheme), IdentifierScheme.DOCUMENT_NUMBER)
        elif model.scheme is not IdentifierScheme.DOCUMENT_NUMBER:
            yield ("value",), Ending(0, f"/{CAPITAL}")
    if isinstance(model, Entity) and model.url:
        yield ("url",), _own_page(model.url)
    if isinstance(model, Source) and model.archived_url:
        yield ("archived_url",), _own_page(model.archived_url)
    if isinstance(model, Actor) and model.type is ActorType.COUNTRY:
        # Two countries never have one code, so that the copies are groups, which need no name in their own language.
        yield ("type",), Ending(len(model.type), ActorType.GROUP)


_NAME = Ending(0, f" {TITLE}")
_WITHOUT_ROOM = {IdentifierScheme.FEDERAL_REGISTER, IdentifierScheme.RIN}
"""Schemes in whose format a tag has no place. Of document numbers two may be the same."""


def _own_page(url: str) -> Ending:
    """The address with a folder of the copy's own behind the host."""
    path = re.sub("^[a-z]+://[^/?#]+/?", "", url)
    return Ending(len(path), f"{'' if url[: len(url) - len(path)].endswith('/') else '/'}{SMALL}/{path}")
