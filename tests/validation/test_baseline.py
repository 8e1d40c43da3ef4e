"""Baselines and exceptions count as settled only by what was checked."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique import api
from communique.api import inspect
from communique.validation import baseline
from communique.validation.baseline import Key
from communique.validation.settings import load
from communique.validation.suppressions import apply
from support.baseline_entries import ALL, DATASET, PLAN, SOURCES, WRONG_DAY, entries
from support.command_line import Run


def test_what_was_not_looked_at_is_not_gone(records: Path, run: Run) -> None:
    top = records.parent
    assert run("validate", "records", "--write-baseline", "b.json", cwd=top).stdout == "3 findings written to b.json\n"
    for asked in (["records/one.yaml"], ["records/two.yaml", "records/one.yaml"], ["records"]):
        done = run("validate", *asked, "--baseline", "b.json", cwd=top)
        assert (done.returncode, done.stderr) == (0, "")
    content = PLAN.format(id="one").replace("Saturday", "Friday")
    done = run("validate", "-", "--stdin-filename", "records/one.yaml", "--baseline", "b.json", cwd=top, stdin=content)
    assert done.stderr == "1 finding of the baseline no longer found; update it with --write-baseline\n"


def test_a_part_of_the_corpus_keeps_the_rest_of_the_baseline(records: Path, run: Run) -> None:
    top = records.parent
    run("validate", "records", "--write-baseline", "b.json", cwd=top)
    (records / "one.yaml").write_text(PLAN.format(id="one").replace("Saturday", "Friday"))
    done = run("validate", "records/one.yaml", "--write-baseline", "b.json", cwd=top)
    assert done.stdout == "0 findings written to b.json; 2 kept that were not checked\n"
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


def exception(code: str, record: str = "one") -> str:
    return f'[[exceptions]]\nrecord = "{record}"\ncode = "{code}"\nreason = "Asked."\nexpires = 2026-12-31\n'


def unused(records: Path, text: str, *, asked: str = "", sources: Path | None = None) -> list[str]:
    own = records.parent / "communique.toml"
    own.write_text(text)
    report = apply(inspect(records / asked, sources=sources), load(own), date(2026, 1, 1))
    return [each.message for each in report.findings if each.code == "CQ701"]


def test_an_exception_is_of_no_use_only_if_its_rule_was_applied(records: Path) -> None:
    assert unused(records, exception(WRONG_DAY)) == []
    told = ["unused exception: one has no finding CQ303"]
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
