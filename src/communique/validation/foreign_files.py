"""What a file that could not be read may define, so that references to it are not reported as dangling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lazy import lazy_pattern
from ..models import ENTITY_FIELDS, RECORD_KINDS
from ..reading import Document, limits

_ID = lazy_pattern(r"""\bid["']?\s*:\s*["']?([a-z0-9-]{1,100})""")
_FORMER_IDS = lazy_pattern(r"""\bformer_ids["']?\s*:([-a-z0-9\s,'"\[]{1,2000})""")
# Replacement characters of bytes that are not UTF-8, and the zero bytes of UTF-16.
_DEBRIS = lazy_pattern("[\0\ufffd]")
_SPOILED_ID = lazy_pattern(r"""\bid["']?\s*:\s*["']?[a-z0-9-]{0,100}\ufffd""")
_FIELDS = ("schema_version", *ENTITY_FIELDS)
_FIELD = lazy_pattern(rf"""\b(({"|".join(_FIELDS)})["']?\s*:|kind["']?\s*:\s*["']?({"|".join(RECORD_KINDS)})\b)""")


def possible_ids(document: Document) -> Iterator[str]:
    """Everything in the text that looks like an id or a former id; other files may refer to it."""
    text = _DEBRIS.sub("", document.text)
    yield from _ID.findall(text)
    for some in _FORMER_IDS.findall(text):
        yield from re.findall("[a-z0-9-]+", some)


def is_unread(document: Document) -> bool:
    """Whether the file may define any id: it could not be opened, no text of it is left, an id in it is damaged, or it
    is too large to be read completely."""
    text = document.text
    cut = len(text) > limits.MAX_BYTES // 4 and len(text.encode("utf-8", "surrogatepass")) > limits.MAX_BYTES
    return not document.complete and (not text.strip() or cut or _SPOILED_ID.search(text) is not None)


def is_foreign(document: Document) -> bool:
    """Whether it is a file of another program: it has neither a schema version nor a kind of record nor definitions.

    A file that could not be opened may be a record.
    """
    if document.complete and isinstance(document.data, dict):
        return str(document.data.get("kind")) not in RECORD_KINDS and not any(
            field in document.data for field in _FIELDS
        )
    text = _DEBRIS.sub("", document.text)
    return bool(text.strip()) and _FIELD.search(text) is None
