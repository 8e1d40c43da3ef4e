"""What `--diff` and `--dry-run` print is what git and patch take, and gives the very bytes that would be written."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.api import migrate
from communique.fixing import difference
from communique.models import SCHEMA_VERSION
from support.command_line import Run
from support.examples import examples

HEAD = b"schema_version: 0.1.0\nkind: registry\nid: r\n"
DATED = HEAD + b"occasions:\n- id: o\n  name: {en: Occasion}\n  dates: '2025-03-14'\n"
LONG = (
    HEAD
    + b"actors:\n"
    + b"".join(f"- {{id: a{number}, type: group, name: {{en: Name}}}}\n".encode() for number in range(30))
)
FILES = {
    "change near the end": DATED,
    "no line end at the end": DATED.rstrip(b"\n"),
    "CR LF": DATED.replace(b"\n", b"\r\n"),
    "CR LF, no line end at the end": DATED.replace(b"\n", b"\r\n").rstrip(b"\r\n"),
    "byte-order mark": b"\xef\xbb\xbf" + DATED,
    "tabs and letters": DATED.replace(b"{en: Occasion}", "{en: \u201cÉté\u201d\t例}".encode()),
    "two changes far apart": LONG + DATED.removeprefix(HEAD),
    "mixed line ends": DATED.replace(b"r\n", b"r\r\n"),
}


def apply(folder: Path, diff: str, *command: str) -> None:
    subprocess.run(command or ("git", "apply", "-"), cwd=folder, input=diff.encode(), check=True, capture_output=True)


def dated(folder: Path, contents: dict[str, bytes]) -> dict[Path, bytes]:
    """Write the records into folders of these names, each with an id of its own."""
    files = {}
    for number, (name, content) in enumerate(contents.items()):
        path = folder / "records" / name / f"r{number}.yaml"
        path.parent.mkdir(parents=True)
        files[path] = content.replace(b"id: r", b"id: r%d" % number, 1).replace(b"id: o", b"id: o%d" % number)
    return files


def written(files: dict[Path, bytes]) -> dict[Path, bytes]:
    for path, content in files.items():
        path.write_bytes(content)
    return {path: migrate(content, SCHEMA_VERSION) for path, content in files.items()}


needs_patch = pytest.mark.skipif(which("patch") is None, reason="patch is not installed")


@pytest.mark.parametrize("tool", [("git", "apply", "-"), pytest.param(("patch", "-p1", "--binary"), marks=needs_patch)])
def test_a_dry_run_can_be_applied(tool: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    files = dated(tmp_path, FILES)
    wanted = written(files)
    diff = run("migrate", "--dry-run", cwd=tmp_path).stdout
    assert all(path.read_bytes() == content != wanted[path] for path, content in files.items())
    apply(tmp_path, diff, *tool)
    assert {path: path.read_bytes() for path in files} == wanted


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_what_fix_would_change_can_be_applied(line_break: str, tmp_path: Path, run: Run) -> None:
    """Lines that fall away, a mark, spaces: in several files, below the top of a repository and outside of any."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    work = tmp_path / "work"
    (work / "records").mkdir(parents=True)
    texts = {
        "a.yaml": "\ufeffschema_version: 0.1.0\nkind: registry\nid: a\nactors:\n"
        "- id: x\n  type: government\n    body\n  name: {en: X}",
        "b.yaml": "schema_version: 0.1.0 \nkind: anouncement\nid: b\n",
    }
    files = {work / "records" / name: text.replace("\n", line_break).encode() for name, text in texts.items()}
    for path, content in files.items():
        path.write_bytes(content)
    diff = run("validate", "--diff", cwd=work).stdout
    assert diff.count("--- a/records/") == 2
    run("validate", "--fix", cwd=work)
    wanted = {path: path.read_bytes() for path in files}
    for path, content in files.items():
        path.write_bytes(content)
    apply(work, diff)
    assert {path: path.read_bytes() for path in files} == wanted != files


NEWEST = SCHEMA_VERSION.encode()
NAMES = [
    "two words",
    'quo"te',
    "back\\slash",
    "line\nbreak",
    "\u202eright",
    "é例",
    "\ttab",
    "##[error]x",
    "a\r::error::x",
    "-",
]


def test_names_that_cannot_be_shown_are_quoted_as_git_does(tmp_path: Path, run: Run) -> None:
    files = dated(tmp_path, dict.fromkeys(NAMES, DATED))
    wanted = written(files)
    done = run("migrate", "--dry-run", cwd=tmp_path)
    assert not any(raw in done.stdout + done.stderr for raw in ("\u202e", "\r", "##[error]", "\nbreak"))
    apply(tmp_path, done.stdout)
    assert {path: path.read_bytes() for path in files} == wanted


@pytest.mark.parametrize("letters", ["\u200f", "\u202e", "\x7f", "##[error]", "a\rb"])
def test_what_cannot_be_shown_is_told_and_passed_over(letters: str, tmp_path: Path, run: Run) -> None:
    odd, plain = tmp_path / "r.yaml", tmp_path / "plain.yaml"
    before = DATED.replace(b"registry\n", f"registry  # {letters}\n".encode())
    after = before.replace(b"0.1.0", NEWEST)
    text, applicable = difference(before, after, str(odd))
    assert not applicable and letters not in text and all(line.startswith("# ") for line in text.splitlines())
    other, _ = difference(DATED, DATED.replace(b"0.1.0", NEWEST), "plain.yaml")
    odd.write_bytes(before)
    plain.write_bytes(DATED)
    apply(tmp_path, text + other)
    assert plain.read_bytes() == DATED.replace(b"0.1.0", NEWEST) and odd.read_bytes() == before


def test_what_cannot_be_applied_is_told(tmp_path: Path, run: Run) -> None:
    (tmp_path / "r.yaml").write_text(DATED.decode().replace("registry\n", "registry  # שלום\u200f\n"))
    done = run("migrate", "r.yaml", "--dry-run", cwd=tmp_path)
    assert (
        "r.yaml: this diff cannot be applied" in done.stderr
        and f"\n# +schema_version: {SCHEMA_VERSION}\n" in done.stdout
    )


def test_no_line_of_a_difference_commands_a_ci_system() -> None:
    before = DATED + b"x: |\n ::error::y\n ##vso[z]\n"
    text, applicable = difference(before, before.replace(b"0.1.0", NEWEST) + b"\n", "r.yaml")
    assert not applicable
    assert not any(line.lstrip().startswith("::") or "##vso[" in line for line in text.splitlines())


def test_as_many_lines_are_compared_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line with each other line, as difflib does it, takes minutes where every line is changed."""

    def slow(*_: object) -> None:
        raise AssertionError("lines are compared with all others")

    monkeypatch.setattr("difflib.SequenceMatcher.find_longest_match", slow)
    before = b"# c \n" * 4_000
    text, _ = difference(before, before.replace(b" \n", b"\n"), "r.yaml")
    assert text.count("\n-# c ") == text.count("\n+# c") == 4_000


LINES = st.lists(st.sampled_from(["a", "b", "c", " d", "", "-", "\\", "é"]), max_size=25)
ENDS = st.sampled_from(["\n", "\r\n"])


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=examples(25))
@given(old=LINES, new=LINES, end=ENDS, cut=st.booleans(), cut_new=st.booleans())
def test_any_two_texts(
    old: list[str], new: list[str], end: str, cut: bool, cut_new: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before, after = (
        (end.join(lines) + ("" if short else end)).encode() for lines, short in ((old, cut), (new, cut_new))
    )
    text, applicable = difference(before, after, "x.yaml")
    assert applicable and bool(text) == (before != after)
    folder = tmp_path_factory.mktemp("any")
    (folder / "x.yaml").write_bytes(before)
    if text and before and after:  # git takes an empty file for one that is not there
        apply(folder, text)
        assert (folder / "x.yaml").read_bytes() == after
