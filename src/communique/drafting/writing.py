"""The draft as YAML, with the mark on each item that a person has to look at."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from ..authoring.confirmation import marked
from ..authoring.leftovers import HEADLINE, NOT_TAKEN
from ..editing.value_text import WIDEST, Writing, entry
from ..text.characters import without_unsafe
from ..text.shortening import shorten
from .record import Drafted

_WRITING = Writing()
_TO_CONFIRM = frozenset({"title", "types", "occasion", "place"})
_NOT_MARKED = frozenset({"passages"})
_LONGEST_SHOWN = 600
_MOST_NOT_TAKEN = 400
_ABOUT = (
    "A draft, made from the text of an article. Look at every line that ends with the mark, correct or delete it, and "
    "delete the mark. Statements show the words of the article in a comment: write the point in words of your own, and "
    "delete the comment."
)


def written(drafted: Drafted, editor: str) -> str:
    """The text of the draft; ``editor`` is the comment in its first line, which is for editors."""
    lines = [f"# {editor}", *_comment(_ABOUT), *_fields(drafted)]
    if drafted.not_taken:
        lines += ["", f"# {NOT_TAKEN}"]
        for each in drafted.not_taken[:_MOST_NOT_TAKEN]:
            lines += _comment(f"- {_safe(each)}")
        if (left := len(drafted.not_taken) - _MOST_NOT_TAKEN) > 0:
            lines.append(f"# - and {left} more")
    return "\n".join(lines) + "\n"


def _fields(drafted: Drafted) -> Iterator[str]:
    after_list = False
    for name, value in drafted.data.items():
        if after_list and not isinstance(value, list):
            yield ""
        after_list = isinstance(value, list) and isinstance(value[0], dict)
        if after_list:
            yield from ("", f"{name}:")
            for number, item in enumerate(value):
                yield from _item(name, item, drafted.shown.get((name, number), ""))
            continue
        first, *rest = entry(f"{name}:", value, 0, _WRITING)
        yield from (marked(first) if name in _TO_CONFIRM else first, *rest)
        if name == "title" and drafted.headline:
            yield from _comment(f"{HEADLINE} {_safe(drafted.headline)}")


def _item(name: str, item: dict[str, Any], shown: str) -> Iterator[str]:
    is_long = name in ("statements", "commitments", "passages", "sources")
    first, *rest = entry("-", item, 0, _WRITING, brackets=False if is_long else None)
    yield first if name in _NOT_MARKED else marked(first)
    if shown:
        yield from ("  " + each for each in _comment(_safe(shown)))
    yield from rest


def _safe(text: str) -> str:
    """Words of the text as they may stand in a comment."""
    return without_unsafe(shorten(text, _LONGEST_SHOWN))


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDEST - 2, initial_indent="# ", subsequent_indent="# ", break_long_words=False, break_on_hyphens=False
    )
