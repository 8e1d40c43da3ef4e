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
_BEHIND = lazy_pattern(r"(?P<link>.*?)(?:^|\s)(?:[-–—]+|#+)\s+(?P<comment>.*)")
_COMMENT, _BLANK = "#", " \t\u00a0"
LONGEST_LINE = 5_000
"""The characters of a line with a link and a title."""

MOST_LINKS = 2_000
"""As many as one file of records can hold."""


class Link(NamedTuple):
    """The address of a page, what the list says of it, and the line in which it is.

    ``comment`` is what somebody wrote behind the link for themselves.
    """

    url: str
    title: str = ""
    type: str = ""
    line: int = 0
    comment: str = ""


def links_of(urls: Iterable[str], file: str = "", encoding: str = "") -> list[Link]:
    """The links with these addresses, and those in a file.

    Raises:
        communique.importing.ImportFailedError: the file cannot be read, or has too many lines.
    """
    links = [Link(url, line=number) for number, url in enumerate(urls, 1)]
    links += links_in(decoded(Path(file), encoding)) if file else []
    if len(links) > MOST_LINKS:
        where = f"{file}, line {links[MOST_LINKS].line}"
        raise ImportFailedError(f"{where}: too many links: more than {MOST_LINKS:,}; divide the list")
    return links


def links_in(text: str) -> list[Link]:
    """The links of a list, in its order.

    After the address there may be a title and a type, each after a tab. In Markdown, the title is the text of the link.
    Empty lines and lines that begin with # are left out. What comes after a dash or a # behind the link is a comment.
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
        rest, comment = _divided(line[found.end() :].strip())
        return Link(found["url"].strip("<>"), found["title"].strip(), rest, number, comment)
    url, *more = (part.strip() for part in _BULLET.sub("", line).split("\t"))
    title, type, *_ = [*more, "", ""]
    url, comment = _divided(url)
    return Link(url.strip("<>"), title, type, number, comment)


def _divided(text: str) -> tuple[str, str]:
    """What is before a dash or a # that stands by itself, and the comment after it."""
    found = _BEHIND.fullmatch(text)
    return (found["link"].strip(), found["comment"].strip()) if found else (text, "")
