"""A list of links: one in each line, in plain text or Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ..importing.csv_sheet import decoded
from ..importing.reader import ImportFailedError
from ..lazy import lazy_pattern
from ..text.lines import Lines

_IN_MARKDOWN = lazy_pattern(r"(?:[-*+]|[0-9]+[.)])?\s*\[(?P<title>[^\]]*)\]\((?P<url>\S+?)(?:\s+\"[^\"]*\")?\)\s*")
_BULLET = lazy_pattern(r"^(?:[-*+]|[0-9]+[.)])\s+")
_COMMENT, _BLANK = "#", " \t\u00a0"
LONGEST_LINE = 5_000
"""The characters of a line with a link and a title."""

MOST_LINKS = 2_000
"""As many as one file of records can hold."""


class Link(NamedTuple):
    """The address of a page, what the list says of it, and the line in which it is."""

    url: str
    title: str = ""
    type: str = ""
    line: int = 0


def links_of(urls: Iterable[str], file: str = "") -> list[Link]:
    """The links with these addresses, and those in a file.

    Raises:
        communique.importing.ImportFailedError: the file cannot be read, or has too many lines.
    """
    links = [Link(url, line=number) for number, url in enumerate(urls, 1)]
    links += links_in(decoded(Path(file))) if file else []
    if len(links) > MOST_LINKS:
        raise ImportFailedError(f"{file} has too many links: more than {MOST_LINKS:,}; divide it")
    return links


def links_in(text: str) -> list[Link]:
    """The links of a list, in its order.

    After the address there may be a title and a type, each after a tab. In Markdown, the title is the text of the link.
    Empty lines and lines that begin with # are left out.
    """
    found = []
    lines = Lines(text.removeprefix("\ufeff"))
    for number in range(1, len(lines) + 1):
        if (plain := lines[number].strip(_BLANK)) and not plain.startswith(_COMMENT):
            found.append(_link(plain, number))
    return found


def _link(line: str, number: int) -> Link:
    if len(line) > LONGEST_LINE:
        return Link(line[:LONGEST_LINE], line=number)  # which is no address
    if found := _IN_MARKDOWN.match(line):
        rest = line[found.end() :].strip()
        return Link(found["url"].strip("<>"), found["title"].strip(), rest, number)
    url, *more = (part.strip() for part in _BULLET.sub("", line).split("\t"))
    title, type, *_ = [*more, "", ""]
    return Link(url.strip("<>"), title, type, number)
