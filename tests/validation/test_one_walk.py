"""The rules over one record share one walk, and a record without findings costs them nothing that is slow."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from communique import models
from communique.models import assertion, tree
from communique.reading import read_file, record_files
from communique.schemas.migrations import upgrade
from communique.validation import registry
from communique.validation.rules.duplicates.repeated_assertion import RepeatedAssertion
from communique.validation.subject import Subject
from support.folders import RECORDS, SHIPPED

SLOW = ("babel", "idna", "jsonschema", "langcodes", "pycountry", "spellchecker")
"""Libraries that a record whose codes are common does not need."""


def subject(path: str) -> Subject:
    data = upgrade(read_file(RECORDS / path).data)
    return Subject(path, models.RECORD_KINDS[data["kind"]].model_validate(data), data)


def test_a_record_is_walked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    walks: list[object] = []
    collect = tree._collect

    def counted(model: models.Model, pointer: tuple[str | int, ...], *found: Any) -> None:
        if not pointer:
            walks.append(model)
        collect(model, pointer, *found)

    typed = subject(str(SHIPPED.relative_to(RECORDS)))
    monkeypatch.setattr(tree, "_collect", counted)
    one = Subject(typed.path, typed.record, typed.data)
    assert [each for rule in registry.record_rules() for each in rule.check(one)] == []
    assert walks == [one.record]


def test_the_content_of_hardly_any_assertion_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    content = assertion.content

    def counted(each: models.Assertion) -> str:
        asked.append(each)
        return content(each)

    monkeypatch.setattr(assertion, "content", counted)
    rule = RepeatedAssertion()
    assertions = 0
    for path in record_files(RECORDS):
        one = subject(str(path))
        assert list(rule.check(one)) == []
        assertions += len(one.of(models.Assertion))
    assert assertions > 900 and len(asked) < assertions / 100


def test_no_library_is_loaded_for_common_codes() -> None:
    program = (
        "import sys\n"
        "from communique import models\n"
        "from communique.reading import read_file\n"
        "from communique.schemas.migrations import upgrade\n"
        "from communique.validation import registry\n"
        "from communique.validation.subject import Subject\n"
        f"data = upgrade(read_file(__import__('pathlib').Path({str(SHIPPED)!r})).data)\n"
        "subject = Subject('example.yaml', models.Announcement.model_validate(data), data)\n"
        "found = [each for rule in registry.record_rules() for each in rule.check(subject)]\n"
        f"print(len(found), sorted({set(SLOW)!r}.intersection(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split(" ", 1) == ["1", "[]\n"]  # the id differs from the name of the file
