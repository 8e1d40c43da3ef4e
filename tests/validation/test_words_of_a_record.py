"""Rules over texts look at all words of a record first. No text that breaks a rule escapes them there."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from communique import models
from communique.reading import read_file, record_files
from communique.validation.examination import typed_record
from communique.validation.rules.texts import formula_text, placeholder_left
from communique.validation.subject import Subject
from support.folders import EXAMPLES, RECORDS

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


def test_the_words_are_all_texts_and_codes_of_a_record_of_any_version() -> None:
    records = 0
    for folder in (RECORDS, *EXAMPLES.iterdir()):
        for path in record_files(folder):
            document = read_file(path)
            record = typed_record(document)
            assert record is not None
            subject = Subject(str(path), record, document.data)
            texts = {str(text) for *_, text in subject.texts}
            ranks = {str(each.rank) for _, each in subject.of(models.Assertion) if "rank" in each.model_fields_set}
            assert subject.words >= texts | ranks
            records += 1
    assert records > 50


def test_nothing_is_missed_beside_evidence() -> None:
    path = next(iter(record_files(RECORDS)))
    document = read_file(path)
    record = typed_record(document)
    assert record is not None
    subject = Subject(str(path), record, document.data)
    cited = [(*pointer, index) for pointer, evidence in subject.evidence for index, _ in enumerate(evidence)]
    walked = [pointer for pointer, model in models.walk(record) if isinstance(model, models.Evidence)]
    assert cited == walked
