"""A server ends with the editor that started it, also if something else still holds its standard input open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from communique.assisting import parent
from support.editor import Editor

SERVER = [sys.executable, "-m", "communique", "lsp"]


@pytest.fixture
def ended() -> int:
    """The number of a process that was there."""
    with subprocess.Popen([sys.executable, "-c", "pass"]) as process:
        pass
    return process.pid


def test_who_is_there_is_seen(ended: int) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        assert parent.is_alive(process.pid)
    assert not parent.is_alive(process.pid) and not parent.is_alive(ended)


def test_who_is_not_there_at_first_is_on_another_machine(ended: int) -> None:
    assert not parent.watch(ended, lambda: None)


@pytest.mark.slow
def test_a_server_ends_with_its_editor(corpus_copy: Path) -> None:
    record = corpus_copy / "2025" / "cn-waico-proposal-2025.yaml"
    with (
        subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process,
        Editor(SERVER, record, process=process.pid) as editor,
    ):
        assert editor.findings() == []
        process.communicate(b"\n")
        assert editor.wait() == 1
