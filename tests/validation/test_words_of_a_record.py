"""Rules are applied by the words of a record: its keys, texts and codes. Nothing that breaks a rule escapes there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from communique import models
from communique.corpus.corpus import Record
from communique.diagnostics.rule import Stage
from communique.reading import read_bytes, read_file, record_files
from communique.validation import registry
from communique.validation.examination import typed_record
from communique.validation.rules.texts import formula_text, placeholder_left
from communique.validation.subject import Subject
from support.folders import EXAMPLES, INVALID, RECORDS
from support.rule_example import example_file

SIGNS = "\n \t_-–.…?？:*=+@＝＋－＠($AaTt1é中"
WORDS = "TODO,to do,To-Do,tbd,FIXME,xxx,XXXX,N/A,n/a,fill in,placeholder,Lorem ipsum,to be added,...,---,A1,SUM(,-1+2"
PIECES = st.sampled_from([*SIGNS, *WORDS.split(","), "words"])
TEXTS = st.lists(PIECES, min_size=1, max_size=6).map("".join)


def lines(*texts: str) -> str:
    return "\n".join(["", *texts, ""])


@given(TEXTS, TEXTS, TEXTS)
@example("words", "TODO\n:", "words")
def test_a_placeholder_is_seen_among_all_lines(before: str, text: str, after: str) -> None:
    if placeholder_left._NOTE_TO_ONESELF.fullmatch(text):
        assert placeholder_left._SUSPICIOUS.search(lines(before, text, after))


@given(TEXTS, TEXTS, TEXTS)
def test_a_formula_is_seen_among_all_lines(before: str, text: str, after: str) -> None:
    if formula_text._FORMULA.match(text.translate(formula_text._AS_ASCII)):
        assert formula_text._SUSPICIOUS.search(lines(before, text, after))


def records() -> Iterator[tuple[str, Record, Any]]:
    """Records of every version, and what each rule finds something in: the path, the typed record, and the data."""
    for folder in (RECORDS, *EXAMPLES.iterdir(), INVALID):
        for path in record_files(folder):
            document = read_file(path)
            if record := typed_record(document):
                yield str(path), record, document.data
    for rule in registry.rules().values():
        if rule.bad and rule.stage is Stage.RECORDS:
            document = read_bytes(example_file(rule, rule.bad), f"{rule.name}.yaml")
            if record := typed_record(document):
                yield document.path, record, document.data


def test_the_words_are_all_keys_texts_and_codes_of_a_record_of_any_version() -> None:
    count = 0
    for path, record, data in records():
        subject = Subject(path, record, data)
        texts = {str(text) for *_, text in subject.texts}
        ranks = {str(each.rank) for _, each in subject.of(models.Assertion) if "rank" in each.model_fields_set}
        keys = {name for _, model in models.walk(record) for name in model.model_fields_set}
        short = {"source"}  # a text stands for an object with only this key
        assert subject.words >= texts | ranks | keys - short
        count += 1
    assert count > 150


def test_nothing_is_missed_beside_evidence() -> None:
    path = next(iter(record_files(RECORDS)))
    document = read_file(path)
    record = typed_record(document)
    assert record is not None
    subject = Subject(str(path), record, document.data)
    cited = [(*pointer, index) for pointer, evidence in subject.evidence for index, _ in enumerate(evidence)]
    walked = [pointer for pointer, model in models.walk(record) if isinstance(model, models.Evidence)]
    assert cited == walked


def test_what_is_not_needed_finds_nothing() -> None:
    seen: set[str] = set()
    for path, record, data in records():
        subject = Subject(path, record, data)
        for rule in {*registry.record_rules()} - {*registry.record_rules_for(subject.words)}:
            assert list(rule.check(subject)) == [], (rule.name, path)
            seen.add(rule.name)
        for aspect in {*registry.aspects()} - {*registry.aspects_for(subject.words)}:
            assert list(aspect.find(subject)) == [], (aspect.name, path)
            seen.add(aspect.name)
    assert seen == {each.name for each in registry.record_rules() if each.needs} | {
        each.name for each in registry.aspects() if each.needs
    }


def test_a_rule_without_needs_is_always_asked() -> None:
    always = [rule for rule in registry.record_rules() if not rule.needs]
    assert list(registry.record_rules_for(frozenset())) == always
    assert registry.record_rules_for(frozenset({"votes", "VOTES"})) == tuple(
        rule for rule in registry.record_rules() if not rule.needs or "votes" in rule.needs
    )
