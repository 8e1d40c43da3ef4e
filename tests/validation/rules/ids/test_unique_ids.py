"""An id is defined once in a corpus."""

from __future__ import annotations

from pathlib import Path

from communique import validate
from support.rule_records import REGISTRY


def test_ids_are_unique_across_files_and_kinds(tmp_path: Path) -> None:
    body = "actors:\n- {id: same, type: person, name: {en: A}}\n"
    (tmp_path / "one.yaml").write_text(REGISTRY.format("one", body))
    (tmp_path / "two.yaml").write_text(
        REGISTRY.format("two", body.replace("actors", "occasions").replace("type: person, ", ""))
    )
    found = [(each.name, Path(each.path).name, each.line) for each in validate(tmp_path)]
    assert found == [("duplicate-id", "one.yaml", 5), ("duplicate-id", "two.yaml", 5)]
    assert ["two.yaml:5" in each.message for each in validate(tmp_path)] == [True, False]
