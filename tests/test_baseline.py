"""Baselines and exceptions count as settled only by what was checked."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

from communique import api
from communique.api import inspect
from communique.validation import baseline
from communique.validation.baseline import BaselineError, Key
from communique.validation.settings import load
from communique.validation.suppressions import apply

DATASET = (
    "schema_version: 0.2.0\nkind: dataset\nid: dataset\ntitle: {en: All}\nlicence: CC0-1.0\n"
    "creators: [{name: Somebody}]\nversion: 0.1.0\ncoverage: {as_of: '2026-11-24'}\nlanguages: [en]\n"
)
SOURCES = (
    "schema_version: 0.2.0\nkind: registry\nid: sources\nsources:\n- {id: report, type: news, access: full_text}\n"
)
PLAN = (
    "schema_version: 0.2.0\nkind: announcement\nid: {id}\ntitle: {{en: {id}}}\ntypes: [speech]\nstatus: reviewed\n"
    "unknown:\n- {{field: roles, reason: not_stated}}\n"
    "dates:\n- {{role: announced, value: '2025-07-25', as_stated: Saturday, evidence: [{{source: report}}]}}\n"
)
WRONG_DAY = "CQ402"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Three announcements with one finding each."""
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "dataset.yaml").write_text(DATASET)
    (folder / "sources.yaml").write_text(SOURCES)
    for id in ("one", "two", "three"):
        (folder / f"{id}.yaml").write_text(PLAN.format(id=id))
    return folder


def entries(path: Path) -> list[tuple[str, str]]:
    return [(each["record"], each["code"]) for each in json.loads(path.read_text())["findings"]]


ALL = [("one", WRONG_DAY), ("three", WRONG_DAY), ("two", WRONG_DAY)]


def test_what_was_not_looked_at_is_not_gone(records: Path, run: Run) -> None:
    top = records.parent
    assert run("validate", "records", "--write-baseline", "b.json", cwd=top).stdout == "3 findings written to b.json\n"
    for asked in (["records/one.yaml"], ["records/two.yaml", "records/one.yaml"], ["records"]):
        done = run("validate", *asked, "--baseline", "b.json", cwd=top)
        assert (done.returncode, done.stderr) == (0, "")
    content = PLAN.format(id="one").replace("Saturday", "Friday")
    done = run("validate", "-", "--stdin-filename", "records/one.yaml", "--baseline", "b.json", cwd=top, stdin=content)
    assert done.stderr == "1 finding of the baseline no longer there; write it anew with --write-baseline\n"


def test_a_part_of_the_corpus_keeps_the_rest_of_the_baseline(records: Path, run: Run) -> None:
    top = records.parent
    run("validate", "records", "--write-baseline", "b.json", cwd=top)
    (records / "one.yaml").write_text(PLAN.format(id="one").replace("Saturday", "Friday"))
    done = run("validate", "records/one.yaml", "--write-baseline", "b.json", cwd=top)
    assert done.stdout == "0 findings written to b.json; 2 kept of what was not checked\n"
    assert entries(top / "b.json") == ALL[1:]
    (records / "one.yaml").write_text(PLAN.format(id="one"))
    run("validate", "records/one.yaml", "--write-baseline", "b.json", cwd=top)
    assert entries(top / "b.json") == ALL


@pytest.mark.parametrize(
    ("spoil", "settled"),
    [
        (lambda text: text.replace("types: [other]", "types: [othre]"), False),  # its shape is wrong
        (lambda text: text.replace("{en: one}", "{en: 'one}"), False),  # it breaks off
        (lambda text: text.replace("2025-07-25", "2025-07-26"), True),  # it was corrected
        (lambda text: text.replace("id: one", "id: 1"), False),  # it is nobody's record any more
    ],
)
def test_an_entry_is_gone_only_if_its_rule_was_applied(spoil: Any, settled: bool, records: Path) -> None:
    known = Counter({Key("one", "/dates/0/as_stated", WRONG_DAY): 1})
    assert baseline.subtract(inspect(records), known)[1] == 0
    (records / "one.yaml").write_text(spoil(PLAN.format(id="one")))
    assert baseline.subtract(inspect(records), known)[1] == int(settled)
    assert baseline.subtract(inspect(records / "two.yaml"), known)[1] == 0


def test_rules_that_are_not_asked_for_settle_nothing(records: Path) -> None:
    known = Counter({Key("one", "/dates/0/as_stated", WRONG_DAY): 1, Key("two", "/id", "CQ303"): 1})
    own = records.parent / "communique.toml"
    own.write_text(f'ignore = ["{WRONG_DAY}"]\n')
    assert baseline.subtract(inspect(records, settings=load(own)), known)[1] == 1
    own.write_text(f'select = ["{WRONG_DAY}"]\n')
    assert baseline.subtract(inspect(records, settings=load(own)), known) == (
        [each for each in inspect(records).findings if each.path.endswith(("two.yaml", "three.yaml"))],
        0,
    )


def test_a_rule_about_other_records_settles_nothing_while_one_of_them_is_broken(records: Path) -> None:
    known = Counter({Key("one", "/id", "CQ302"): 1})
    assert baseline.subtract(inspect(records), known)[1] == 1
    (records / "two.yaml").write_text("kind: announcement\nid: 'two\n")
    assert baseline.subtract(inspect(records), known)[1] == 0


def test_an_entry_of_a_file_without_an_id_goes_when_it_has_one(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(records)
    (records / "one.yaml").write_text(PLAN.format(id="one").replace("id: one\n", ""))
    (missing,) = [each for each in inspect(records).findings if each.path.endswith("one.yaml")]
    known = Counter({baseline.key(missing, inspect(records)): 1})
    assert list(known) == [Key("one.yaml", "", "CQ205")]
    (records / "one.yaml").write_text(PLAN.format(id="one"))
    assert baseline.subtract(inspect("."), known)[1] == 1


# Exceptions


def exception(code: str, record: str = "one") -> str:
    return f'[[exceptions]]\nrecord = "{record}"\ncode = "{code}"\nreason = "Asked."\nexpires = 2026-12-31\n'


def unused(records: Path, text: str, *, asked: str = "", sources: Path | None = None) -> list[str]:
    own = records.parent / "communique.toml"
    own.write_text(text)
    report = apply(inspect(records / asked, sources=sources), load(own), date(2026, 1, 1))
    return [each.message for each in report.findings if each.code == "CQ701"]


def test_an_exception_is_of_no_use_only_if_its_rule_was_applied(records: Path) -> None:
    assert unused(records, exception(WRONG_DAY)) == []
    told = ["one does not give CQ303, so the exception is of no use"]
    assert unused(records, exception("CQ303")) == unused(records, exception("CQ303"), asked="one.yaml") == told
    for text, asked in (
        (exception("CQ303"), "two.yaml"),
        (exception("CQ303", "nobody"), ""),
        ('ignore = ["CQ303"]\n' + exception("CQ303"), ""),
        (f'select = ["{WRONG_DAY}"]\n' + exception("CQ303"), ""),
        (exception("CQ602"), ""),
        (exception("CQ601"), ""),
        (exception("CQ608"), ""),
    ):
        assert unused(records, text, asked=asked) == []
    for broken in ("types: [speehc]", "types: [speech", "tpyes: [speech]"):
        (records / "one.yaml").write_text(PLAN.format(id="one").replace("types: [speech]", broken))
        assert unused(records, exception("CQ303")) == unused(records, exception(WRONG_DAY)) == []


def test_texts_settle_what_they_are_all_there_for(records: Path) -> None:
    (records.parent / "texts").mkdir()
    texts = records.parent / "texts"
    assert len(unused(records, exception("CQ602"), sources=texts)) == 1
    passage = "{source: report, passage: {start: 0, end: 3, digest: 'sha256:" + 64 * "0" + "'}}"
    (records / "one.yaml").write_text(PLAN.format(id="one").replace("{source: report}", passage))
    assert unused(records, exception("CQ602"), sources=texts) == []
    assert unused(records, exception("CQ608"), sources=texts) == []
    (texts / "report.txt").write_text("And so.")
    assert len(unused(records, exception("CQ608"), sources=texts)) == 1


def test_exceptions_and_baselines_hold_over_several_corpora(records: Path) -> None:
    other = records.parent / "other"
    other.mkdir()
    for name, text in (("dataset", DATASET), ("sources", SOURCES), ("four", PLAN.format(id="four"))):
        (other / f"{name}.yaml").write_text(text)
    own = records.parent / "communique.toml"
    own.write_text(exception(WRONG_DAY) + exception(WRONG_DAY, "four"))
    report = api.inspect([records, other], settings=load(own))
    assert sorted(report.ids[each.path] for each in report.findings) == ["three", "two"]
    known = Counter({Key(id, "/dates/0/as_stated", WRONG_DAY): 1 for id in ("one", "two", "four")})
    assert baseline.subtract(report, known)[1] == 0


# The file itself

ENTRY = '{"record": "one", "pointer": "/dates/0/as_stated", "code": "CQ402"}'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"[]", "an object whose field findings is a list"),
        (b"null", "an object whose field findings is a list"),
        (b'{"findings": {"a": 1}}', "an object whose field findings is a list"),
        (b'{"findings": null}', "an object whose field findings is a list"),
        (b'{"findings": [], "count": 1.0}', "the unknown field count"),
        (b'{"findings": [1]}', "finding 1 has to be an object with the fields record, pointer, code"),
        (b'{"findings": [{"record": "a", "pointer": "", "code": "CQ402", "count": 1.0}]}', "and no other"),
        (b'{"findings": [{"record": "a", "pointer": "", "code": null}]}', "code of finding 1 has to be a text"),
        (b'{"findings": [{"record": ["a"], "pointer": "", "code": "x"}]}', "record of finding 1 has to be a text"),
        (b'{"findings": [NaN]}', "a number that is no number of JSON"),
        (b'{"findings": [-Infinity]}', "a number that is no number of JSON"),
        (b'{"findings": [' + 5000 * b"1" + b"]}", "far too long"),
        (b'{"findings": [', "it is not JSON, as line 1, column 15 shows"),
        (b"kind: registry\n", "it is not JSON, as line 1"),
        (100_000 * b"[", "it is nested too deep"),
        (50_000 * b'{"a":', "it is nested too deep"),
        (b'{"findings": ["\xff"]}', "it is not UTF-8"),
        ('{"findings": []}'.encode("utf-16"), "it is not UTF-8"),
    ],
)
def test_what_is_no_baseline_is_one_clear_sentence(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(content)
    with pytest.raises(BaselineError, match=r"b\.json is no baseline") as caught:
        baseline.read(path)
    assert says in str(caught.value)
    assert not any(word in str(caught.value) for word in ("Error", "codec", "Expecting", "recursion"))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(b"\xef\xbb\xbf" + f'{{"findings": [{ENTRY}, {ENTRY}]}}'.encode())
    assert baseline.read(tmp_path / "b.json") == {Key("one", "/dates/0/as_stated", "CQ402"): 2}


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_link_to_device(path: Path) -> None:
    path.symlink_to("/dev/null")


def make_loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("make", [make_folder, make_pipe, make_link_to_device, make_loop, None])
def test_only_a_regular_file_is_a_baseline(make: Any, records: Path, run: Run) -> None:
    path = records.parent / "b.json"
    if make:
        make(path)
    done = run("validate", "records", "--baseline", "b.json", cwd=records.parent)
    assert done.returncode == 2 and "b.json is no baseline that can be read: " in done.stderr
    assert "Traceback" not in done.stderr and "Errno" not in done.stderr
    if make:
        kind = os.lstat(path).st_mode
        done = run("validate", "records", "--write-baseline", "b.json", cwd=records.parent)
        assert done.returncode == 2 and "b.json is no baseline that can be read: " in done.stderr
        assert os.lstat(path).st_mode == kind


def test_too_large_a_file_is_no_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.json").write_text('{"findings": []}')
    monkeypatch.setattr(baseline, "MAX_BYTES", 15)
    with pytest.raises(BaselineError, match="larger than 15 bytes"):
        baseline.read(tmp_path / "b.json")


def test_a_file_that_is_no_baseline_is_not_written_over(records: Path, run: Run) -> None:
    thesis = records.parent / "thesis.txt"
    thesis.write_text("In the beginning")
    done = run("validate", "records", "--write-baseline", "thesis.txt", cwd=records.parent)
    assert done.returncode == 2 and "thesis.txt is no baseline: it is not JSON" in done.stderr
    assert thesis.read_text() == "In the beginning"
    done = run("validate", "records", "--write-baseline", "records/one.yaml", cwd=records.parent)
    assert done.returncode == 2 and (records / "one.yaml").read_text() == PLAN.format(id="one")
    thesis.write_text("")
    assert run("validate", "records", "--write-baseline", "thesis.txt", cwd=records.parent).returncode == 0
    assert entries(thesis) == ALL


@pytest.mark.parametrize("planted", [".b.json.new", ".b.json.tmp", "b.json.new", ".b.json.0"])
def test_nothing_is_written_through_a_planted_link(planted: str, records: Path, run: Run) -> None:
    top = records.parent
    (top / "victim").write_text("mine")
    (top / planted).symlink_to("victim")
    assert run("validate", "records", "--write-baseline", "b.json", cwd=top).returncode == 0
    assert (top / "victim").read_text() == "mine" and (top / planted).is_symlink()
    assert sorted(each.name for each in top.iterdir()) == sorted(["b.json", planted, "records", "victim"])


def test_a_baseline_behind_a_link_is_written_where_it_lies(records: Path, run: Run) -> None:
    top = records.parent
    (top / "kept").mkdir()
    (top / "kept" / "base.json").write_text('{"findings": []}')
    (top / "b.json").symlink_to("kept/base.json")
    assert run("validate", "records", "--write-baseline", "b.json", cwd=top).returncode == 0
    assert (top / "b.json").is_symlink() and entries(top / "kept" / "base.json") == ALL


def test_a_large_baseline_is_held_against_a_report_by_look_ups(records: Path, tmp_path: Path) -> None:
    many = [{"record": f"r{n % 5000}", "pointer": f"/dates/{n}", "code": WRONG_DAY} for n in range(20_000)]
    (tmp_path / "b.json").write_text(json.dumps({"findings": many}))
    report = inspect(records)
    assert baseline.subtract(report, baseline.read(tmp_path / "b.json")) == (list(report.findings), 0)
    assert baseline.write(report, tmp_path / "b.json") == (3, 20_000)
    assert len(entries(tmp_path / "b.json")) == 20_003
