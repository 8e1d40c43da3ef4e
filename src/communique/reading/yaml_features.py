"""Anchors, aliases and tags: most often the value is a text that begins with &, * or !."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

import yaml

from ..diagnostics.finding import Advice, Change

_LONGEST = 100  # a longer text is not quoted in the help
# What may follow a value: closing brackets, and a comment that begins with # and a space.
_ENDS = re.compile(r"[ \t\]}]*([ \t]#[ \t][^\r\n]*)?(\r?\n|$)")


class Feature(NamedTuple):
    """What is wrong with the node, and what to do."""

    message: str
    help: str
    advice: tuple[Advice, ...] = ()


def feature(event: yaml.NodeEvent, text: str, *, is_key: bool) -> Feature | None:
    """The YAML feature of the node that JSON does not have; None if there is none."""
    if isinstance(event, yaml.AliasEvent):
        message = f"YAML alias '*{event.anchor}' is not allowed"
        otherwise = "write the value itself"
    elif event.anchor:
        message = f"YAML anchor '&{event.anchor}' is not allowed"
        otherwise = "delete the anchor, and repeat the value where it is used"
    elif _is_special(event):
        message, otherwise = f"YAML tag '{getattr(event, 'tag', '')}' is not allowed", "delete the tag"
    else:
        return None
    if not isinstance(event, yaml.AliasEvent) and not (isinstance(event, yaml.ScalarEvent) and not event.style):
        return Feature(message, otherwise)
    return _as_text(message, "" if is_key else _whole(event, text), otherwise)


def _as_text(message: str, written: str, otherwise: str) -> Feature:
    quoted = json.dumps(written, ensure_ascii=False)
    if not written or len(quoted) > _LONGEST:
        return Feature(message, f"put the whole value in quotes if it is text; otherwise {otherwise}")
    help = f"put the whole value in quotes if it is text: {quoted}; otherwise {otherwise}"
    return Feature(message, help, (Advice(Change.VALUE, quoted),))


def _whole(event: Any, text: str) -> str:
    """The node as it is written; empty if more text may belong to it, or if the feature is probably intended."""
    end: int = event.end_mark.index
    written = text[event.start_mark.index : end].strip()
    # Whoever intends an anchor or a tag writes its name in lower case.
    is_text = written[1:2].isupper() and "\n" not in written
    return written if is_text and _ENDS.match(text, end) else ""


def _is_special(event: yaml.NodeEvent) -> bool:
    """Whether the node has a tag that means something; "!" before a quoted text means nothing."""
    tag = getattr(event, "tag", None)
    return bool(tag) and not (tag == "!" and getattr(event, "style", None))
