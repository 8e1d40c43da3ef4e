"""Pages whose code blocks can be run: files to write, changes to make, commands and Python to run.

``python tests/support/sessions.py`` runs the pages of ``PAGES`` and writes into them what their commands print now.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

_DOCS = Path(__file__).parent.parent.parent / "docs"
PAGES = (_DOCS / "tutorial.md", _DOCS / "how-to" / "extraction.md", _DOCS / "how-to" / "import.md")
"""The pages that show what commands print."""

_BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)

Communique = Callable[[list[str]], str]
"""Runs the command line with these arguments in the folder of the session; gives what it prints."""


def rerun(page: str, folder: Path, communique: Communique) -> str:
    """The page with what its commands print when all of its blocks are run in order in ``folder``.

    A block with a title is the file of that name, or a change to it if it is a ``diff``. A ``console`` block has
    commands after ``$``; a ``pycon`` block is a doctest.
    """
    names: dict[str, Any] = {}

    def done(block: re.Match[str]) -> str:
        language, title, text = block.groups()
        if language == "console":
            return f"```console\n{_commands(text, communique)}```"
        if language == "pycon":
            _doctest(text, folder, names)
        elif title:
            _write(folder / title, text, is_diff=language == "diff")
        return block[0]

    return _BLOCK.sub(done, page)


def run_python(page: str, folder: Path) -> None:
    """Run the doctests of a page in order in ``folder``."""
    names: dict[str, Any] = {}
    blocks = [text for language, _, text in _BLOCK.findall(page) if language == "pycon"]
    assert blocks
    for text in blocks:
        _doctest(text, folder, names)


def _commands(text: str, communique: Communique) -> str:
    lines = [line for line in text.splitlines() if line.startswith("$ ")]
    return "".join(f"{line}\n{communique(shlex.split(line.removeprefix('$ communique ')))}" for line in lines)


def _doctest(text: str, folder: Path, names: dict[str, Any]) -> None:
    """Run a doctest; what it defines is added to ``names``."""
    out = io.StringIO()
    test = doctest.DocTestParser().get_doctest(text, names, "session", None, 0)
    with contextlib.chdir(folder):
        result = doctest.DocTestRunner().run(test, out=out.write, clear_globs=False)
    assert result.attempted and not result.failed, out.getvalue()
    names.update(test.globs)


def _write(file: Path, text: str, *, is_diff: bool) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_changed(file, text) if is_diff else text, encoding="utf-8")


def _changed(file: Path, diff: str) -> str:
    """The text of the file after a diff whose lines begin with ``-``, ``+`` or a space."""
    lines = diff.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in "- ")
    new = "".join(line[1:] for line in lines if line[0] in "+ ")
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file.name} holds these lines {text.count(old)} times:\n{old}"
    return text.replace(old, new)


def _run_page(page: Path, folder: Path) -> None:
    def process(arguments: list[str]) -> str:
        command = [sys.executable, "-m", "communique", *arguments]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
        return done.stdout + done.stderr

    page.write_text(rerun(page.read_text(encoding="utf-8"), folder, process), encoding="utf-8")


if __name__ == "__main__":
    for page in PAGES:
        with tempfile.TemporaryDirectory() as name:
            _run_page(page, Path(name))
