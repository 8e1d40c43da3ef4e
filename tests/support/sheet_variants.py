"""One sheet of announcements, as different programs write it, and files that mean harm in its place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

ROWS = (
    ("Title", "Date", "Type", "Link"),
    ("A made-up plan, with commas", datetime(2025, 7, 26), "action plan", "https://example.org/plan"),
    ("世界 plan", datetime(2025, 7, 27), "pledge", "https://example.org/pledge"),
)
PART = "xl/worksheets/sheet1.xml"


def text(separator: str, end: str) -> str:
    """The sheet as CSV; a text with a separator is in quotes."""
    lines = ((f"{each:%Y-%m-%d}" if isinstance(each, datetime) else each for each in row) for row in ROWS)
    return "".join(separator.join(_quoted(each, separator) for each in line) + end for line in lines)


def _quoted(cell: str, separator: str) -> str:
    return f'"{cell}"' if separator in cell else cell


def harmless() -> Iterator[tuple[str, bytes]]:
    """Name and content of files that all say the same."""
    for name, separator in (("comma", ","), ("semicolon", ";"), ("tab", "\t")):
        yield f"{name}.csv", text(separator, "\n").encode("utf-8")
    yield "windows.csv", ("\ufeff" + text(";", "\r\n")).encode("utf-8")
    yield "mac.csv", text(",", "\r").encode("utf-8")
    yield "utf-16.tsv", text("\t", "\r\n").encode("utf-16")
    yield "openpyxl.xlsx", workbook()
    yield "upper.XLSX", workbook()
    for name, options in (("1900", {}), ("1904", {"date_1904": True}), ("in-cells", {"constant_memory": True})):
        yield f"xlsxwriter-{name}.xlsx", other_workbook(options)


def workbook() -> bytes:
    content = io.BytesIO()
    book = openpyxl.Workbook()
    page: Any = book.active
    for row in ROWS:
        page.append(row)
    book.save(content)
    return content.getvalue()


def other_workbook(options: dict[str, Any]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"default_date_format": "yyyy-mm-dd", **options}) as book:
        page = book.add_worksheet()
        for place, row in enumerate(ROWS):
            page.write_row(place, 0, row)
    return content.getvalue()


def hostile() -> Iterator[tuple[str, bytes]]:
    """Name and content of files of which nothing may be taken; small here, and huge if they were unpacked."""
    yield "latin-1.csv", text(",", "\n").replace("世界", "é").encode("latin-1")
    yield "workbook.csv", workbook()
    yield "text.xlsx", text(",", "\n").encode("utf-8")
    yield "rows.csv", text(",", "\n").encode("utf-8") + b"A plan,2025,,\n" * 100_000
    yield "wide.csv", b",".join(b"c%d" % number for number in range(16_384)) + b"\nx\n"
    yield "cell.csv", b"Title\n" + b"x" * 10_000_000
    yield "line.csv", b"x" * 49_000_000
    yield "quote.csv", b'Title\n"' + b"a,\n" * 1_000_000
    yield "zeros.csv", bytes(10_000_000)
    yield "zeros.xlsx", packed({PART: _zeros(60)})
    yield "cell.xlsx", packed({PART: _page(b"x" * 40_000_000)})
    yield "styles.xlsx", packed({"xl/styles.xml": b"<styleSheet><cellXfs>" + b'<xf numFmtId="14"/>' * 200_000})
    yield "parts.xlsx", packed({f"xl/part{number}": b"" for number in range(25_000)})
    yield "laughs.xlsx", packed({PART: _laughs() + _page(b"&j;")})
    yield "abroad.xlsx", packed({PART: b'<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>' + _page(b"&c;")})
    yield "last-row.xlsx", packed({PART: _page(b"x").replace(b'r="A2"', b'r="A1048576"').replace(b'"2"', b'"1048576"')})
    yield "deep.xlsx", packed({PART: _page(b"<a>" * 100_000)})
    yield "above.xlsx", packed({PART: b"no XML", "../../above.txt": b"x"})


def _page(cell: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    head = b'<c r="A1" t="inlineStr"><is><t>Title</t></is></c>'
    row = b'<row r="2"><c r="A2" t="inlineStr"><is><t>%s</t></is></c></row>' % cell
    return b'<worksheet xmlns="%s"><sheetData><row r="1">%s</row>%s</sheetData></worksheet>' % (space, head, row)


def _laughs() -> bytes:
    names = "abcdefghij"
    more = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise(names))
    return f'<!DOCTYPE x [<!ENTITY a "{"lol" * 10}">{more}]>'.encode()


def _zeros(millions: int) -> Iterator[bytes]:
    for _ in range(millions):
        yield bytes(1_000_000)


def packed(changed: dict[str, bytes | Iterator[bytes]]) -> bytes:
    """A workbook in which these parts have another content."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as before:
        parts: dict[str, bytes | Iterator[bytes]] = {name: before.read(name) for name in before.namelist()}
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in (parts | changed).items():
            with file.open(name, "w") as entry:
                for piece in [part] if isinstance(part, bytes) else part:
                    entry.write(piece)
    return content.getvalue()


def write(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name
