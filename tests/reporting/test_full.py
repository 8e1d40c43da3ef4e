"""The formats for people: full and concise."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.command_line import Run
from support.formatted import output


def test_full_points_at_the_place_whatever_the_width_of_letters(run: Run, project: Path) -> None:
    assert output(run, project, "full") == (
        "example.yaml:5:17: error CQ208 expected an actor type code, found 'persn'\n"
        "5 | - {id: a, type: persn, name: {en: 李强 李强}}   # 世界\n"
        "  |                 ^\n"
        "help: did you mean person?\n"
        "\n"
        "example.yaml:6:51: error CQ207 expected text on one line, found the number 12\n"
        '6 | - {id: "\\u0062", type: person, name: {zh: 世界, en: 12}}\n'
        "  |                                                     ^\n"  # each of the two wide letters takes two cells
        'help: put it in quotes: "12"\n'
        "\n"
        "example.yaml:7:8: warning CQ110 no is read as text here and as false by YAML 1.1 programs\n"
        "7 | - {id: no, type: person, name: {en: Norway}}\n"
        "  |        ^\n"
        'help: put it in quotes: "no"\n'
        "\n"
        "1 file checked: 2 errors, 1 warning\n"
        "1 file has reading or schema errors; rules were not run on it\n"
    )


def test_full_points_at_the_place_after_tabs_marks_and_what_is_hidden(run: Run, project: Path) -> None:
    said = {"th": "ที่นี่", "ko": "\u1112\u1161\u11ab", "es": "n\u0303", "en": "a\ue000b"}
    line = f"actors:\t[{{id: a, name: {{{', '.join(f'{key}: {text}' for key, text in said.items())}}}, type: persn}}]"
    (project / "example.yaml").write_text(f"schema_version: 0.1.0\nkind: registry\nid: example\n{line}\n", "utf-8")
    lines = output(run, project, "full").splitlines()
    index = next(number for number, line in enumerate(lines) if "CQ208" in line)
    shown = "actors: [{id: a, name: {th: ทน, ko: \u1112_, es: n, en: a\\u{E000}b}, type: "  # a mark takes no cell
    assert lines[index + 1].startswith("4 | actors: [{id") and "a\\u{E000}b" in lines[index + 1]
    assert lines[index + 2] == "  | " + " " * len(shown) + "^"  # the Hangul syllable is as wide as two letters


def test_full_cuts_a_line_by_the_cells_it_takes(run: Run, project: Path) -> None:
    for letter in ("世", "\U000f0000"):
        long = f"actors: [{{id: a, name: {{en: {letter * 90}}}, type: persn, note: {letter * 90}}}]\n"
        (project / "example.yaml").write_text(f"schema_version: 0.1.0\nkind: registry\nid: example\n{long}", "utf-8")
        lines = output(run, project, "full").splitlines()
        index = next(number for number, line in enumerate(lines) if "CQ208" in line)
        source, caret = lines[index + 1], lines[index + 2]
        wide = source.count("世")
        assert len(source) + wide <= len("4 | ……") + 100
        assert source.startswith("4 | …") and source.endswith("…")
        before = source[: source.index("persn")]
        assert caret.index("^") == len(before) + before.count("世")


def test_full_cuts_a_long_line_around_the_place(run: Run, project: Path) -> None:
    long = "actors: [" + "x" * 300 + ", {id: a, type: persn, name: {en: A}}, " + "y" * 300 + "]\n"
    (project / "example.yaml").write_text("schema_version: 0.1.0\nkind: registry\nid: example\n" + long)
    lines = output(run, project, "full").splitlines()
    index = next(number for number, line in enumerate(lines) if "CQ208" in line)
    assert len(lines[index + 1]) < 110
    column = lines[index + 2].index("^")
    assert lines[index + 1][column:].startswith("persn")


def test_colour_is_an_addition_only(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def called(**environment: str) -> str:
        for name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return output(run, project, "full")

    coloured, plain = called(FORCE_COLOR="1"), called()
    assert "\x1b[" in coloured and "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert called(FORCE_COLOR="1", NO_COLOR="1") == called(FORCE_COLOR="") == plain


def test_concise_is_the_default_off_a_terminal_and_counts_at_the_end(run: Run, project: Path) -> None:
    plain = run("validate", "example.yaml", cwd=project).stdout
    assert plain == output(run, project, "concise")
    counted = output(run, project, "concise", "--statistics")
    assert (
        counted == plain + "     1  CQ110  ambiguous-scalar\n     1  CQ207  wrong-type\n     1  CQ208  unknown-code\n"
    )


def test_a_terminal_gets_the_full_format(project: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "communique", "validate", "example.yaml"]
    environment = {**os.environ, "NO_COLOR": "1"}
    with subprocess.Popen(command, cwd=project, stdout=theirs, env=environment):
        os.close(theirs)
        said = b""
        try:
            while chunk := os.read(ours, 4096):
                said += chunk
        except OSError:
            pass  # the other end is closed: that is how a pseudo-terminal says that all was read
    os.close(ours)
    assert "help: did you mean person?" in said.decode("utf-8")
    assert "^" in said.decode("utf-8")
