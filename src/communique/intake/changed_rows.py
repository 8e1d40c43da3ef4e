"""Rows that changed since their import, and the drafts that were made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..adding.remark import Remarks
from ..authoring.confirmation import is_marked, marked, on_lines
from ..authoring.kept_cells import IMPORTED, KEY
from ..editing import EditError, updated
from ..errors import reason
from ..files.regular_file import read_regular
from ..importing.confirmed_items import without_edited_marks
from ..reading import Document, read_bytes
from ..reading.limits import MAX_BYTES
from ..text.lines import Lines
from ..text.pointer import Pointer
from .imported import KEPT, OWN, PARTS, ROW, digests, parts_of
from .left_sources import left_sources, texts_in

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus

_LISTS = ("dates", "roles")
_MARKED = ("title", "types", *_LISTS)
_BY_HAND = "the row has changed since its import, and so has {parts} in {path}, by hand"
_KEPT = "row {number} does not name the page of {ids} in {path} any more, which is confirmed, edited or cited there"
_HOW = "delete it, or correct it; to keep it, write '{own}' for links under extensions, {namespace}, imported"
_HELP = "correct the record; to keep it as it is, write '{own}' for {parts} under extensions, {namespace}, imported"


class ChangedRows:
    """Writes what changed in a row into the draft that was made of it; what a person edited or confirmed stays.

    ``contents`` are the files that change, with their contents before and after.
    """

    def __init__(self, corpus: Corpus, namespace: str, remarks: Remarks) -> None:
        self._records, self._namespace, self._remarks = corpus.announcements, namespace, remarks
        self._entries, self._sources = corpus.entries, corpus.sources
        self._paths = {entry.record.id: entry.path for entry in corpus.entries}
        self.contents: dict[Path, tuple[bytes, bytes]] = {}

    def add(self, id: str, number: int, row: str, made: Mapping[str, Any], entry: str) -> Mapping[str, Any]:
        """Bring the draft with this id to what would be ``made`` of its row now, which has this digest; gives its data.

        ``entry`` is the id of what the tracker itself says of it, and the sources of ``made`` are those to add. If the
        row is as it was, but more of it is understood now, that is written only where nobody has edited the draft.
        """
        path, before = Path(self._paths[id]), self._imported(id)
        is_new_row = before.get(ROW) != row
        if not is_new_row and made["extensions"][self._namespace][IMPORTED] == before:
            return self._records[id].model_dump(mode="json")
        try:
            content = read_regular(path, MAX_BYTES)
            document = read_bytes(content, str(path))
            changes = self._changes(document, before, made, entry)
            now = made["extensions"][self._namespace][IMPORTED]
            left = left_sources(document, before, now, self._named_elsewhere)
            if left.kept:
                self._remarks.add(
                    number,
                    "",
                    _KEPT.format(number=number, path=path, ids=" and ".join(left.kept)),
                    _HOW.format(own=OWN, namespace=self._namespace),
                )
                return self._records[id].model_dump(mode="json")
            if refused := [name for name, is_possible in changes.items() if not is_possible]:
                if is_new_row:
                    self._refuse(number, path, refused)
            elif changes or (is_new_row and before):
                data = self._data(document.data, made, [*changes], left.removed)
                plain = without_edited_marks(content, data, str(path))
                after = updated(plain, data, str(path))
                self.contents[path] = content, _with_marks(after, str(path), [*changes], len(made.get("sources", ())))
                return data
            return document.data if isinstance(document.data, dict) else {}
        except (OSError, EditError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            self._remarks.add(number, "", f"row {number} has changed, and {path} cannot be edited: {why}")
            return {}

    def _named_elsewhere(self, source: str) -> set[str]:
        """The paths of the files of the corpus in which a source is named."""
        return self._naming.get(source, set())

    @cached_property
    def _naming(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {id: set() for id in self._sources}
        for entry in self._entries:
            for id in texts_in(entry.record.model_dump(mode="json")) & found.keys():
                found[id].add(entry.path)
        return found

    def _imported(self, id: str) -> Mapping[str, Any]:
        found = self._records[id].extensions.get(self._namespace, {}).get(IMPORTED)
        return found if isinstance(found, dict) else {}

    def _refuse(self, number: int, path: Path, names: Sequence[str]) -> None:
        parts = " and ".join(names)
        message = _BY_HAND.format(parts=parts, path=path)
        help = _HELP.format(own=OWN, parts=parts, namespace=self._namespace)
        self._remarks.add(number, "", f"row {number}: {message}", help)

    def _changes(
        self, document: Document, before: Mapping[str, Any], made: Mapping[str, Any], entry: str
    ) -> dict[str, bool]:
        """The parts to write, and whether each is still as the import wrote it, and not confirmed."""
        wanted = digests(parts_of(made, self._namespace, entry), "")
        there = digests(parts_of(document.data, self._namespace, entry), "")
        found = {}
        for name in PARTS:
            new, old, now = wanted.get(name), before.get(name), there.get(name)
            if new not in (old, now) and old != OWN:
                found[name] = now == old and document.data.get("status") == "draft" and _is_unconfirmed(document, name)
        return found

    def _data(
        self, data: Mapping[str, Any], made: Mapping[str, Any], names: Sequence[str], left: Sequence[str]
    ) -> dict[str, Any]:
        """The new data of the record: these parts are those that were made, and the ``left`` sources are gone."""
        found = {**data, **{name: made[name] for name in names if name in made}}
        found = {name: value for name, value in found.items() if name in made or name not in names}
        own, new = data["extensions"][self._namespace], made["extensions"][self._namespace]
        kept = {name: value for name, value in (new if KEPT in names else own).items() if name not in (KEY, IMPORTED)}
        stated = {name: OWN for name, value in own.get(IMPORTED, {}).items() if value == OWN}
        imported = {**new[IMPORTED], **stated}
        found["extensions"] = {**data["extensions"], self._namespace: {KEY: new[KEY], IMPORTED: imported, **kept}}
        sources = [each for each in data.get("sources", ()) if each["id"] not in left]
        if sources := [*sources, *made.get("sources", ())]:
            found["sources"] = sources
        else:
            found.pop("sources", None)
        return found


def _is_unconfirmed(document: Document, name: str) -> bool:
    """Whether all items of the part have their mark; a part that has none is as it was."""
    return all(is_marked(each) for each in _lines(document, name).values())


def _lines(document: Document, name: str) -> dict[int, str]:
    """The lines with the marks of a part, by their numbers."""
    if name not in _MARKED or name not in document.data:
        return {}
    pointers: list[Pointer] = [(name, place) for place in range(len(document.data[name]))]
    return _lines_at(document, pointers if name in _LISTS else [(name,)])


def _lines_at(document: Document, pointers: Iterable[Pointer]) -> dict[int, str]:
    lines = Lines(document.text)
    numbers = (document.key_position(each).line for each in pointers)
    return {number: lines[number] for number in numbers}


def _with_marks(content: bytes, path: str, names: Sequence[str], new_sources: int) -> bytes:
    """The content with the mark on each item of these parts, and on so many sources at the end of theirs."""
    document = read_bytes(content, path)
    count = len(document.data.get("sources", ()))
    found = _lines_at(document, [("sources", place) for place in range(count - new_sources, count)])
    for name in names:
        found |= _lines(document, name)
    return on_lines(content, [number for number, line in found.items() if not is_marked(line)], marked)
