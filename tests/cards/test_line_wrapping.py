"""Lines of a card fit, lose nothing, and are no commands to a CI system."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.cards.line_wrapping import wrap
from communique.text.terminal_width import cells
from support.command_line import Run
from support.small_corpus import Json, announcement, card, statement

FORGED = re.compile(r"(?m)^\s*::\w|##\[|##vso\[")
HOSTILE = st.lists(
    st.sampled_from(
        [
            "::error::x",
            "::",
            ":",
            " ",
            "\N{NO-BREAK SPACE}",
            "\n",
            "word ",
            "##[error]",
            "##vso[a]",
            "#",
            "智",
            "ه",
            "e\u0301",
        ]
    ),
    max_size=30,
).map("".join)


@given(HOSTILE, st.integers(8, 60), st.sampled_from(["", "  ", "      "]))
def test_no_line_of_a_folded_text_is_a_command(text: str, room: int, indent: str) -> None:
    lines = wrap(text, room, indent, indent)
    assert not FORGED.search("\n".join(lines))
    # Eight cells are what a broken command takes.
    assert all(cells(line) <= max(room, len(indent) + 8) for line in lines)


def test_a_long_word_leaves_room_for_the_indent_of_the_next_line() -> None:
    assert wrap("x" * 30, 20, "", "    ") == ["x" * 16, f"    {'x' * 14}"]


@given(st.text(st.sampled_from("ab: 人工。（」\u05d0\u0301,"), max_size=80), st.integers(4, 30))
def test_folding_loses_nothing(text: str, room: int) -> None:
    folded = "".join(wrap(text, room)).replace("\\u{3A}", ":")
    assert folded.replace(" ", "") == text.replace(" ", "")


@given(HOSTILE, st.sampled_from([40, 41, 57, 80, 110]))
def test_no_line_of_a_card_is_a_command(text: str, width: int) -> None:
    line = text.replace("\n", " ").strip() or "x"
    actors: Json = [{"id": "p", "type": "person", "name": {"en": line}, "note": f"x {line}"}]
    record = announcement(
        title={"en": line},
        summary={"en": f"x{text}"},
        statements=[statement(f"x {text}", note=f"y {text}")],
        note=f"z{text}",
    )
    for id in ("a", "p"):
        shown = card(id, record, width=width, actors=actors)
        assert not FORGED.search(shown)
        assert all(cells(line) <= width for line in shown.splitlines())


def test_a_record_does_not_forge_a_command_by_its_length(run: Run, tmp_path: Any) -> None:
    summary = " ".join(f"{'word ' * number}::error file=ci.yml::forged" for number in range(30)) + " ##[error]forged"
    (tmp_path / "a.json").write_text(announcement(status="draft", summary={"en": summary}).model_dump_json())
    done = run("show", "a", "--in", tmp_path)
    assert done.returncode == 0 and "\n  \\u{3A}:error file=ci.yml::forged" in done.stdout
    assert not FORGED.search(done.stdout)


CHINESE = "在上海举行的世界人工智能大会上，中国提出成立世界人工智能合作组织，并发布全球治理行动计划。"
ARABIC = "اقترحت الصين إنشاء منظمة عالمية للتعاون في مجال الذكاء الاصطناعي خلال المؤتمر العالمي في شنغهاي"


@pytest.mark.parametrize("width", [40, 110])
@pytest.mark.parametrize("text", [CHINESE * 3, ARABIC * 3])
def test_texts_in_other_scripts_fold_by_cells(text: str, width: int) -> None:
    shown = card("a", announcement(summary={"en": text}, statements=[statement(text)]), width=width)
    lines = shown.splitlines()
    assert all(cells(line) <= width for line in lines)
    assert max(map(cells, lines)) > width - 12
    assert not any(line.lstrip().startswith(("，", "。")) for line in lines)
