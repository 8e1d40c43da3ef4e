"""What the names in notes mean: the notes' own labels, ids, and names of things that the corpus or the notes define."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..adding.alike import Names
from ..lexicon.spelling import all_nearest
from ..text.inflection import plural

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus

_MOST = 5
_NAMED = ("actor", "instrument", "occasion")


class NotedNames:
    """The things to which notes can refer."""

    def __init__(self, corpus: Corpus) -> None:
        self._ids: dict[str, set[str]] = defaultdict(set)
        self._labels: dict[tuple[str, str], str] = {}
        self._used = set[tuple[str, str]]()
        for kind in (*_NAMED, "source", "announcement"):
            self._ids[kind] |= {*getattr(corpus, plural(kind))}
        self._names = {kind: Names(getattr(corpus, plural(kind)).values()) for kind in _NAMED}

    def add(self, kind: str, id: str, label: str, names: Iterable[str] = ()) -> None:
        """Take in a thing that the notes define, or give one a label."""
        self._ids[kind].add(id)
        if label:
            self._labels[kind, label] = id
        if kind in self._names:
            self._names[kind].add(id, names)

    def find(self, text: str, kinds: Iterable[str]) -> str:
        """The id of the only thing of these kinds that is called so; empty if there is none or there are several."""
        found = dict.fromkeys(id for kind in kinds for id in self._called(text, kind))
        return next(iter(found)) if len(found) == 1 else ""

    def meant(self, text: str, kinds: Iterable[str]) -> list[str]:
        """The labels, ids and ids of names that may be meant by one that is not found: the most likely first."""
        every = [*kinds]
        labels = all_nearest(text, (label for kind, label in self._labels if kind in every), are_ids=True)
        named = [self._names[kind] for kind in every if kind in self._names]
        found = [*labels, *(id for names in named for id in names.same(text) or names.alike(text))]
        ids = (id for kind in every for id in self._ids[kind])
        return [*dict.fromkeys(found or all_nearest(text, ids, are_ids=True))][:_MOST]

    def others(self, kind: str, label: str, id: str) -> list[str]:
        """The ids of other things that are called like the label of the one with this id."""
        return [each for each in self._called(label, kind) if each != id]

    @property
    def unused(self) -> list[str]:
        """The labels that no item refers to."""
        return [label for kind, label in self._labels if (kind, label) not in self._used]

    def labels(self, kind: str) -> list[str]:
        """The labels that the notes give to things of the kind."""
        return [label for each, label in self._labels if each == kind]

    def _called(self, text: str, kind: str) -> Sequence[str]:
        if label := self._labels.get((kind, text), ""):
            self._used.add((kind, text))
            return [label]
        if text in self._ids[kind]:
            return [text]
        return self._names[kind].same(text) if kind in self._names else []
