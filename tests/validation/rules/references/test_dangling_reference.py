"""References to nothing, or to another kind of thing."""

from __future__ import annotations

from pathlib import Path

from communique import validate
from communique.validation.registry import find
from support.rule_example import example_file
from support.rule_records import REGISTRY


def test_a_reference_to_another_kind_says_so(tmp_path: Path) -> None:
    rule = find("impossible-date")
    assert rule
    path = tmp_path / "example.yaml"
    path.write_bytes(example_file(rule, "occasion: a\nactors:\n- {id: a, type: person, name: {en: A}}\n"))
    (finding,) = validate(path)
    assert finding.message.startswith("expected the id of an occasion, but a is an actor (")


def test_an_error_in_one_file_causes_no_finding_in_another(tmp_path: Path) -> None:
    rule = find("impossible-date")
    assert rule
    using = "occasion: summit\nroles:\n- {actor: someone, role: speaker}\n"
    (tmp_path / "example.yaml").write_bytes(example_file(rule, using))
    someone = "actors:\n- {id: someone, type: persn, name: {en: Someone}}\n"
    (tmp_path / "shape.yaml").write_text(REGISTRY.format("shape", someone))
    (tmp_path / "broken.yaml").write_text(REGISTRY.format("broken", "occasions:\n- id: summit\n  name: {en: 'Sum\n"))
    found = [(Path(finding.path).name, finding.name) for finding in validate(tmp_path)]
    assert found == [("broken.yaml", "broken-yaml"), ("shape.yaml", "unknown-code")]
