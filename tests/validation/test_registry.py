"""Every rule is found by its file, which bears its name."""

from __future__ import annotations

from pathlib import Path

from communique.diagnostics.rule import Stage
from communique.validation import registry, rules

FOLDER = Path(rules.__file__).parent


def test_every_file_below_rules_is_the_rule_of_its_name() -> None:
    files = {
        (path.parent.name, path.stem.replace("_", "-"))
        for path in FOLDER.rglob("*.py")
        if not path.name.startswith("_")
    }
    found = [rule for rule in registry.rules().values() if not rule.stage.precedes_records]
    assert {(rule.subject(), rule.name) for rule in found} == files
    assert len(found) == len(files) > 60


def test_the_subject_of_a_rule_before_records_is_its_stage() -> None:
    early = [rule for rule in registry.rules().values() if rule.stage.precedes_records]
    assert {rule.stage for rule in early} == {Stage.READING, Stage.STRUCTURE}
    assert all(rule.subject() == rule.stage for rule in early)


def test_the_order_is_that_of_the_codes() -> None:
    codes = list(registry.rules())
    assert codes == sorted(codes)
    of_records = [rule.code for rule in (*registry.record_rules(), *registry.corpus_rules())]
    assert sorted(of_records) == [code for code in codes if is_about_records(code)]


def is_about_records(code: str) -> bool:
    return registry.rules()[code].stage is Stage.RECORDS
