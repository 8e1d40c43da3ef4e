"""The edits of a file that go with `cited_passages`: short evidence and named passages, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...reading.scalars import is_read_as_text
from ...reading.spans import Spans
from ...text.edits import Edit
from ...text.pointer import Pointer
from .cited_passages import Cited, Named, evidence_lists, is_source_alone, is_source_first

Json = Any
_WIDEST = 120


def shortening(data: dict[str, Json], spans: Spans) -> Iterator[Edit]:
    """From 0.2.1: ids for evidence that is a source alone, and names for passages, which move to the end."""
    named = Named(data)
    folded = _all_folded(data, spans)
    yield from folded.values()
    for pointer, items in evidence_lists(data):
        for index, item in enumerate(items if pointer not in folded else ()):
            place = (*pointer, index)
            if is_source_alone(item):
                yield from _without_key(place, spans)
            elif place in named.of_item:
                yield from _pointing(place, item, named.of_item[place], spans)
    if named.cited:
        yield _passages(data, named.cited, spans)


def lengthening(data: dict[str, Json], spans: Spans) -> Iterator[Edit]:
    """From 0.3.0: objects for ids, and passages where they are cited. Ids in brackets come back as the rest is written:
    in a block list, if the file has block lists of evidence, or if the line would be too wide."""
    entries = {each["id"]: (("passages", index), each) for index, each in enumerate(data.get("passages", ()))}
    lists = list(evidence_lists(data))
    has_blocks = any(items and not spans.is_flow(pointer) for pointer, items in lists)
    for pointer, items in lists:
        is_unfolded = (
            items
            and all(isinstance(item, str) for item in items)
            and _is_in_block(pointer, spans)
            and (has_blocks or _width(pointer, len(items), spans) > _WIDEST)
        )
        if is_unfolded:
            yield _unfolded(pointer, len(items), spans)
            continue
        for index, item in enumerate(items):
            place = (*pointer, index)
            if isinstance(item, str):
                yield from _with_key(place, spans)
            elif "passage" in item:
                yield from _citing(place, item, *entries[item["passage"]], spans)
    if "passages" in data:
        yield _deleted(("passages",), [*data], spans)


def _all_folded(data: dict[str, Json], spans: Spans) -> dict[Pointer, Edit]:
    """The block lists of sources that become lists in brackets: where the way back can tell that they were block lists,
    by another block list of evidence in the file, or because with objects in them they are too wide for one line."""
    lists = [pointer for pointer, items in evidence_lists(data) if items and not spans.is_flow(pointer)]
    folded = {pointer: edit for pointer in lists if (edit := _folded(pointer, _at(data, pointer), spans))}
    if len(folded) < len(lists):
        return folded
    extra = len("{source: }")
    return {
        pointer: edit
        for pointer, edit in folded.items()
        if spans.column(edit.start) + len(edit.replacement) + len(_at(data, pointer)) * extra > _WIDEST
    }


def _folded(pointer: Pointer, items: list[Json], spans: Spans) -> Edit | None:
    """A block list of sources as a list in brackets on the line of its key; None if that loses or hides something."""
    if not all(map(is_source_alone, items)):
        return None
    span, start = spans[pointer], spans.after_colon(pointer)
    ids = ", ".join(spans.of((*pointer, index, "source")) for index in range(len(items)))
    rest = spans.text[span.end : spans.line_end(span.end)]
    width = spans.column(start) + len(f" [{ids}]{rest}")
    is_plain = "#" not in spans.text[span.key : span.end] and "\n" not in ids
    return Edit(start, span.end, f" [{ids}]") if is_plain and width <= _WIDEST else None


def _is_in_block(pointer: Pointer, spans: Spans) -> bool:
    return spans.is_flow(pointer) and not spans.is_flow(pointer[:-1])


def _width(pointer: Pointer, count: int, spans: Spans) -> int:
    """How wide the line of a list in brackets would be with objects in it."""
    end = spans.line_end(spans[pointer].end)
    return spans.column(end) + count * len("{source: }")


def _unfolded(pointer: Pointer, count: int, spans: Spans) -> Edit:
    span = spans[pointer]
    dash = f"{spans.line_break}{' ' * spans.column(span.key)}- source: "
    items = (spans.of((*pointer, index)) for index in range(count))
    return Edit(spans.after_colon(pointer), span.end, "".join(dash + each for each in items))


def _without_key(place: Pointer, spans: Spans) -> Iterator[Edit]:
    whole, source = spans[place], spans[*place, "source"]
    yield Edit(whole.start, source.start, "")
    if spans.is_flow(place):
        yield Edit(source.end, whole.end, "")


def _with_key(place: Pointer, spans: Spans) -> Iterator[Edit]:
    span, key = spans[place], _key("source", spans)
    if spans.is_flow(place[:-1]):
        yield Edit(span.start, span.start, f"{{{key}")
        yield Edit(span.end, span.end, "}")
    else:
        yield Edit(span.start, span.start, key)


def _key(name: str, spans: Spans) -> str:
    return f"{spans.quote}{name}{spans.quote}: "


def _pointing(place: Pointer, item: dict[str, Json], name: str, spans: Spans) -> Iterator[Edit]:
    """The source leaves the piece of evidence, and the name takes the place of the passage."""
    passage = spans[*place, "passage"]
    written = _written(name, spans)
    if spans.is_flow((*place, "passage")):
        yield Edit(passage.start, passage.end, written)
    else:
        yield Edit(spans.after_colon((*place, "passage")), passage.end, f" {written}")
    yield _deleted((*place, "source"), [*item], spans)


def _written(name: str, spans: Spans) -> str:
    return f'"{name}"' if spans.quote else name if is_read_as_text(name) and not name[0].isdigit() else f"'{name}'"


def _deleted(pointer: Pointer, keys: list[str], spans: Spans) -> Edit:
    """The edit that deletes a key with its value."""
    *above, name = pointer
    number, span = keys.index(str(name)), spans[pointer]
    if number == 0:
        return Edit(span.key, spans[*above, keys[1]].key, "")
    if spans.is_flow(tuple(above)):
        return Edit(spans[*above, keys[number - 1]].end, span.end, "")
    return Edit(spans.before_line(span.key), span.end, "")


def _passages(data: dict[str, Json], cited: list[Cited], spans: Spans) -> Edit:
    """The passages, at the end of the record."""
    if spans.is_flow(()):
        entries = ", ".join(_flow_entry(data, each, spans) for each in cited)
        end = spans[(next(reversed(data)),)].end
        return Edit(end, end, f", {_key('passages', spans)}[{entries}]")
    line, end = spans.line_break, len(spans.text)
    text = line.join(["passages:", *(f"- {_block_entry(data, each, spans)}" for each in cited)])
    return Edit(end, end, text + line if spans.text.endswith("\n") else line + text)


def _at(data: Json, pointer: Pointer) -> Json:
    for step in pointer:
        data = data[step]
    return data


def _inner(pointer: Pointer, keys: list[str], spans: Spans) -> str:
    """The keys and values of a mapping as written, without brackets; lines after the first are not indented."""
    first, last = spans[*pointer, keys[0]], spans[*pointer, keys[-1]]
    text = spans.text[first.key : last.end]
    if spans.is_flow(pointer):
        return text
    indent = f"{spans.line_break}{' ' * spans.column(first.key)}"
    return text.replace(indent, spans.line_break)


def _flow_entry(data: dict[str, Json], cited: Cited, spans: Spans) -> str:
    item = _at(data, cited.item)
    inner = _inner((*cited.item, "passage"), [*item["passage"]], spans)
    start = f"{{{_key('id', spans)}{_written(cited.name, spans)}, "
    deleted = _deleted((*cited.item, "source"), [*item], spans)
    source = f"{_key('source', spans)}{spans.of((*cited.item, 'source'))}"
    is_flow = spans.is_flow(cited.item)
    moved = spans.text[deleted.start : deleted.end]
    if cited.source_first:
        return f"{start}{moved if is_flow and next(iter(item)) == 'source' else f'{source}, '}{inner}}}"
    return f"{start}{inner}{moved if is_flow else f', {source}'}}}"


def _block_entry(data: dict[str, Json], cited: Cited, spans: Spans) -> str:
    if spans.is_flow((*cited.item, "passage")):
        return _flow_entry(data, cited, spans)
    inner = _inner((*cited.item, "passage"), [*_at(data, cited.item)["passage"]], spans)
    source = f"source: {spans.of((*cited.item, 'source'))}"
    lines = (source, inner) if cited.source_first else (inner, source)
    whole = spans.line_break.join([f"id: {_written(cited.name, spans)}", *lines])
    return whole.replace(spans.line_break, f"{spans.line_break}  ")


def _citing(place: Pointer, item: dict[str, Json], at: Pointer, entry: dict[str, Json], spans: Spans) -> Iterator[Edit]:
    """The passage takes the place of its name, and the source comes back."""
    passage, field = spans[*place, "passage"], (*place, "passage")
    keys = [name for name in entry if name not in ("id", "source")]
    inner = _inner(at, keys, spans)
    if spans.is_flow(at):
        yield Edit(passage.start, passage.end, f"{{{inner}}}")
    elif spans.is_flow(place):
        yield Edit(passage.start, passage.end, f"{{{inner.replace(spans.line_break, ', ')}}}")
    else:
        line = f"{spans.line_break}{' ' * (spans.column(passage.key) + 2)}"
        yield Edit(spans.after_colon(field), passage.end, line + inner.replace(spans.line_break, line))
    yield _source(place, [*item], at, entry, spans)


def _source(place: Pointer, keys: list[str], at: Pointer, entry: dict[str, Json], spans: Spans) -> Edit:
    names = [*entry]
    source = f"{_key('source', spans)}{spans.of((*at, 'source'))}"
    both_flow = spans.is_flow(at) and spans.is_flow(place)
    if is_source_first(entry):
        first = spans[*place, keys[0]].key
        if both_flow:
            after = names[names.index("source") + 1]
            return Edit(first, first, spans.text[spans[*at, "source"].key : spans[*at, after].key])
        between = ", " if spans.is_flow(place) else f"{spans.line_break}{' ' * spans.column(first)}"
        return Edit(first, first, source + between)
    end = spans[*place, keys[-1]].end
    if both_flow:
        before = names[names.index("source") - 1]
        return Edit(end, end, spans.text[spans[*at, before].end : spans[*at, "source"].end])
    if spans.is_flow(place):
        return Edit(end, end, f", {source}")
    indent = " " * spans.column(spans[*place, keys[0]].key)
    ends_line = spans.text[end - 1 : end] == "\n"  # it is a text of several lines
    line = f"{indent}{source}{spans.line_break}" if ends_line else f"{spans.line_break}{indent}{source}"
    return Edit(end, end, line)
