"""Text that is not ours, in Markdown that GitHub and others show."""

from __future__ import annotations

from ..lazy import lazy_pattern
from .escaping import escape

_PUNCTUATION = lazy_pattern(r"[\\`*_\[\]<>|~&#]")
# What GitHub makes a link or a mention of, wherever it stands: an empty comment inside prevents it.
_LINKED = lazy_pattern(r"@|#|:(?=//)|(?i:www)(?=\.)|(?i:gh)(?=-\d)")
_NOTHING = "<!-- -->"


def plain(text: str, longest: int) -> str:
    """The text on one line of Markdown, as it is: no markup, no link, nobody mentioned; shortened if it is longer.

    >>> plain("*Ask* @someone, see #12", 80)
    '\\\\*Ask\\\\* @<!-- -->someone, see \\\\#<!-- -->12'
    """
    marked = _PUNCTUATION.sub(lambda match: f"\\{match[0]}", escape(text, longest))
    return _LINKED.sub(lambda match: match[0] + _NOTHING, marked)
