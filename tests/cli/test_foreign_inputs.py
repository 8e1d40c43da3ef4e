"""Sheets, libraries and texts of every kind in all commands that read them: the same result, or a finding in one piece.

Nothing is half written, and nothing that is small on disk takes the memory of the machine.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import cli
from support import bounded_memory, sheet_variants
from support.command_line import Run
from support.folders import CORPUS, copied

Command = Callable[[Path, Path], tuple[object, ...]]

SHEETS: dict[str, Command] = {
    "import": lambda file, place: (
        "import", file, "--as", "sheet", "--to", place / "in", "--source-type", "news",
        "--language", "en",
    ),
    "add": lambda file, place: (
        "add", "source", "--from", file, "--type", "news", "--in", place / "records",
        "--mapping", _mapping(place), "--to", place / "records" / "registry" / "instruments.yaml",
    ),
}  # fmt: skip
HARMLESS = dict(sheet_variants.harmless())


def _mapping(place: Path) -> Path:
    path = place / "sources.toml"
    path.write_text('[source]\nTitle = "title"\nDate = "published"\nType = "-"\nLink = "url"\n', encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}


def written(run: Run, command: str, name: str, place: Path) -> dict[str, str]:
    """The records after a command has read a sheet, by their paths."""
    copied(CORPUS, place / "records")
    file = sheet_variants.write(place / "sheets", name, HARMLESS[name])
    done = run(*SHEETS[command](file, place), cwd=place)
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(place).as_posix(): path.read_text(encoding="utf-8") for path in sorted(place.rglob("*.yaml"))
    }


@pytest.mark.parametrize("command", SHEETS)
@pytest.mark.parametrize(
    "name", [name if name == "windows.csv" else pytest.param(name, marks=pytest.mark.slow) for name in HARMLESS]
)
def test_one_sheet_is_the_same_from_every_program(run: Run, command: str, name: str, tmp_path: Path) -> None:
    if name == "comma.csv":
        pytest.skip("the others are compared with this one")
    found = written(run, command, name, tmp_path / "other")
    assert found == written(run, command, "comma.csv", tmp_path / "plain")
    assert any("2025-07-26" in text and "example.org/plan" in text for text in found.values())


@pytest.fixture(scope="module")
def hostile() -> dict[str, bytes]:
    """The files that mean harm, made once."""
    return dict(sheet_variants.hostile())


@pytest.mark.slow
@pytest.mark.parametrize("command", SHEETS)
def test_nothing_of_a_hostile_sheet_is_taken(run: Run, command: str, hostile: dict[str, bytes], tmp_path: Path) -> None:
    copied(CORPUS, tmp_path / "records")
    before = contents(tmp_path / "records")
    for name, content in hostile.items():
        file = sheet_variants.write(tmp_path / "sheets", name, content)
        done = run(*SHEETS[command](file, tmp_path), cwd=tmp_path, before=bounded_memory.bound)
        assert done.returncode in (1, 2), (name, done.stdout, done.stderr)
        assert "internal error" not in done.stderr and "Traceback" not in done.stderr, (name, done.stderr)
        assert name in done.stderr and len(done.stderr) < 10_000, (name, done.stderr)
        assert contents(tmp_path / "records") == before, name
        assert not (tmp_path / "in").exists(), name
        (tmp_path / "new.toml").unlink(missing_ok=True)
        file.unlink()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and few symlinks")
@pytest.mark.parametrize("kind", ["pipe", "loop", "device", "folder"])
def test_only_regular_files_are_read(run: Run, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "device" else path)
    done = run(*SHEETS["import"](path, tmp_path), cwd=tmp_path)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert [*tmp_path.iterdir()] == [path]


LIBRARIES: dict[str, tuple[str, Callable[[], str]]] = {
    "rows.ris": ("ris", lambda: "TY  - NEWS\nTI  - A\nUR  - https://example.org/1\nER  - \n" * 100_000),
    "value.ris": ("ris", lambda: f"TY  - NEWS\nTI  - {'x' * 40_000_000}\nER  - \n"),
    "lines.ris": ("ris", lambda: "TY  - NEWS\nTI  - x\n" + "more\n" * 300_000 + "ER  - \n"),
    "tags.ris": ("ris", lambda: "TY  - NEWS\nTI  - x\n" + "KW  - k\n" * 400_000 + "ER  - \n"),
    "deep.json": ("csl-json", lambda: "[" * 100_000),
    "lists.json": ("csl-json", lambda: "[" + "[]," * 15_000_000 + "[]]"),
    "half.json": ("csl-json", lambda: '[{"id": "a", "type": "book", "title": "T", "x": "\\ud800"}]'),
    "rows.json": ("csl-json", lambda: "[" + '{"id": "a", "type": "book", "title": "T"},' * 100_000 + "{}]"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LIBRARIES)
def test_nothing_of_a_hostile_library_is_taken(run: Run, name: str, tmp_path: Path) -> None:
    layout, content = LIBRARIES[name]
    (tmp_path / name).write_text(content(), encoding="utf-8")
    done = run("import", name, "--as", layout, "--to", "in", cwd=tmp_path, before=bounded_memory.bound)
    assert done.returncode in (1, 2)
    assert "internal error" not in done.stderr and name in done.stderr and len(done.stderr) < 10_000
    assert not (tmp_path / "in").exists()


TEXT = "Beijing, 26 July 2025\n\nLi Qiang said on Saturday, 26 July 2025, that more than 40 states would take part.\n"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_breaks_of_every_system_are_the_same_text(run: Run, end: str, tmp_path: Path) -> None:
    found = []
    for name, content in (("plain", TEXT.encode()), ("other", b"\xef\xbb\xbf" + TEXT.replace("\n", end).encode())):
        (tmp_path / f"{name}.txt").write_bytes(content)
        done = run("draft", f"{name}.txt", "--source", "page", "--to", name, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        (path,) = (tmp_path / name).glob("*.yaml")
        found.append(path.read_text(encoding="utf-8"))
    assert found[0] == found[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a " * 50_000_000, "larger than 20,000,000 bytes"),
        (b"x" * 50_000_000, "larger than 20,000,000 bytes"),
        (TEXT.encode("utf-16"), "in UTF-16, not UTF-8"),
        (TEXT.encode() + b"\xe9", "not UTF-8"),
        (TEXT.encode() + b"\0", "not UTF-8"),
        (b"a" + "\u0301".encode() * 1_000, "combining marks"),
        (b"", "the text is empty"),
        (TEXT.encode() * 20_000, ""),
        (b"x" * 4_000_000, ""),
        (b"26 July 2025 " * 14_000, ""),
        ("“‘(".encode() * 60_000, ""),
    ],
    ids=range(11),
)
def test_any_text_is_a_draft_or_an_error(run: Run, content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes(content)
    done = run("draft", "text.txt", "--to", "in", cwd=tmp_path, before=bounded_memory.bound)
    assert done.returncode == (2 if message else 0), done.stderr
    assert message in done.stderr and "internal error" not in done.stderr
    assert (tmp_path / "in").exists() is not bool(message)


@pytest.mark.parametrize(
    "words",
    [
        ("draft", "text.txt", "{there}/records", "--to", "{there}/new"),
        (
            "import",
            "sheet.csv",
            "--as",
            "sheet",
            "--to",
            "{there}/records/in",
            "--source-type",
            "news",
            "--language",
            "en",
        ),
        ("add", "actor", "Ada Walker", "--type", "person", "--in", "{there}/records"),
        ("review", "{there}/records"),
        ("init", "{there}/tracker"),
    ],
    ids=lambda words: words[0],
)
def test_records_may_be_on_another_drive(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows there is no way from one drive to another; here ``relpath`` says so for one folder."""
    there = tmp_path / "other drive ü"
    there.mkdir()
    copied(CORPUS, there / "records")
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    sheet_variants.write(tmp_path, "sheet.csv", HARMLESS["comma.csv"])
    real = os.path.relpath

    def two_drives(path: str | os.PathLike[str], start: str | os.PathLike[str] = os.curdir) -> str:
        if str(Path(path).absolute()).startswith(str(there)) is not str(Path(start).absolute()).startswith(str(there)):
            raise ValueError("path is on mount 'D:', start on mount 'C:'")
        return real(path, start)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os.path, "relpath", two_drives)
    done = CliRunner().invoke(cli, [word.format(there=there) for word in words])
    assert done.exit_code == 0, done.output
