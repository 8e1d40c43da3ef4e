"""What a file that is no record may define all the same: others may refer to it, and its own mistake is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading import Document

_ID = re.compile(r"""\bid["']?\s*:\s*["']?([a-z0-9-]{1,100})""")
_FORMER_IDS = re.compile(r"""\bformer_ids["']?\s*:([-a-z0-9\s,'"\[]{1,2000})""")
# What stands for bytes that are no text, and what two-byte letters leave between those of one byte.
_DEBRIS = re.compile("[\0\ufffd]")
_SPOILED_ID = re.compile(r"""\bid["']?\s*:\s*["']?[a-z0-9-]{0,100}\ufffd""")


def possible_ids(document: Document) -> Iterator[str]:
    """Everything in the text that looks like an id or a former one."""
    text = _DEBRIS.sub("", document.text)
    yield from _ID.findall(text)
    for some in _FORMER_IDS.findall(text):
        yield from re.findall("[a-z0-9-]+", some)


def is_unread(document: Document) -> bool:
    """Whether the file may define anything: nobody could look into it, nothing is left of it, or an id is spoiled."""
    return not document.complete and (not document.text.strip() or bool(_SPOILED_ID.search(document.text)))
