"""What notes say, as fields of a record: the line of the notes of each, and what is not understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ..adding.remark import Remarks
from ..authoring.new_ids import free, slug
from ..codelists import UnknownReason
from ..exporting.tables.field_layout import Layout, fields
from ..lexicon.field_names import fields_meant
from ..models import SCHEMA_VERSION, Announcement, Commitment
from ..models.assertion import Assertion
from ..text.lines import Position
from ..text.pointer import Pointer
from ..validation import registry
from .definitions import DEFINED, Definitions
from .item import Item
from .lines import Entry, Section, joined, sections
from .names import NotedNames
from .order import by_labels
from .slips import misnamed
from .texts import text_fields
from .values import Values

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from ..diagnostics.finding import Finding

_LONGEST_ID = 40
_CHOSEN = ("schema_version", "kind", "id")
_LAYOUT = "begin an item with '- ', a field with its name and a colon, and indent what belongs to a line above"


@dataclass
class Noted:
    """Fields of a record as plain data.

    ``places`` has the place in the notes of each field and item, by its pointer in the record. ``unsure`` are the items
    in which a word was taken for a code, and ``known`` what the corpus defines already. ``broken`` are the pointers of
    the fields and items that are not wholly understood, as ``findings`` say.
    """

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Pointer, Position] = field(default_factory=dict)
    unsure: set[tuple[str, int]] = field(default_factory=set)
    broken: set[Pointer] = field(default_factory=set)
    known: Sequence[str] = ()
    findings: Sequence[Finding] = ()

    def move(self, moved: Mapping[Pointer, Pointer]) -> None:
        """Take other pointers for items."""
        self.places = {(*moved.get(each[:2], each[:2]), *each[2:]): place for each, place in self.places.items()}
        self.broken = {moved.get(each, each) for each in self.broken}

    def at_notes(self, finding: Finding, path: str) -> Finding | None:
        """A finding about the record as one about the line of the notes that says it; None if no line does.

        ``path`` is that of the notes.
        """
        place = next((self.places[each] for each in _pointers(finding) if each in self.places), None)
        return replace(finding, path=path, line=place.line, column=place.column) if place else None

    def is_certain(self, finding: Finding) -> bool:
        """Whether a finding about the record would be there too if the rest of the notes were understood."""
        if not self.findings:
            return True
        added = {(each.text.partition(":")[0],) for each in finding.advice if not finding.pointer}
        return registry.rules()[finding.code].stage.precedes_records and not self.broken & {*_pointers(finding), *added}


def _pointers(finding: Finding) -> Sequence[Pointer]:
    """The field, the item and the list of the record that a finding is about."""
    pointer = tuple(int(each) if each.isdecimal() else each for each in finding.pointer.split("/")[1:])
    return [pointer[:length] for length in (3, 2, 1) if len(pointer) >= length]


class Place(NamedTuple):
    """A record to which notes are added: its path, as the corpus names it, and its data."""

    path: str = ""
    data: Mapping[str, Any] = MappingProxyType({})


NOWHERE = Place()
"""Where a new record is, in which nothing is yet."""


def noted(
    text: str, path: str, corpus: Corpus, *, language: str = "en", ending: str = "", to: Place = NOWHERE
) -> Noted:
    """What notes at ``path`` say, as fields of an announcement: a new one, or the one that they are added ``to``.

    ``language`` is that of its texts, and ``ending`` what the ids of new sources end with. Nothing is in the fields
    but what the notes say, what follows from the address of a source, and ids.
    """
    return _Reading(corpus, Remarks(path), language, ending, to).read(text)


def whole(noted: Noted, id: str) -> dict[str, Any]:
    """The new record with this id that notes make."""
    given = {"schema_version": SCHEMA_VERSION, "kind": "announcement", "id": id, "status": "draft", **noted.data}
    return {name: given[name] for name in Announcement.field_order() if name in given}


class _Reading:
    def __init__(self, corpus: Corpus, remarks: Remarks, language: str, ending: str, to: Place) -> None:
        self._names, self._there = NotedNames(corpus), to.data
        self._remarks, self._values = remarks, Values(self._names, language)
        self._definitions = Definitions(corpus, self._names, remarks, ending, to.path)
        self._fields = {each.name: each for each in fields(Announcement)}
        self._whole = Item(Announcement, self._values, remarks)
        self._found = Noted()

    def read(self, text: str) -> Noted:
        found = [*self._sections(text)]
        order = [*DEFINED]
        found.sort(key=lambda each: order.index(each.name.text) if each.name.text in order else len(order))
        for section in found:
            before = len(self._remarks.findings)
            if self._is_list(section.name.text) and section.head.first.text not in [*UnknownReason]:
                self._take_list(section)
            else:
                self._take_field(section)
                if len(self._remarks.findings) > before:
                    meant = fields_meant(section.name.text, self._fields)
                    self._found.broken |= {(each,) for each in (section.name.text.partition(".")[0], *meant)}
        self._found.data = self._whole.data
        self._found.known, self._found.findings = (
            [*self._definitions.known, *(f"not used: the label {each}" for each in self._names.unused)],
            sorted(self._remarks.findings, key=lambda each: (each.line, each.column)),
        )
        return self._found

    def _is_list(self, name: str) -> bool:
        return name in self._fields and self._fields[name].layout is Layout.OBJECTS

    def _sections(self, text: str) -> Iterator[Section]:
        """The sections; a line that belongs to none is noted."""
        for each in sections(text, self._fields):
            if isinstance(each, Section):
                yield each
            else:
                help = misnamed(each.line.text, self._fields) or _LAYOUT
                self._remarks.add_at(each.line.place, each.why, help)

    def _take_field(self, section: Section) -> None:
        name, place = section.name.text, section.name.place
        self._found.places.setdefault((name.partition(".")[0],), place)
        field = self._fields.get(name)
        if name in _CHOSEN:
            self._remarks.add_at(place, f"{name} is no field of notes", "the command chooses it")
        elif field and section.items and field.layout is not Layout.SCALARS:
            for each in section.items:
                self._remarks.add_at(each.first.place, f"{name} is no list", "write its value behind the colon")
            if any(each.text for each in section.head.lines):
                self._whole.put(section.name, joined(section.head.lines))
        elif field and field.layout is Layout.OBJECT and not section.head.first.text:
            for below in section.head.more:
                inner, colon, _ = below.text.partition(":")
                path = below._replace(text=f"{name}.{inner.strip()}")
                self._whole.put(path, below.cut(len(inner + colon)))
        else:
            self._refuse_swallowed(section)
            for each in section.entries if field else (section.head,):
                self._whole.put(section.name, joined(each.lines))

    def _refuse_swallowed(self, section: Section) -> None:
        """Note each field that belongs to the text above it only because it is indented."""
        for line in section.head.more:
            name = line.text.partition(":")[0]
            if name in self._fields and name != line.text:
                message = f"{name} belongs to {section.name.text} above it, because the line is indented"
                self._remarks.add_at(line.place, message, "begin a field of the record at the margin")

    def _take_list(self, section: Section) -> None:
        name, model = section.name.text, self._fields[section.name.text].type
        self._found.places.setdefault((name,), section.name.place)
        shared, before = Item(model, self._values, self._remarks), len(self._remarks.findings)
        if section.items:
            shared.fill(section.head)
            if shared.label:
                help = "begin the item in a line of its own, with '- '"
                self._remarks.add_at(section.head.first.place, f"the label {shared.label} is before no item", help)
        is_shared_whole = len(self._remarks.findings) == before
        used = set[str]()
        for entry in by_labels(section.entries) if name in DEFINED else section.entries:
            before = len(self._remarks.findings)
            item = Item(model, self._values, self._remarks).fill(entry, shared.data)
            used |= item.shared
            if name in DEFINED:
                data = self._definitions.add(DEFINED[name], item, entry.first.place)
            else:
                data = self._named(item, entry)
            is_sure = item.is_sure and shared.is_sure
            pointer = self._append(name, data, item.places, entry, is_sure=is_sure) if data else (name,)
            if not is_shared_whole or len(self._remarks.findings) > before:
                self._found.broken.add(pointer)

        for text in text_fields(model) if section.items else ():
            if text.name in shared.places and text.name not in used:
                message = f"{text.name} counts for no item below, as each has its own"
                self._remarks.add_at(shared.places[text.name], message, "put it into an item of its own")

    def _append(
        self, name: str, data: dict[str, Any], places: Mapping[str, Position], entry: Entry, *, is_sure: bool
    ) -> tuple[str, int]:
        items = self._whole.data.setdefault(name, [])
        pointer = (name, len(self._there.get(name, ())) + len(items))
        self._found.places[pointer] = entry.first.place
        self._found.places |= {(*pointer, name): place for name, place in places.items()}
        if not is_sure:
            self._found.unsure.add(pointer)
        items.append(data)
        return pointer

    def _refuse_label(self, label: str, entry: Entry, why: str) -> None:
        if label:
            self._remarks.add_at(entry.first.place, why, f"leave out {label} =, or put the text in quotes")

    def _named(self, item: Item, entry: Entry) -> dict[str, Any]:
        """An assertion with its label as its id; a commitment, which has to have one, with an id made of its text."""
        if not issubclass(item.model, Assertion):
            self._refuse_label(item.label, entry, "an item of this list has no label")
            return item.data
        if item.label and item.data.get("id", item.label) != item.label:
            self._refuse_label(item.label, entry, "the item has a label and another id")
        id = item.label or ("" if item.model is not Commitment or "id" in item.data else self._commitment_id(item.data))
        return {"id": id, **item.data} if id else item.data

    def _commitment_id(self, data: dict[str, Any]) -> str:
        there = [*self._there.get("commitments", ()), *self._whole.data.get("commitments", ())]
        apart = dict.fromkeys(("id", "evidence"))
        same = (str(each["id"]) for each in there if {**each, **apart} == {**data, **apart})
        first = slug(next(iter(data.get("text", {}).values()), ""), _LONGEST_ID) or "commitment"
        taken = {each["id"] for each in there}
        return next(same, "") or free(first, taken)
