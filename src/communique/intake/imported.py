"""What an import wrote into a draft: a short digest of its row and of each part, kept beside the key of the row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..authoring.kept_cells import IMPORTED, KEY
from ..authoring.new_ids import digest_key
from ..lexicon.page_variants import any_page
from ..text.json_text import canonical
from .row import Row, plain

ROW, KEPT = "row", "kept"
"""The digest of the row itself, and that of what no field takes."""

LINKS = "links"
"""The digests of the pages that the row named."""

OWN = "-"
"""In the place of a digest: the part is the curator's, whatever the row says."""

PARTS = ("title", "types", "dates", "roles", "note", KEPT)
"""The parts of a draft that follow their cells. Of the sources, `LINKS` tells which the row named."""


def digest_of(value: Any) -> str:
    """A short digest of plain data."""
    return digest_key(canonical(value))[:8]


def digest_of_row(row: Row) -> str:
    """A digest of all cells of a row that are not left out, by their fields; to be taken before they are read."""
    fields = {name: [[column, plain(cell)] for column, cell in cells] for name, cells in row.fields.items()}
    return digest_of([fields, row.kept])


def parts_of(record: Mapping[str, Any], namespace: str, entry: str) -> dict[str, Any]:
    """The parts of a draft that have a value; the evidence that the ``entry`` of the tracker gives is none of them."""
    found = {name: record[name] for name in PARTS if record.get(name)}
    for name in ("dates", "roles"):
        found |= {name: [_bare(each, entry) for each in found[name]]} if name in found else {}
    own = record.get("extensions", {}).get(namespace, {})
    kept = {name: value for name, value in own.items() if name not in (KEY, IMPORTED)}
    return {**found, **({KEPT: kept} if kept else {})}


def digests(parts: Mapping[str, Any], row: str, urls: Iterable[str] = ()) -> dict[str, str]:
    """The digests to keep: that of the row, that of each part by its name, and those of the pages that it names."""
    links = " ".join(dict.fromkeys(map(digest_of_page, urls)))
    return {ROW: row, **{name: digest_of(value) for name, value in parts.items()}, **({LINKS: links} if links else {})}


def digest_of_page(url: str) -> str:
    """A short digest of an address, the same for all forms of it."""
    return digest_of(any_page(url))


def _bare(item: Any, entry: str) -> Any:
    if not isinstance(item, dict) or item.get("evidence") != [entry]:
        return item
    return {name: value for name, value in item.items() if name != "evidence"}
