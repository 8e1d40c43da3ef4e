"""The addresses behind the cells of a sheet, which are texts here: none of them is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from posixpath import basename, dirname
from typing import IO, Any
from zipfile import ZipFile

from ..lazy import lazy_pattern
from .cells import NoValue
from .limits import MAX_COLUMNS, MAX_LINKS, MAX_SHEET_ROWS
from .merged_cells import area_of
from .reader import ImportFailedError

Links = dict[int, dict[int, str]]
"""By the number of a row and the place of a cell in it, the address behind the cell."""

_TAG = lazy_pattern(r"<(?:\w+:)?hyperlink\s([^<>]{0,20000})>")
_RELATION = lazy_pattern(r"<(?:\w+:)?Relationship\s([^<>]*)>")
_ATTRIBUTE = lazy_pattern(r"""(?<![\w:])([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FORMULA = lazy_pattern(
    r"""=HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*(?:"((?:[^"]|"")*)"|(-?[0-9.]+))\s*)?\)""", re.IGNORECASE
)
_SCHEME = lazy_pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = ("http", "https")
_CHUNK, _LONGEST_TAG = 1_000_000, 20_000


def links_of(book: ZipFile, part: str, path: str) -> Links:
    """The addresses behind the cells of the sheet in this part of a workbook, which is searched and not parsed.

    Raises:
        ImportFailedError: there are too many.
    """
    targets = _targets(book, f"{dirname(part)}/_rels/{basename(part)}.rels")
    found: Links = {}
    if not targets:
        return found
    count = 0
    with book.open(part) as file:
        for attributes in _tags(file):
            target = targets.get(_relation_of(attributes), "")
            if not target or target.startswith("#"):
                continue  # a link to another place of the workbook
            where, anchor = attributes.get("ref", ""), attributes.get("location", "")
            for row, place in _cells(where):
                if (count := count + 1) > MAX_LINKS:
                    raise ImportFailedError(f"{path} has more than {MAX_LINKS:,} linked cells; divide it")
                found.setdefault(row, {})[place] = f"{target}#{anchor}" if anchor else target
    return found


def link_in(formula: Any) -> tuple[str, str] | None:
    """The address and the text of a formula that is nothing but a link whose parts are written out; else None.

    >>> link_in('=HYPERLINK("https://example.org/a","Reuters")'), link_in('=HYPERLINK(A2,"Reuters")')
    (('https://example.org/a', 'Reuters'), None)
    """
    match = _FORMULA.fullmatch(formula.strip()) if isinstance(formula, str) else None
    if not match:
        return None
    url, text, number = match.groups()
    return _quoted(url), _quoted(text) if text is not None else number or _quoted(url)


def address_behind(url: str) -> str | NoValue:
    """The address of a link as a text; a `NoValue` if it leads to no page of the web."""
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() in _WEB:
        return url
    kind = f"to {scheme[1].lower()}:" if scheme and len(scheme[1]) > 1 else "to a file"
    return NoValue(f"a link {kind}, which is no page of the web", "remove the link, or link to the page")


def _targets(book: ZipFile, part: str) -> Mapping[str, str]:
    """The targets outside the workbook, by their ids."""
    try:
        text = book.read(part).decode("utf-8", "replace")
    except KeyError:
        return {}
    relations = (_attributes(each[1]) for each in _RELATION.finditer(text))
    return {
        each["Id"]: each["Target"].strip()
        for each in relations
        if each.get("Type", "").endswith("/hyperlink") and each.get("TargetMode") == "External"
        if each.get("Id") and each.get("Target")
    }


def _tags(file: IO[bytes]) -> Iterator[dict[str, str]]:
    """The attributes of each link."""
    rest = b""
    while more := file.read(_CHUNK):
        text, done = (rest + more).decode("latin-1"), 0
        for match in _TAG.finditer(text):
            yield _attributes(match[1].encode("latin-1").decode("utf-8", "replace"))
            done = match.end()
        rest = text[max(done, len(text) - _LONGEST_TAG) :].encode("latin-1")


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(one or other) for name, one, other in _ATTRIBUTE.findall(tag)}


def _relation_of(attributes: Mapping[str, str]) -> str:
    """The id of the target, whose attribute has the prefix of a namespace."""
    return next((value for name, value in attributes.items() if name.endswith(":id")), "")


def _cells(where: str) -> Iterator[tuple[int, int]]:
    """The row and the place of each cell of an area that a sheet can have."""
    if area := area_of(where):
        for row in range(area.top, min(area.bottom, MAX_SHEET_ROWS * 2) + 1):
            for column in range(area.left, min(area.right, MAX_COLUMNS) + 1):
                yield row, column - 1


def _quoted(text: str) -> str:
    return text.replace('""', '"').strip()
