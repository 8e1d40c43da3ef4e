"""The mark on a type that is only likely, in all layouts of a file."""

from __future__ import annotations

import pytest

from communique.adding.confirming import TYPE_NOTE, with_marks, with_types
from communique.editing import EditError
from communique.reading import read_bytes

HEAD = "schema_version: 0.3.0\nkind: registry\nid: more\nsources:\n"
BLOCK = f"{HEAD}- id: a\n  type: news\n  access: not_read\n  note: Read it. {TYPE_NOTE}\n- id: b\n  type: news\n"
FLOW = f"{HEAD}- {{id: a, type: news, access: not_read, note: {TYPE_NOTE}}}\n- {{id: b, type: news}}  # a comment\n"


@pytest.mark.parametrize("text", [BLOCK, FLOW, BLOCK.replace("\n", "\r\n"), "\ufeff" + BLOCK, BLOCK.rstrip("\n")])
def test_a_type_is_marked_and_stated(text: str) -> None:
    before = text.encode("utf-8")
    marked = with_marks(before, "more.yaml", ["a"])
    assert marked.count(b"  # confirm") == 1
    assert marked.replace(b"  # confirm", b"") == before
    stated, ids = with_types(marked, "more.yaml", {"a": "blog", "b": "blog"})
    assert ids == ["a"]
    first, second = read_bytes(stated, "more.yaml").data["sources"]
    assert (first["type"], second["type"]) == ("blog", "news")  # the other one was not marked
    assert TYPE_NOTE not in first.get("note", "")
    assert b"# confirm" not in stated
    assert with_types(stated, "more.yaml", {"a": "news"}) == (stated, [])


def test_json_has_no_marks() -> None:
    text = b'{"kind": "registry", "sources": [\n{"id": "a",\n"type": "news"}]}\n'
    with pytest.raises(EditError, match="--type SITE=CODE"):
        with_marks(text, "more.json", ["a"])
    assert with_types(text, "more.json", {"a": "blog"}) == (text, [])
