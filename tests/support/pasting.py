"""Follows an advice to the letter, as a person at an editor does, without any of communique's own reading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import yaml

from communique.diagnostics.finding import Advice, Change, Finding

Path = tuple[str, ...]
Leaves = dict[Path, str]

FILLED = "filled-in"
"""What goes into a slot for an id."""
_FILLERS = {
    "ID": FILLED, "LANGUAGE": "en", "DATE": "'2025-07-26'", "NUMBER": "7", "KIND": "announcement",
    "ACCESS": "full_text", "ACTION": "publish", "ACTOR_TYPE": "group", "ANNOUNCEMENT_TYPE": "other",
    "COMPARATOR": "about", "DATE_ROLE": "announced", "INSTRUMENT_TYPE": "body", "MODALITY": "asserted",
    "RECORD_STATUS": "withdrawn", "RELATION": "follows", "RELATION_BASIS": "reported", "ROLE": "speaker",
    "SOURCE_ACCESS": "full_text", "SOURCE_TYPE": "news", "STAGE": "published", "STATEMENT_NATURE": "context",
    "UNKNOWN_REASON": "not_stated", "ATTRIBUTE_NAME": "seat", "IDENTIFIER_SCHEME": "wikidata", "VALUE": "7",
    "COUNTRY": "NZ", "REVISION_CHANGE": "created", "FIELD": "quantities", "CODING_SCHEME": "cap",
}  # fmt: skip


def filled(advice: Advice) -> str:
    """The text with something in every slot, such as a curator would put there."""
    text = advice.text
    for slot in advice.slots:
        text = re.sub(rf"\b{slot}\b", _FILLERS.get(slot, "Words"), text, count=1)
    return text


def pasted(content: bytes, finding: Finding, advice: Advice, name: str) -> bytes:
    """The file with the change made."""
    places = [advice.at if advice.at is not None else finding.pointer, *advice.also_at]
    text = content.decode("utf-8").removeprefix("\ufeff")
    for place in places:
        change = _in_json if name.endswith(".json") else _in_yaml
        text = change(text, _path(place), advice, filled(advice))
    return text.encode("utf-8")


def leaves(content: bytes) -> Leaves:
    """Every value of a file as the text that stands there, by its path; empty lists and objects too."""
    found: Leaves = {}

    def collect(node: Any, path: Path) -> None:
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        if not isinstance(node, dict | list) or not node:
            found[path] = str(node)
        for key, value in items:
            collect(value, (*path, str(key)))

    collect(yaml.load(content, Loader=yaml.BaseLoader), ())
    return found


def outside(found: Leaves, places: Iterable[Path]) -> Leaves:
    """The values that stand neither at nor below any of the places."""
    every = list(places)
    return {path: value for path, value in found.items() if not any(path[: len(each)] == each for each in every)}


def touched(finding: Finding, advice: Advice, before: Leaves) -> list[Path]:
    """The places that the change is about, in the file before or after it."""
    place = _path(advice.at if advice.at is not None else finding.pointer)
    also = [_path(each) for each in advice.also_at]
    match advice.change:
        case Change.KEY:
            return [place, (*place[:-1], yaml.load(advice.text, Loader=yaml.BaseLoader))]
        case Change.ADD:
            text = filled(advice)
            new = yaml.load(f"{{{text}}}" if text.startswith('"') else text, Loader=yaml.BaseLoader)
            count = len({path[len(place)] for path in before if path[: len(place)] == place and len(path) > len(place)})
            is_fields = isinstance(new, dict) and not text.startswith("{")
            names = new if is_fields else [str(count)]
            return [(*place, each) for each in names]
        case Change.JOIN:
            holder = place[:-1]
            keys = list(dict.fromkeys(path[len(holder)] for path in before if path[: len(holder)] == holder))
            return [(*holder, each) for each in keys[keys.index(place[-1]) : keys.index(advice.until) + 1]]
        case Change.DELETE if place[-1].isdigit():
            return [place[:-1]]
    return [place, *also]


def _path(pointer: str) -> Path:
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def _in_json(text: str, path: Path, advice: Advice, new: str) -> str:
    data = json.loads(text)
    holder = data
    steps: list[Any] = [int(step) if step.isdigit() else step for step in path]
    if advice.change is Change.ADD:
        for step in steps:
            holder = holder.setdefault(step, []) if isinstance(holder, dict) else holder[step]
        added = json.loads(f"{{{new}}}" if isinstance(holder, dict) else new)
        holder.update(added) if isinstance(holder, dict) else holder.extend(
            added if isinstance(added, list) else [added]
        )
        return json.dumps(data)
    for step in steps[:-1]:
        holder = holder[step]
    if advice.change is Change.VALUE:
        holder[steps[-1]] = _json_value(new)
    elif advice.change is Change.KEY:
        items = [(new.strip('"') if key == steps[-1] else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update(items)
    else:
        del holder[steps[-1]]
    return json.dumps(data)


def _json_value(new: str) -> Any:
    """The value that is written; a bare word goes inside the quotes that stand there."""
    return json.loads(new) if re.match(r'[{["]|-?[0-9.]+$', new) else new


def _in_yaml(text: str, path: Path, advice: Advice, new: str) -> str:
    if advice.change is Change.ADD:
        return _added(text, path, new)
    key, value, holder = _nodes(text, path)
    start, end = value.start_mark.index, value.end_mark.index
    if advice.change is Change.KEY:
        start, end = key.start_mark.index, key.end_mark.index
    elif advice.change is Change.JOIN:
        last = next(pair for pair in holder.value if pair[0].value == advice.until)
        end = max(last[0].end_mark.index, last[1].end_mark.index)
    elif advice.change is Change.DELETE:
        return _without(text, key or value, value, holder)
    if start == end:
        new = f" {new}"
    return text[:start] + new + text[end:]


def _nodes(text: str, path: Path) -> tuple[Any, Any, Any]:
    key: Any = None
    node: Any = yaml.compose(text, Loader=yaml.BaseLoader)
    holder: Any = None
    for step in path:
        holder = node
        if isinstance(node, yaml.MappingNode):
            key, node = next(pair for pair in node.value if pair[0].value == step)
        else:
            key, node = None, node.value[int(step)]
    return key, node, holder


def _added(text: str, path: Path, new: str) -> str:
    try:
        _, node, _ = _nodes(text, path)
    except StopIteration:  # a list that has to be made first
        return f"{text}{path[-1]}:\n{new}\n"
    at = node.start_mark.index
    if node.flow_style:
        inside = text[at + 1 : node.end_mark.index - 1].strip()
        comma = ", " if inside else ""
        last = node.end_mark.index - 1
        if isinstance(node, yaml.MappingNode):
            return f"{text[: at + 1]}{new}{comma}{text[at + 1 :]}"
        return f"{text[:last]}{comma}{new}{text[last:]}"
    indent = "\n" + " " * node.start_mark.column
    if isinstance(node, yaml.SequenceNode):
        item = new if new.startswith("- ") else f"- {new}"
        end = node.value[-1].end_mark.index
        head = text[:end].rstrip()
        return f"{head}{indent}{item}\n{text[len(head) :].lstrip(chr(10))}"
    return str(text[:at] + new + indent + text[at:])


def _without(text: str, first: Any, value: Any, holder: Any) -> str:
    start, end = first.start_mark.index, value.end_mark.index
    if holder.flow_style:
        comma = text.rfind(",", 0, start)
        return str(text[:comma] + text[end:])
    line = text.rfind("\n", 0, start) + 1
    return str(text[:line] + text[text.find("\n", end - 1) + 1 :])
