"""`--fix` corrects what has one safe answer, and touches nothing else."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import CORPUS, RECORD, Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import communique
from communique import api, fixing
from communique.api import inspect
from communique.cli import cli
from communique.diagnostics.finding import Finding, Severity
from communique.files.atomic_write import WriteError, replace_file
from communique.fixing.fix import Fix
from communique.lexicon.spelling import must_mean
from communique.reading import Document, read_bytes
from communique.text.edits import Edit, apply
from communique.validation.engine import check

TEXT = """\
# A comment   with spaces.
schema_version: 0.1.0
kind: announcement   # another
id: example
title: {en: 'An  example'}
types: [speech]
status: draft
dates:
- role: announced
  value: '2025-07-26'
  evidence: [{source: report}]
sources:
- id: report
  type: news
  access: full_text
"""

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
    assert 'write 30 if a number is meant, and "030" if it is a text' in done.stdout
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


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=150)
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


WORDS = {
    "two words": ("access: full_text", "access: full text"),
    "two words and a comment": ("access: full_text  # all of it", "access: full text  # all of it"),
    "on two lines": ("access: full_text", "access: full\n    text"),
    "single quotes": ("access: 'full_text'", "access: 'full text'"),
    "double quotes": ('access: "full_text"', 'access: "full\\x20text"'),
    "a block": ("access: full_text  # all\n", "access: >-  # all\n    full\n    text\n"),
    "a block with its break": ("access: full_text\n", "access: |\n    full text\n"),
    "a key of two words": ("title_basis: as_printed", "title basis: as_printed"),
    "a key in quotes": ("'title_basis': as_printed", "'Title-Basis': as_printed"),
}


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("way", WORDS)
def test_a_whole_scalar_is_replaced_however_it_is_written(way: str, mark: str, line_break: str) -> None:
    right, wrong = WORDS[way]
    newer = TEXT.replace("0.1.0", "0.2.0")
    ending = "actors:\n- {id: other, name: {en: Other}, type: company}\n"
    before, after = (
        (mark + newer.replace("access: full_text\n", f"{each.rstrip()}\n{ending}")).replace("\n", line_break)
        for each in (wrong, right)
    )
    findings = [f for f in check([read_bytes(before.encode(), "example.yaml")]).findings if f.name != "byte-order-mark"]
    assert fixing.fixed(before.encode(), findings, "example.yaml").decode() == after


@pytest.mark.parametrize("file", [RECORD, CORPUS / "registry" / "instruments.yaml"], ids=lambda file: file.stem)
@pytest.mark.parametrize("between", [" ", "-", "  "])
def test_every_code_and_key_of_two_words(between: str, file: Path) -> None:
    """All at once in a whole record, as someone writes it who does not look them up."""
    right = file.read_text(encoding="utf-8")
    keys = re.sub(r"(?m)^([ -]*)([a-z]+)_([a-z]+):", rf"\1\2{between}\3:", right)
    codes = re.sub(r"(?m)(?<!field): ([a-z]+)_([a-z]+)$", rf": \1{between}\2", right)  # a name is no code
    for wrong in (keys, codes):
        assert wrong.count("\n") == right.count("\n") and wrong != right
        findings = check([read_bytes(wrong.encode(), file.name)]).findings
        assert fixing.fixed(wrong.encode(), findings, file.name).decode() == right


@pytest.mark.parametrize("line", ["types: [joint statement, speech]", "types: [speech, Joint-Statement]"])
def test_two_words_in_brackets(line: str) -> None:
    before = TEXT.replace("types: [speech]", line)
    after = fixing.fixed(before.encode(), check([read_bytes(before.encode(), "a.yaml")]).findings, "a.yaml").decode()
    assert after == before.replace("joint statement", "joint_statement").replace("Joint-Statement", "joint_statement")


@pytest.mark.parametrize(
    ("found", "word"),
    [
        ("in force", "in_force"),
        ("title basis", "title_basis"),
        ("Executive-Order", "executive_order"),
        ("st\u0430tus", "status"),
        ("anouncement", "announcement"),
        ("ful_text", "full_text"),
        ("soruces", "sources"),
    ],
)
def test_what_can_mean_only_one_thing(found: str, word: str) -> None:
    assert must_mean(found, word)


@pytest.mark.parametrize(
    ("found", "word"),
    [
        ("not_started", "not_stated"),
        ("media_inferred", "inferred"),
        ("orders", "offers"),
        ("number", "name"),
        ("regulation", "evaluation"),
        ("amd", "md"),
        ("source", "sources"),  # a list or not a list: only the writer knows
        ("signed", "designed"),
        ("author", "actor"),
        ("voluntary", "involuntary"),
        ("binding", "non_binding"),
        ("in", "on"),
    ],
)
def test_another_word_is_no_slip_of_the_keyboard(found: str, word: str) -> None:
    assert not must_mean(found, word)


def test_not_started_is_not_taken_for_not_stated(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT + "unknown:\n- {field: place, reason: not_started}\n")
    before = path.read_bytes()
    assert run("validate", path, "--fix").returncode == 1
    assert path.read_bytes() == before


def finding(name: str, at: tuple[int, int], pointer: str, replacement: str = "") -> Finding:
    return Finding("CQ000", name, Severity.ERROR, "", "a.yaml", *at, pointer, "", replacement)


def proposing(*fixes: Fix) -> Callable[[object, object], Iterator[Fix]]:
    """A fixer that proposes these."""
    return lambda file, finding: iter(fixes)


def test_a_fix_that_would_change_more_is_withdrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a fixer gets wrong: the file is read again, and it is held to its promise."""
    content = b"a: 1  # one\nb: two # three\nc: [x, 'y']\n"
    wrong = {
        "a comment is lost": Edit(4, 11, ""),
        "a number becomes another": Edit(3, 4, "1.0"),
        "a number becomes a text": Edit(3, 4, "'1'"),
        "a number becomes a truth value": Edit(3, 4, "true"),
        "keys change places": Edit(0, 27, "b: two # three\na: 1  # one\n"),
        "a text goes on": Edit(18, 19, ""),
        "an item more": Edit(31, 32, "x, x"),
        "no yaml any more": Edit(30, 31, ""),
        "another word": Edit(34, 37, "'z'"),
    }
    right = Fix((Edit(34, 37, '"y"'),))
    for name, edit in wrong.items():
        fixes = [Fix((edit,))] if name == "another word" else [right, Fix((edit,))]
        monkeypatch.setitem(fixing.FIXERS, "not-nfc", proposing(*fixes))
        outcome = fixing.repaired(content, [finding("not-nfc", (1, 1), "")], "a.yaml")
        kept = content if name == "another word" else content.replace(b"'y'", b'"y"')
        assert outcome == (kept, len(fixes) - 1, 1), name


def test_a_withdrawn_fix_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("speech", "speach").replace("status: draft\n", "status: draft \n"))
    monkeypatch.setitem(fixing.FIXERS, "trailing-space", proposing(Fix((Edit(0, 1, ""),))))
    result = CliRunner().invoke(cli, ["validate", str(path), "--fix"])
    assert "example.yaml: fixed\n" in result.output
    assert "example.yaml: 1 fix withdrawn: more would have changed than a fix may change\n" in result.output
    assert path.read_text() == TEXT.replace("status: draft\n", "status: draft \n")


def test_the_search_for_what_to_withdraw_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = count_readings(monkeypatch)
    bad = [Fix((Edit(each, each + 1, ""),)) for each in range(3, 400, 2)]
    monkeypatch.setitem(fixing.FIXERS, "not-nfc", proposing(*bad))
    content = b"a: " + b"x" * 400 + b"\n"
    assert fixing.repaired(content, [finding("not-nfc", (1, 1), "")], "a.yaml").content == content
    assert len(readings) < 60


def test_two_keys_are_not_both_renamed_to_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("  access: full_text", "  acces: full_text\n  acess: abstract"))
    before = path.read_bytes()
    run("validate", path, "--fix")
    assert path.read_bytes() == before


def test_keys_are_not_composed_into_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT + "extensions: {org.example: {caf\u00e9: 1, cafe\u0301: 2}}\n")
    before = path.read_bytes()
    done = run("validate", path, "--fix")
    assert path.read_bytes() == before and "1 fix withdrawn" in done.stderr


def count_readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that grows by one with every reading that fixing asks for."""
    seen: list[str] = []

    def read(content: bytes, path: str) -> Document:
        seen.append(path)
        return read_bytes(content, path)

    for module in (fixing.fix, fixing.tabs):
        monkeypatch.setattr(module, "read_bytes", read)
    return seen


@pytest.mark.parametrize("lines", [10, 4_000])
def test_a_file_is_read_a_few_times_however_many_lines_end_in_spaces(
    lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = count_readings(monkeypatch)
    bare = "schema_version: 0.2.0\nkind: registry\nid: a\n" + "# c\n" * lines
    content = bare.replace("\n", " \n").encode()
    findings = check([read_bytes(content, "a.yaml")]).findings
    assert fixing.fixed(content, findings, "a.yaml").decode() == bare
    assert len(readings) <= 3


def test_a_space_behind_each_line_of_a_large_record(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = count_readings(monkeypatch)
    content = RECORD.read_text().replace("\n", " \n").encode()
    before = read_bytes(content, RECORD.name)
    after = fixing.fixed(content, check([before]).findings, RECORD.name)
    assert read_bytes(after, RECORD.name).data == before.data
    assert after.count(b" \n") < content.count(b" \n") / 3
    assert len(readings) <= 3


def save_meanwhile(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]) -> None:
    """Change something after the files were read and before anything is written."""
    real = api.inspect
    left = [change]

    def inspect(*arguments: Any, **options: Any) -> Any:
        report = real(*arguments, **options)
        if left:
            left.pop()()
        return report

    monkeypatch.setattr(api, "inspect", inspect)


@pytest.mark.parametrize("option", ["--fix", "--diff"])
@pytest.mark.parametrize(
    "saved",
    [
        TEXT.replace("status: draft", "note: Beijing signed it.\nstatus: reviewed"),
        TEXT.replace("draft", "drafft").replace("\n", "\r\n"),
        TEXT.replace("draft", "drafft") + " ",
        "",
    ],
)
def test_a_file_that_was_saved_meanwhile_is_skipped(
    saved: str, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "example.yaml", tmp_path / "other.yaml"
    path.write_text(TEXT.replace("draft", "drafft"))
    other.write_text(TEXT.replace("draft", "drafft").replace("id: example", "id: other"))
    save_meanwhile(monkeypatch, lambda: path.write_bytes(saved.encode()))
    result = CliRunner().invoke(cli, ["validate", str(tmp_path), option])
    assert path.read_bytes() == saved.encode()
    assert "example.yaml: not fixed: the file was changed or removed after it was checked" in result.output
    assert result.exit_code == 2
    assert ("status: draft\n" in other.read_text()) == (option == "--fix")


@pytest.mark.parametrize("option", ["--fix", "--diff"])
@pytest.mark.parametrize("asked", ["folder", "file"])
def test_a_file_that_vanished_meanwhile_is_told(
    option: str, asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("draft", "drafft"))
    (tmp_path / "other.yaml").write_text(TEXT.replace("id: example", "id: other"))
    save_meanwhile(monkeypatch, path.unlink)
    result = CliRunner().invoke(cli, ["validate", str(path if asked == "file" else tmp_path), option])
    assert result.exit_code == 2 and not path.exists()
    assert "not fixed: the file was changed or removed" in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_one_file_under_two_names_is_fixed_once(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("speech", "speach"))
    (tmp_path / "link.yaml").symlink_to(path)
    done = run("validate", tmp_path, "--fix")
    assert done.stderr.count(": fixed\n") == 1 and "not fixed" not in done.stderr
    assert path.read_text() == TEXT


def test_all_lines_that_tabs_indent_are_fixed_at_once() -> None:
    before = TEXT.replace("\n  ", "\n\t")
    findings = check([read_bytes(before.encode(), "a.yaml")]).findings
    assert fixing.fixed(before.encode(), findings, "a.yaml").decode() == TEXT


NESTED = "a:\n  b: |-\n    One.\n\tc: 1\nd:\n    e: >-\n\tTwo.\n"
"""Only at a width of eight can it be read to the end, and then c is a part of the text."""
DEEP = "a:\n    b:\n\t- true\n            - false\n"
"""At any width up to eight this is one text of three words, and a list of two items at twelve."""


@pytest.mark.parametrize(
    "text", ["a:\n  - x\n\t- y\n", "a:\n- b:\n    c: 1\n\td: 2\n", "a: |\n\tx\n\t\ty\n", NESTED, DEEP]
)
def test_tabs_of_which_the_width_matters_are_left(text: str) -> None:
    findings = check([read_bytes(text.encode(), "a.yaml")]).findings
    assert fixing.fixed(text.encode(), findings, "a.yaml").decode() == text


def test_edits_do_not_overlap() -> None:
    assert apply("abcdef", [Edit(3, 4, "X"), Edit(0, 2, "Y"), Edit(1, 3, "Z")]) == "YcXef"


def test_validate_in_the_library_never_writes(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("speech", "speach"))
    communique.validate(path)
    communique.validate(CORPUS)
    assert "speach" in path.read_text()
