"""Which object or field a name means, as people write it: ``source_text``, ``roles.actor``, ``/dates/0/role``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..errors import CommuniqueError
from ..lexicon.field_names import fields_meant
from ..lexicon.field_synonyms import ELSEWHERE
from ..lexicon.spelling import question, squeezed
from ..lexicon.vocabulary import plain
from ..schemas.described import Field, fields, named, objects, words


class UnknownFieldError(CommuniqueError, LookupError):
    """No object or field has the name; the message names what may be meant."""


def word(name: str) -> str:
    """The name of a model as one word of a terminal.

    >>> word("SourceText")
    'source_text'
    """
    return words(name).replace(" ", "_")


def dotted(field: Field) -> str:
    """The object and the name of a field, by which it is found: ``role.actor``."""
    return f"{word(field.owner)}.{field.name}"


def named_object(asked: str) -> str | None:
    """The model of the object with this name, in any spelling; None if there is none."""
    return _objects().get(squeezed(asked))


def found(asked: str, *, required: bool = True) -> list[Field]:
    """The fields that a name or a path means: those of all objects, or of the last object of the path.

    Raises:
        UnknownFieldError: there is none, and one is required.
    """
    parts = [part for part in asked.replace("/", ".").split(".") if part and not part.isdecimal()]
    if not parts:
        raise UnknownFieldError(f"{asked!r} names no field; `communique fields` lists all objects")
    if len(parts) == 1:
        fields_named = list(named(plain(parts[0])))
        if required and not fields_named:
            raise UnknownFieldError(f"no object or field is called {asked!r}; {_meant(parts[0])}")
        return fields_named
    return _inside(_owners(parts[0]), parts[1:])


def completed(begun: str) -> list[str]:
    """The names that begin like this: objects and fields; after a dot, the fields there."""
    start, dot, _ = begun.rpartition(".")
    try:
        names = (
            [f"{start}.{each}" for owner in _owners(start) for each in fields(owner)] if dot else list(_every_name())
        )
    except UnknownFieldError:
        return []
    return [name for name in dict.fromkeys(names) if name.startswith(begun)]


def same(given: Sequence[Field]) -> list[list[Field]]:
    """The fields with the same meaning together."""
    groups: dict[str, list[Field]] = {}
    for each in given:
        groups.setdefault(each.meaning, []).append(each)
    return list(groups.values())


def _inside(owners: Sequence[str], path: Sequence[str]) -> list[Field]:
    """The fields at a path that begins in one of these objects."""
    name = plain(path[0])
    here = [fields(owner)[name] for owner in owners if name in fields(owner)]
    if not here:
        raise UnknownFieldError(_no_field(owners, path[0]))
    if len(path) == 1:
        return here
    targets = [each.target for each in here if each.target in objects()]
    if not targets:
        raise UnknownFieldError(f"{dotted(here[0])} is no object and has no field {path[1]!r}")
    return _inside(targets, path[1:])


def _owners(name: str) -> list[str]:
    """The objects in which a path begins: the object with the name, or those that a field with the name has."""
    if model := named_object(name):
        return [model]
    targets = list(dict.fromkeys(each.target for each in found(name) if each.target in objects()))
    if not targets:
        raise UnknownFieldError(f"the field {name} has no fields of its own")
    return targets


def _no_field(owners: Sequence[str], name: str) -> str:
    known = list(dict.fromkeys(field for owner in owners for field in fields(owner)))
    meant = fields_meant(name, known)
    return f"{words(owners[0])} has no field {name!r}; {question(*meant) if meant else 'it has ' + ', '.join(known)}"


def _meant(name: str) -> str:
    """What a name may mean that no object and no field has."""
    meant = fields_meant(name, _every_name())
    if meant:
        return question(*meant, instead_of=name)
    return ELSEWHERE.get(plain(name), "`communique fields` lists all objects")


@cache
def _every_name() -> tuple[str, ...]:
    """The names of all objects and fields."""
    inside = (field for owner in objects() for field in fields(owner))
    return tuple(dict.fromkeys([*map(word, objects()), *inside]))


@cache
def _objects() -> dict[str, str]:
    return {squeezed(word(name)): name for name in objects()}
