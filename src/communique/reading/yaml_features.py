"""What to do about an anchor, an alias or a tag: most often it is a text that begins with one of their signs."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

import yaml

from ..diagnostics.finding import Advice, Change

_LONGEST = 100  # a longer text is not repeated
# What may follow a value that stands alone in its place: closing brackets, and a comment that is told as one.
_ENDS = re.compile(r"[ \t\]}]*([ \t]#[ \t][^\r\n]*)?(\r?\n|$)")


class Feature(NamedTuple):
    """What is wrong with the node, and what to do."""

    message: str
    help: str
    advice: tuple[Advice, ...] = ()


def feature(event: yaml.NodeEvent, text: str, *, is_key: bool) -> Feature | None:
    """What of YAML, and not of JSON, the node has; None if it has nothing of it."""
    if isinstance(event, yaml.AliasEvent):
        message = f"the alias *{event.anchor} stands for a value that is written elsewhere"
        otherwise = "give the value itself"
    elif event.anchor:
        message = f"the anchor &{event.anchor} names a value for use elsewhere"
        otherwise = "delete the anchor, and give the value where it is used"
    elif _is_special(event):
        message, otherwise = f"the tag {getattr(event, 'tag', '')} asks for a special kind of value", "delete the tag"
    else:
        return None
    if not isinstance(event, yaml.AliasEvent) and not (isinstance(event, yaml.ScalarEvent) and not event.style):
        return Feature(message, otherwise)
    return _as_text(message, "" if is_key else _whole(event, text), otherwise)


def _as_text(message: str, written: str, otherwise: str) -> Feature:
    quoted = json.dumps(written, ensure_ascii=False)
    if not written or len(quoted) > _LONGEST:
        return Feature(message, f"put the whole value in quotes if it is a text; else {otherwise}")
    help = f"put the whole value in quotes if it is a text, as {quoted}; else {otherwise}"
    return Feature(message, help, (Advice(Change.VALUE, quoted),))


def _whole(event: Any, text: str) -> str:
    """The node as the file has it; nothing if more may belong to it, or if it is a feature that is meant."""
    end: int = event.end_mark.index
    written = text[event.start_mark.index : end].strip()
    # The names of anchors and tags are written small by those who mean them.
    is_text = written[1:2].isupper() and "\n" not in written
    return written if is_text and _ENDS.match(text, end) else ""


def _is_special(event: yaml.NodeEvent) -> bool:
    """Whether the node has a tag that means something; "!" before a quoted text means nothing."""
    tag = getattr(event, "tag", None)
    return bool(tag) and not (tag == "!" and getattr(event, "style", None))
