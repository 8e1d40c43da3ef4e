"""`--fix` corrects what has one safe answer, and touches nothing else."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import fixing
from communique.api import inspect
from communique.files.atomic_write import WriteError, replace_file
from communique.reading import read_bytes
from support.command_line import Run
from support.examples import examples
from support.fixable_record import TEXT
from support.folders import CORPUS

MISTAKES = {
    "code": ("access: full_text", "access: ful_text"),
    "code in a flow list": ("types: [speech]", "types: [speach]"),
    "field": ("  access: full_text", "  acces: full_text"),
    "field in a flow mapping": ("{source: report}", "{sorce: report}"),
    "kind": ("kind: announcement", "kind: anouncement"),
    "homoglyph": ("status: draft", "st\u0430tus: draft"),
    "byte-order mark": ("# A comment", "\ufeff# A comment"),
    "tabs": ("  value:", "\tvalue:"),
    "trailing spaces": ("status: draft\n", "status: draft  \t\n"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_is_fixed_and_nothing_else_is_touched(name: str, run: Run, tmp_path: Path) -> None:
    right, wrong = MISTAKES[name]
    assert right in TEXT
    path = tmp_path / "example.yaml"
    path.write_bytes(TEXT.replace(right, wrong, 1).encode())
    done = run("validate", "example.yaml", "--fix", cwd=tmp_path)
    assert path.read_bytes().decode() == TEXT
    assert done.stderr == "example.yaml: fixed\n"
    assert (done.returncode, done.stdout) == (0, "1 file checked: no findings\n")


def test_letters_are_composed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_bytes(TEXT.replace("An  example", "Cafe\u0301").encode())
    assert run("validate", path, "--fix").returncode == 0
    assert path.read_bytes() == TEXT.replace("An  example", "Caf\u00e9").encode()


def test_an_unquoted_no_is_put_in_quotes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    text = TEXT + "actors:\n- {id: norway, type: country, country: NO, name: {en: Norway, no: Norge}}  # keep\n"
    path.write_text(text)
    assert run("validate", path, "--fix").returncode == 0
    assert path.read_text() == text.replace("country: NO", 'country: "NO"').replace("no: Norge", '"no": Norge')


def test_a_number_that_others_misread_is_told_and_left(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT + "quantities:\n- {subject: x, value: 030, comparator: about, evidence: [{source: report}]}\n")
    before = path.read_bytes()
    done = run("validate", path, "--fix")
    assert (done.returncode, path.read_bytes()) == (0, before)
    assert 'write 30 if it is a number, or "030" if it is text' in done.stdout
    path.write_text(path.read_text().replace("030", "1_000"))
    done = run("validate", path)
    assert "CQ207" in done.stdout and "without separators: 1000" in done.stdout and "CQ110" not in done.stdout


def test_json_and_windows_line_ends_stay_as_they_are(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.json"
    right = b'{"schema_version": "0.1.0",\r\n "kind": "registry",\r\n\t"id": "example",\r\n "actors": []}'
    path.write_bytes(right.replace(b'"actors"', b'"actorz"'))
    assert run("validate", path, "--fix").returncode == 0
    assert path.read_bytes() == right


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("2025-07-26", "2025-02-30"),
        TEXT.replace("speech", "peach"),
        TEXT.replace("status: draft", "status: done"),
        TEXT.replace("  access: full_text\n", ""),
        TEXT.replace("'An  example'", '"An example'),
        TEXT + "note: |\n  two spaces end this line  \n  and not this\n",
    ],
)
def test_what_has_no_safe_answer_is_left_alone(text: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(text)
    run("validate", path, "--fix")
    assert path.read_text() == text


def test_diff_shows_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("speech", "speach"))
    done = run("validate", "example.yaml", "--diff", cwd=tmp_path)
    assert "-types: [speach]\n+types: [speech]\n" in done.stdout
    assert done.returncode == 1
    assert "speach" in path.read_text()


def test_what_is_ignored_is_not_fixed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("status: draft\n", "status: draft  \n"))
    (tmp_path / "communique.toml").write_text('ignore = ["trailing-space"]')
    run("validate", "example.yaml", "--fix", cwd=tmp_path)
    assert "draft  \n" in path.read_text()


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "example.yaml"
    target.write_text(TEXT.replace("speech", "speach"))
    target.chmod(0o640)
    (tmp_path / "deep").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path)
    run("validate", link / "example.yaml", "--fix")
    assert target.read_text() == TEXT
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_failing_write_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "example.yaml"
    path.write_text("old")

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(WriteError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["example.yaml"]


def test_standard_input_cannot_be_fixed(run: Run) -> None:
    assert run("validate", "-", "--fix", stdin=TEXT).returncode == 2


def test_the_shipped_records_need_no_fixing(run: Run) -> None:
    assert run("validate", CORPUS, "--diff").stdout == ""


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=examples(150))
@given(data=st.data())
def test_fixing_any_damage_never_makes_it_worse(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "example.yaml"
    at = data.draw(st.integers(0, len(TEXT)))
    damage = data.draw(st.sampled_from(["\t", " ", "x", "\ufeff", "\u0301", "'", ":", "NO", "\u0430", "\n"]))
    path.write_bytes((TEXT[:at] + damage + TEXT[at:]).encode())
    before = inspect(path)
    after = fixing.fixed(path.read_bytes(), before.findings, str(path))
    again = read_bytes(after, str(path))
    assert len(again.findings) <= max(1, len(read_bytes(path.read_bytes(), str(path)).findings))
