"""Whatever is typed in whatever order: the server answers, and finds what somebody finds who opens the result."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from support.editor import Editor

SERVER = [sys.executable, "-m", "communique", "lsp"]
TYPED = (
    "", " ", "  ", "\n", "\r\n", "\r", "\t", "- ", ": ", "#", "{", "}", "[", "]", "'", '"', "&a", "*a", "|", ">", "%",
    "🤖", "\u2028", "\x85", "\ufeff", "e\u0301", "\x00", "\x0c", "roles:\n- actor: ", "id: cn\n", "kind: registry\n",
    "evidence: [{passage: ", "---\n", "...\n", "!!python/name:os.system ", "<<: *a\n", "value: '2025-07-26'\n",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-16", "utf-32")
EDITS = 200


def ask(editor: Editor, index: int) -> None:
    """Ask everything about a place; `Editor` refuses an answer that is an error."""
    at = editor.place(index)
    where = {"position": at}
    for name in ("hover", "completion", "definition", "prepareRename"):
        if name != "prepareRename" or editor.answer["capabilities"].get("renameProvider"):
            editor.request(name, where)
    editor.request("references", {**where, "context": {"includeDeclaration": True}})
    editor.request("codeAction", {"range": {"start": at, "end": at}, "context": {"diagnostics": []}})
    editor.request("documentSymbol", {})


@pytest.mark.slow
@pytest.mark.parametrize("counted", ENCODINGS)
def test_random_edits(corpus_copy: Path, counted: str) -> None:
    record = corpus_copy / "2025" / "cn-waico-proposal-2025.yaml"
    capabilities = {"general": {"positionEncodings": [counted]}}
    whole, chance = record.read_text(encoding="utf-8"), random.Random(counted)
    with (
        Editor(SERVER, record, capabilities=capabilities) as editor,
        Editor(SERVER, record, capabilities=capabilities) as other,
    ):
        assert editor.findings() == other.findings()
        for number in range(1, EDITS + 1):
            if number % 25 == 1:  # a text that can be read again
                editor.edit(0, len(editor.text), whole.replace("\n", chance.choice(("\n", "\r\n"))))
            start = chance.randrange(len(editor.text) + 1)
            while editor.text[start - 1 : start + 1] == "\r\n":
                start = chance.randrange(len(editor.text) + 1)
            end = min(len(editor.text), start + chance.choice((0, 0, 0, 1, 3, 40)))
            while editor.text[end - 1 : end + 1] == "\r\n":
                end += 1
            editor.edit(start, end, chance.choice(TYPED))
            if number % 20 == 0:
                ask(editor, chance.randrange(len(editor.text) + 1))
                other.change(editor.text)
                assert editor.findings() == other.findings(), number
        with Editor(SERVER, record, editor.text, capabilities=capabilities) as fresh:
            assert fresh.findings() == last(editor)
        assert editor.errors == "" == other.errors and editor.shown == []


def last(editor: Editor) -> list[object]:
    """The findings of the present text, which is sent once more."""
    editor.change(editor.text)
    return editor.findings()


@pytest.mark.slow
def test_a_record_that_is_typed_letter_by_letter(corpus_copy: Path) -> None:
    record = corpus_copy / "2026" / "example-bill-2026.yaml"
    whole = record.read_text(encoding="utf-8")[:1200]
    with Editor(SERVER, record, "") as editor:
        for number, letter in enumerate(whole):
            editor.edit(number, number, letter)
            if number % 150 == 0:
                ask(editor, number + 1)
        typed = editor.findings()
        with Editor(SERVER, record, whole) as fresh:
            assert fresh.findings() == typed
        assert editor.errors == "" and editor.shown == []
