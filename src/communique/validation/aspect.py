"""Aspects of a record: the small plain facts that the corpus phase knows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from .subject import Subject

F = TypeVar("F", bound=tuple[Any, ...])


@dataclass(frozen=True, eq=False)
class Aspect(Generic[F]):
    """One kind of fact: what `find` yields for a record, each with the key by which it is looked up.

    A fact is a named tuple of texts, numbers, booleans, None, and tuples of these, so that it can be written as JSON
    and read back as it was; ``make`` is its class. The facts of a record depend on nothing but the record.

    A ``shared`` aspect is looked up by the rules over other records too, in an index of its own, or, if its facts are
    about ``definitions`` and their keys are the ids, in that of the definitions. Of a ``compared`` aspect, records look
    up their own keys, to find others that have them; this need not be kept of each, as it follows from the index.

    ``needs`` are keys, texts or codes: a record without any of them has no such fact. If there are none, any may.
    """

    name: str
    make: type[F]
    find: Callable[[Subject], Iterable[tuple[str, F]]]
    shared: bool = True
    definitions: bool = False
    compared: bool = False
    needs: tuple[str, ...] = ()

    @property
    def index(self) -> str:
        """The name of the aspect whose index has its keys."""
        return "defined" if self.definitions else self.name
