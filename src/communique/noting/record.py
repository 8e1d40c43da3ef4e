"""A record from notes: plain data, where each item of it is in the notes, and what is not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..adding.remark import Remarks
from ..authoring.new_ids import free, slug
from ..exporting.tables.field_layout import Layout, fields
from ..models import SCHEMA_VERSION, Announcement, Commitment, Model
from ..models.assertion import Assertion
from ..text.pointer import Pointer
from .definitions import DEFINED, Definitions
from .item import Item
from .lines import Entry, Section, sections
from .names import KnownNames
from .values import Values

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from ..diagnostics.finding import Finding

_LONGEST_ID = 40
_LAYOUT = "begin an item with '- ', a field with its name and a colon, and indent what belongs to a line above"


@dataclass
class Noted:
    """A record as plain data. ``lines`` has the line of the notes of each field and item, by its pointer; ``unsure``
    the items in which a word was taken for a code, and ``known`` what the corpus defines already."""

    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Pointer, int] = field(default_factory=dict)
    unsure: set[Pointer] = field(default_factory=set)
    known: Sequence[str] = ()
    findings: Sequence[Finding] = ()

    def at_notes(self, finding: Finding, path: str) -> Finding:
        """A finding about the record as one about the line of the notes that says it; ``path`` is that of the notes."""
        pointer = tuple(int(each) if each.isdecimal() else each for each in finding.pointer.split("/")[1:])
        places = (pointer[:length] for length in (2, 1))
        line = next((self.lines[each] for each in places if each in self.lines), 1)
        return replace(finding, path=path, line=line, column=1)


def noted(text: str, path: str, id: str, corpus: Corpus, *, language: str = "en", ending: str = "") -> Noted:
    """The record of the announcement with this id, from notes at ``path``.

    ``language`` is that of its texts, and ``ending`` what the ids of new sources end with. Nothing is in the record
    but what the notes say, what follows from the address of a source, and ids.
    """
    return _Reading(corpus, Remarks(path), language, ending).read(text, id)


class _Reading:
    def __init__(self, corpus: Corpus, remarks: Remarks, language: str, ending: str) -> None:
        names = KnownNames(corpus)
        self._remarks, self._values = remarks, Values(names, language)
        self._definitions = Definitions(corpus, names, remarks, ending)
        self._lists = {each.name: each.type for each in fields(Announcement) if each.layout is Layout.OBJECTS}
        self._whole = Item(Announcement, self._values, remarks)
        self._found = Noted()

    def read(self, text: str, id: str) -> Noted:
        found = [*self._sections(text)]
        order = [*DEFINED]
        found.sort(key=lambda each: order.index(each.name) if each.name in order else len(order))
        for section in found:
            if section.name in self._lists:
                self._take_list(section)
            else:
                self._take_field(section)
        given = {"schema_version": SCHEMA_VERSION, "kind": "announcement", "id": id, "status": "draft"}
        data = {**given, **self._whole.data}
        self._found.data = {name: data[name] for name in Announcement.field_order() if name in data}
        self._found.known, self._found.findings = self._definitions.known, [*self._remarks.findings]
        return self._found

    def _sections(self, text: str) -> Iterator[Section]:
        """The sections; a line that belongs to none is noted."""
        for each in sections(text):
            if isinstance(each, Section):
                yield each
            else:
                self._remarks.add(each.line.number, "", "the line belongs to no field and no item", _LAYOUT)

    def _take_field(self, section: Section) -> None:
        line = section.head.first.number
        written = " ".join(each.text for each in section.head.lines if each.text)
        self._found.lines.setdefault((section.name.partition(".")[0],), line)
        for item in section.items:
            self._remarks.add(item.first.number, "", f"{section.name} is no list", "write its value behind the colon")
        if written:
            self._whole.put(section.name, written, line)

    def _take_list(self, section: Section) -> None:
        model = self._lists[section.name]
        self._found.lines.setdefault((section.name,), section.head.first.number)
        shared = Item(model, self._values, self._remarks).fill(section.head)
        for entry in section.items:
            item = Item(model, self._values, self._remarks).fill(entry, shared.data)
            if section.name in DEFINED:
                data = self._definitions.add(DEFINED[section.name], item, entry.first.number)
            else:
                data = self._named(item)
            if data:
                self._append(section.name, data, entry, is_sure=item.is_sure and shared.is_sure)

    def _append(self, name: str, data: dict[str, Any], entry: Entry, *, is_sure: bool) -> None:
        items = self._whole.data.setdefault(name, [])
        pointer = (name, len(items))
        self._found.lines[pointer] = entry.first.number
        if not is_sure:
            self._found.unsure.add(pointer)
        items.append(data)

    def _named(self, item: Item) -> dict[str, Any]:
        """An assertion with its label as its id; a commitment, which has to have one, with an id made of its text."""
        if not _is_assertion(item.model):
            return item.data
        id = item.label
        if not id and item.model is Commitment and (texts := item.data.get("text", {})):
            taken = {each.get("id") for each in self._whole.data.get("commitments", ())}
            first = slug(next(iter(texts.values())), _LONGEST_ID) or "commitment"
            id = free(first, taken)
        return {"id": id, **item.data} if id else item.data


def _is_assertion(model: type[Model]) -> bool:
    return issubclass(model, Assertion)
