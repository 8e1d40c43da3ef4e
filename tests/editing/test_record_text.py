"""Single edits of the text of a record."""

from __future__ import annotations

import pytest

from communique.editing import EditError, RecordText

TEXT = b"""\
id: x  # its name
dates:
- role: announced
  value: '2025'

# about the second
- role: adopted
  value: '2026'
status: draft
"""


def test_edits_follow_each_other() -> None:
    file = RecordText(TEXT, "x.yaml")
    file.insert(("dates", 0, "time_zone"), "Asia/Seoul", ["role", "value", "time_zone", "note"])
    file.insert(("dates", 0, "note"), "No.", ["role", "value", "time_zone", "note"])
    file.replace(("dates", 0, "value"), "2024")
    file.insert(("note",), "Last.")
    file.remove(("status",))
    assert file.content().decode() == (
        "id: x  # its name\ndates:\n- role: announced\n  value: '2024'\n  time_zone: Asia/Seoul\n  note: No.\n\n"
        "# about the second\n- role: adopted\n  value: '2026'\nnote: Last.\n"
    )
    assert file.data["dates"][0] == {"role": "announced", "value": "2024", "time_zone": "Asia/Seoul", "note": "No."}


def test_a_refused_edit_changes_nothing() -> None:
    file = RecordText(TEXT, "x.yaml")
    with pytest.raises(EditError):
        file.remove(("dates", 1))
    with pytest.raises(EditError):
        file.move(("dates", 1), 0)
    with pytest.raises(EditError):
        file.replace(("dates",), [])
    with pytest.raises(EditError):
        file.replace((), {})
    assert file.content() == TEXT


def test_the_last_key_leaves_an_empty_object() -> None:
    file = RecordText(b"a:\n  b: c\nd: [e]\n", "x.yaml")
    file.remove(("a", "b"))
    file.remove(("d", 0))
    assert file.content() == b"a: {}\nd: []\n"
    file.insert(("a", "f"), 1.5)
    file.insert(("d", 0), True)
    assert file.content() == b"a: {f: 1.5}\nd: [true]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n- {x: 1}\n  # of it\n", "a:\n- {x: 1}\n  # of it\n- {x: 2}\n- {x: 3}\n"),
        ("a:\n  - x: 1\n\n  - x: 1\n", "a:\n  - x: 1\n\n  - x: 1\n\n  - x: 2\n\n  - x: 3\n"),
        ("a: [{x: 1}]\nb: 1\n", "a: [{x: 1}, {x: 2}, {x: 3}]\nb: 1\n"),
        ("a: []\r\nb: 1\r\n", "a: [{x: 2}, {x: 3}]\r\nb: 1\r\n"),
    ],
)
def test_several_items_are_added_as_the_others_are_written(before: str, after: str) -> None:
    file = RecordText(before.encode(), "file.yaml")
    file.extend(("a",), [{"x": 2}, {"x": 3}])
    assert file.content().decode() == after


def test_a_file_that_would_be_too_large_stays_as_it_is() -> None:
    file = RecordText(b"a:\n- 1\n", "file.yaml")
    with pytest.raises(EditError, match="it would not be a valid file: more than 20,000 values"):
        file.extend(("a",), [2] * 20_000)
    assert file.content() == b"a:\n- 1\n"
