"""``validate --watch`` shows what is new and what is gone after each change."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE

import pytest

from communique import reporting
from communique.cli.inspection import Inspection
from communique.cli.validate_watch import checker, follow
from communique.files.file_changes import Changed, WatchError, file_changes
from communique.files.paths import place
from communique.reading.record_files import content
from communique.reporting import Style
from communique.validation import file_check
from support.command_line import Run

GOOD = "kind: registry\nschema_version: 0.1.0\nid: one\n"
UNKNOWN = "one.yaml:4:1: error CQ206 unknown field 'sumary'"
Step = Callable[[], object]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one record, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.yaml").write_text(GOOD)
    return tmp_path


class Watched:
    """What is printed when these steps are taken while the folder is watched."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.shown: list[list[str]] = []
        self.told: list[str] = []

    def __call__(
        self, *steps: tuple[str, Step], options: Inspection | None = None, colour: bool = False
    ) -> list[list[str]]:
        """The lines of each round without those of help; the first is before the first step."""
        inspection = options or Inspection(["."], None, None)
        follow(checker(inspection), self._changes(steps), reporting.formats()["concise"], Style(colour))
        return self.shown

    def _changes(self, steps: tuple[tuple[str, Step], ...]) -> Iterator[Changed]:
        self._read()
        for names, step in steps:
            step()
            yield frozenset(place(Path(name)) for name in names.split())
            self._read()

    def _read(self) -> None:
        out, err = self._capsys.readouterr()
        self.shown.append([line for line in out.splitlines() if not line.startswith("  help: ")])
        self.told += err.splitlines()


@pytest.fixture
def watched(folder: Path, capsys: pytest.CaptureFixture[str]) -> Watched:
    return Watched(capsys)


def writes(name: str, text: str) -> tuple[str, Step]:
    return name, lambda: Path(name).write_text(text)


def test_what_is_new_and_what_is_gone(watched: Watched) -> None:
    wrong = f"{GOOD}sumary: x\n"
    shown = watched(
        writes("one.yaml", wrong),
        writes("one.yaml", f"# a line more\n{wrong}"),
        writes("one.yaml", f"# a line more\n{wrong}titel: x\n"),
        writes("one.yaml", GOOD),
    )
    skipped = "1 file has reading or schema errors; rules were not run on it"
    assert shown == [
        ["1 file checked: no findings"],
        [UNKNOWN, "1 file checked: 1 error; 1 new, 0 gone", skipped],
        ["1 file checked: 1 error; 0 new, 0 gone"],
        ["one.yaml:6:1: error CQ206 unknown field 'titel'", "1 file checked: 2 errors; 1 new, 0 gone"],
        [
            f"gone: {UNKNOWN.replace(':4:', ':5:')}",
            "gone: one.yaml:6:1: error CQ206 unknown field 'titel'",
            "1 file checked: no findings; 0 new, 2 gone",
        ],
    ]
    assert watched.told == ["Watching 1 file; press Ctrl-C to stop"]


def test_a_file_that_is_half_written_for_a_moment(watched: Watched) -> None:
    shown = watched(writes("one.yaml", "kind: reg"), writes("one.yaml", GOOD))
    assert shown[1][-2].startswith("1 file checked: ") and not shown[1][-2].endswith(" 0 new, 0 gone")
    assert shown[2][-1].startswith("1 file checked: no findings; 0 new, ")


def test_files_that_come_and_go_and_get_another_name(watched: Watched) -> None:
    two = GOOD.replace("one", "two")
    shown = watched(
        writes("two.yaml", two),
        ("two.yaml three.yaml", lambda: Path("two.yaml").rename("three.yaml")),
        ("three.yaml", Path("three.yaml").unlink),
    )
    finding = "three.yaml:3:5: error CQ303 the id is two, but the file is named three.yaml"
    assert shown[1:] == [
        ["2 files checked: no findings; 0 new, 0 gone"],
        [finding, "2 files checked: 1 error; 1 new, 0 gone"],
        [f"gone: {finding}", "1 file checked: no findings; 0 new, 1 gone"],
    ]


def test_an_editor_that_writes_another_file_and_renames_it(watched: Watched) -> None:
    def save() -> None:
        Path("one.yaml.tmp").write_text(f"{GOOD}sumary: x\n")
        Path("one.yaml.tmp").replace("one.yaml")

    shown = watched(("one.yaml.tmp one.yaml", save))
    assert shown[1][:2] == [UNKNOWN, "1 file checked: 1 error; 1 new, 0 gone"]


def test_many_changes_at_once_are_one_round(watched: Watched) -> None:
    names = [f"r{number}" for number in range(30)]

    def pull() -> None:
        for name in names:
            Path(f"{name}.yaml").write_text(f"{GOOD.replace('one', name)}sumary: x\n")

    shown = watched((" ".join(f"{name}.yaml" for name in names), pull))
    assert len(shown) == 2 and "31 files checked: 30 errors; 30 new, 0 gone" in shown[1]


def test_nothing_is_printed_when_other_files_change(watched: Watched) -> None:
    assert watched(("", lambda: None), writes("notes.txt", "x"))[1:] == [[], []]


def test_only_files_that_changed_are_read_again(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(path: Path, root: Path) -> bytes:
        read.append(path.name)
        return content(path, root)

    def write(name: str, text: str) -> None:
        read.append("-")
        Path(name).write_text(text)

    monkeypatch.setattr(file_check, "file_content", noted)
    three = Path("three.yaml")
    three.write_text(GOOD.replace("one", "three"))
    watched(
        ("", lambda: write("notes.txt", "")),
        ("one.yaml", lambda: write("one.yaml", f"{GOOD}note: x\n")),  # reported
        ("", lambda: write("three.yaml", three.read_text() + "note: x\n")),  # not reported, as before the watch begins
        (
            "one.yaml three.yaml",
            lambda: write("notes.txt", ""),
        ),  # reported, though all that the system says is the same
    )
    assert " ".join(read) == "one.yaml three.yaml - - one.yaml - three.yaml - one.yaml three.yaml"


def test_settings_are_read_again_and_may_be_wrong_for_a_while(watched: Watched) -> None:
    shown = watched(
        writes("two.yaml", f"{GOOD.replace('one', 'two')}sumary: x\n"),
        writes("communique.toml", 'exclude = ["two'),
        writes("communique.toml", 'exclude = ["two.yaml"]'),
        ("communique.toml", Path("communique.toml").unlink),
    )
    assert watched.told[1].startswith("Error: ") and "communique.toml: invalid TOML" in watched.told[1]
    assert [lines[-1:] for lines in shown[2:4]] == [[], ["1 file checked: no findings; 0 new, 1 gone"]]
    assert shown[4][:2] == [UNKNOWN.replace("one", "two"), "2 files checked: 1 error; 1 new, 0 gone"]


def test_all_may_be_gone_for_a_while(watched: Watched) -> None:
    shown = watched(("one.yaml", Path("one.yaml").unlink), writes("one.yaml", GOOD))
    assert shown[1:] == [[], ["1 file checked: no findings; 0 new, 0 gone"]]
    assert watched.told[1:] == ["Error: no records in ."]


def test_a_file_that_was_given_may_be_gone_for_a_while(watched: Watched) -> None:
    only = Inspection(["one.yaml"], None, None)
    shown = watched(("one.yaml", Path("one.yaml").unlink), writes("one.yaml", GOOD), options=only)
    assert shown[2] == ["1 file checked: no findings; 0 new, 0 gone"]
    assert watched.told[1:] == ["Error: one.yaml does not exist"]


def test_findings_of_the_baseline_are_not_new(watched: Watched) -> None:
    Path("known.json").write_text('{"findings": [{"record": "one", "pointer": "/sumary", "code": "CQ206"}]}')
    options = Inspection(["one.yaml"], None, None, baseline="known.json")
    wrong = f"{GOOD}sumary: x\n"
    shown = watched(writes("one.yaml", wrong), ("known.json", Path("known.json").unlink), options=options)
    assert shown[1][0] == "1 file checked: no findings; 0 new, 0 gone"
    assert "cannot read baseline" in watched.told[1]


def test_what_is_gone_is_green_in_a_terminal(watched: Watched) -> None:
    Path("one.yaml").write_text(f"{GOOD}sumary: x\n")
    assert watched(writes("one.yaml", GOOD), colour=True)[1][0] == f"\x1b[32mgone: {UNKNOWN}\x1b[0m"


def test_of_very_many_that_are_gone_only_some_are_listed(watched: Watched) -> None:
    Path("one.yaml").write_text(GOOD + "".join(f"x{number}: 1\n" for number in range(100)))
    shown = watched(writes("one.yaml", GOOD))[1]
    assert (len(shown), shown[-2]) == (22, "gone: 80 more")


@pytest.mark.parametrize(
    "others", [("--fix",), ("--diff",), ("--write-baseline", "known.json"), ("-",), ("--format", "json")]
)
def test_what_makes_no_sense_while_watching_is_wrong_usage(others: tuple[str, ...], run: Run, folder: Path) -> None:
    done = run("validate", ".", "--watch", *others, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "") and "Error: --watch " in done.stderr


def test_without_watchfiles_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(WatchError, match=r"pip install 'communique\[watch\]'"):
        file_changes([Path()])


@pytest.mark.slow
@pytest.mark.usefixtures("no_endless_wait")
@pytest.mark.parametrize(("sent", "code", "text"), [(signal.SIGINT, 130, "\n"), (signal.SIGTERM, -signal.SIGTERM, "")])
def test_the_command_watches_until_it_is_stopped(sent: signal.Signals, code: int, text: str, folder: Path) -> None:
    command = [sys.executable, "-m", "communique", "validate", ".", "--watch"]
    with subprocess.Popen(command, cwd=folder, stdout=PIPE, stderr=PIPE, text=True) as process:
        assert process.stdout and process.stderr
        assert process.stderr.readline() == "Watching 1 file; press Ctrl-C to stop\n"
        assert process.stdout.readline() == "1 file checked: no findings\n"
        (folder / "one.yaml").write_text(f"{GOOD}sumary: x\n")
        assert [process.stdout.readline() for _ in range(3)][::2] == [
            f"{UNKNOWN}\n",
            "1 file checked: 1 error; 1 new, 0 gone\n",
        ]
        process.send_signal(sent)
        _, rest = process.communicate()
        assert (process.returncode, rest) == (code, text)
