"""The sources, actors, instruments and occasions in notes: what the corpus has is found, and the rest is defined."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..adding.link import Link
from ..adding.sources import NewSources, Wishes
from ..adding.things import NewThings
from ..authoring.new_ids import source_id, taken_ids
from ..codelists import SourceType
from ..text.inflection import plural
from ..text.lines import Position
from .item import Item
from .names import NotedNames

if TYPE_CHECKING:
    from ..adding.addition import Additions
    from ..adding.remark import Remarks
    from ..corpus.corpus import Corpus

DEFINED = {"sources": "source", "actors": "actor", "instruments": "instrument", "occasions": "occasion"}
"""The lists of a record with definitions, and the kind of thing in each, in the order in which they are read."""

_IF_ALIKE = "use that id; if it is another one, give it an id of its own, as in id: example-ministry"
_NOT_UNDERSTOOD = "not-understood"
"""The id of what is not understood, so that what refers to it is: nothing is written then."""

_NAMES = ("id", "type", "country")


class Definitions:
    """Gathers what notes define.

    ``ending`` is what the ids of sources end with. If it is empty, they end as those of the record at the path ``to``
    do, or with words of the title.
    """

    def __init__(self, corpus: Corpus, names: NotedNames, remarks: Remarks, ending: str, to: str) -> None:
        self.known: list[str] = []
        self._names, self._remarks, self._ending = names, remarks, ending
        self._corpus, self._taken = corpus, taken_ids(corpus)
        self._labels: dict[tuple[str, str], tuple[str, int]] = {}
        self._refused = set[tuple[str, str]]()
        self._sources = NewSources(corpus, Wishes(ending=ending), remarks, to)
        self._things = {
            (kind, is_sure): NewThings(corpus, kind, remarks, force=is_sure, if_alike=_IF_ALIKE)
            for kind in DEFINED.values() if kind != "source" for is_sure in (False, True)
        }  # fmt: skip

    def add(self, kind: str, item: Item, place: Position) -> dict[str, Any] | None:
        """The definition of the thing, if it is new and all is understood; the notes can refer to it from now on."""
        before = {**item.data}
        self._refuse_label_given_twice(kind, item.label, place)
        found, id = self._source(item, place.line) if kind == "source" else self._thing(kind, item, place)
        if not id:
            self._names.add(kind, _NOT_UNDERSTOOD, item.label)
            return None
        for other in self._names.others(kind, item.label, id) if item.label else ():
            if (kind, item.label.casefold()) not in self._refused:
                message = f"the label {item.label} is what the {kind} {other} is called already"
                self._remarks.add_at(place, message, "choose another label")
        self._taken.add(id)
        self._names.add(kind, id, item.label, [*before.get("name", {}).values()])
        if found is None:
            called = item.label or next(iter(before.get("name", {}).values()), before.get("url", id))
            self.known.append(f"known: {called} is {id}{self._other(kind, id, item)}")
            return None
        order = item.model.field_order()
        return {name: found[name] for name in order if name in found}

    def _other(self, kind: str, id: str, item: Item) -> str:
        """In words, what the notes say of a known thing and the corpus does not."""
        thing = getattr(self._corpus, plural(kind)).get(id)
        there = thing.model_dump(mode="json") if thing else item.data
        own = item.data.keys() - item.shared - {"id", "url", "name"}
        other = [name for name in item.data if name in own and there.get(name) != item.data[name]]
        return f"; what the notes say of its {' and '.join(other)} is left out" if other else ""

    def _refuse_label_given_twice(self, kind: str, label: str, place: Position) -> None:
        key = (kind, label.casefold())
        if label and key in self._labels:
            first, line = self._labels[key]
            as_well = "" if first == label else f" as {first}"
            message = f"the label {label} is given twice; line {line} has it{as_well}"
            self._remarks.add_at(place, message, "choose another label for one of them")
            self._refused.add(key)
        elif label:
            self._labels[key] = label, place.line

    def _source(self, item: Item, line: int) -> tuple[dict[str, Any] | None, str]:
        given = {**item.data}
        if url := str(given.pop("url", "")):
            link = Link(url, str(given.get("title", "")), str(given.get("type", "")), line)
            additions = self._sources.additions
            found, id = _added(additions, lambda: self._sources.add(link, given))
            return found, id
        publisher, title = str(given.get("publisher", "")), str(given.get("title", ""))
        without = {"type": str(SourceType.UNKNOWN), "access": "not_read", **given}
        without.setdefault("id", source_id(publisher, "", title, self._ending, self._taken))
        return without, str(without["id"])

    def _thing(self, kind: str, item: Item, place: Position) -> tuple[dict[str, Any] | None, str]:
        """A thing with an id of its own is another one than those with a name like its own."""
        new = self._things[kind, "id" in item.data]
        texts = {**item.data.get("name", {})}
        if not texts:
            self._remarks.add_at(place, f"the {kind} has no name")
            return None, ""
        language = next(iter(texts))
        given = {"name": texts[language], "language": language}
        given |= {name: item.data[name] for name in _NAMES if name in item.data}
        found, id = _added(new.additions, lambda: new.add(given, place.line))
        return ({**found, **item.data, "id": id} if found else None), id


def _added(additions: Additions, add: Callable[[], None]) -> tuple[dict[str, Any] | None, str]:
    """The definition that is added, if one is, and its id or that of the thing that is known."""
    defined, existing = len(additions.definitions), len(additions.existing)
    add()
    if len(additions.definitions) > defined:
        return additions.definitions[-1], str(additions.definitions[-1]["id"])
    return None, additions.existing[-1].id if len(additions.existing) > existing else ""
