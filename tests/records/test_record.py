"""The first record: it says what its article says, beside what others say, and its evidence is where it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import communique
from communique import Corpus
from communique.codelists import Comparator, Modality, Rank, RelationType, RoleType, StatementForm, StatementNature
from communique.models import Announcement, Assertion, Relation, sources_of, walk
from communique.reading import Document, read_bytes, read_file, record_files
from communique.text.source_text import normalise
from communique.validation import engine
from communique.validation.examination import Examined, examine
from support.command_line import Run
from support.folders import RECORDS, ROOT, SEED, SHIPPED, needs_seed


@pytest.fixture(scope="module")
def corpus(shipped: Corpus) -> Corpus:
    return shipped


@pytest.fixture(scope="module")
def record(corpus: Corpus) -> Announcement:
    return corpus.announcements["cn-waico-proposal-2025"]


def test_both_dates_are_kept_and_one_is_preferred(record: Announcement) -> None:
    found = [(str(date.value), date.rank) for date in record.dates if date.role == "announced"]
    assert found.count(("2025-07-26", Rank.PREFERRED)) == 1
    assert ("2025-07-25", Rank.DEPRECATED) in found
    others = [date for date in record.dates if date.role == "announced" and date.value != "2025-07-26"]
    assert all(date.rank is Rank.DEPRECATED or date.time_zone for date in others)
    assert all(date.note for date in record.dates)


def test_the_seat_is_under_consideration_and_it_is_said_who_says_so(record: Announcement) -> None:
    seats = [each for measure in record.measures for each in measure.attributes if each.name == "seat"]
    considered = [seat for seat in seats if seat.rank is not Rank.DEPRECATED]
    assert {(seat.value, seat.modality) for seat in considered} == {("Shanghai", Modality.UNDER_CONSIDERATION)}
    assert "ma-zhaoxu" in {seat.speaker for seat in considered}


def test_the_reporters_reading_is_no_fact(record: Announcement) -> None:
    inferences = {each.id for each in record.statements if each.nature is StatementNature.INFERENCE}
    assert {"counterweight", "allusion-to-washington"} <= inferences
    article = [each for each in record.statements if each.evidence and each.evidence[0].passage]
    assert {each.speaker for each in article if each.nature is StatementNature.INFERENCE} == {"pukmedia"}


def test_quotes_are_marked_as_quotes_and_the_hedge_is_kept(record: Announcement) -> None:
    quotes = {each.id for each in record.statements if each.form is StatementForm.QUOTE}
    assert quotes == {"equal-rights", "sharing", "fragmented-governance", "common-framework", "few-countries-and-firms"}
    assert {each.id: each.hedge for each in record.statements if each.hedge} == {
        "allusion-to-washington": "appeared to"
    }


def test_no_source_counts_for_a_day_and_against_it(record: Announcement) -> None:
    days = [date for date in record.dates if date.role == "announced"]
    supporting = [{*sources_of(date.evidence)} for date in days]
    assert len(days) == 4 and len(set.union(*supporting)) == sum(map(len, supporting))


def test_no_address_of_a_copy_on_a_strange_domain_is_published(corpus: Corpus) -> None:
    withheld = {each.id for each in corpus.sources.values() for unknown in each.unknown if unknown.reason == "withheld"}
    assert withheld >= {"content-farm-waico", "financial-times-copy-waico", "nameless-site-apec-waico"}
    assert all(corpus.sources[id].url is None for id in withheld)
    assert not [each.url for each in corpus.sources.values() if each.url and re.match(r"\w+://[\d.:]+(/|$)", each.url)]


def test_the_american_plan_is_followed_not_answered(record: Announcement) -> None:
    assert [each.type for each in record.relations if each.target == "us-ai-action-plan"] == [RelationType.FOLLOWS]


def test_numbers_and_comparators(record: Announcement) -> None:
    assert {(each.value, each.comparator) for each in record.quantities} >= {
        (800, Comparator.MORE_THAN),
        (3000, Comparator.MORE_THAN),
        (40, Comparator.UNQUALIFIED),
        (50, Comparator.UNQUALIFIED),
        (60, Comparator.UNQUALIFIED),
        (30, Comparator.MORE_THAN),
    }


def test_people_firms_and_countries_have_their_parts(record: Announcement) -> None:
    parts = {role: {each.actor for each in record.roles if each.role is role} for role in RoleType}
    assert parts[RoleType.SPEAKER] >= {"li-qiang", "ma-zhaoxu", "anne-bouverot", "geoffrey-hinton", "eric-schmidt"}
    assert parts[RoleType.EXHIBITOR] >= {"huawei", "alibaba", "unitree", "tesla", "amazon", "alphabet"}
    assert parts[RoleType.PARTICIPANT] >= {"ru", "za", "de", "kr", "qa"}
    assert "elon-musk" in parts[RoleType.ABSENTEE]


def test_every_assertion_has_evidence(record: Announcement) -> None:
    for pointer, model in walk(record):
        if isinstance(model, Assertion) and not (isinstance(model, Relation) and model.basis == "inferred"):
            assert model.evidence, pointer


def test_the_article_does_not_name_the_organisation(corpus: Corpus) -> None:
    evidence = corpus.instruments["world-ai-cooperation-organization"].evidence
    assert evidence and all(each.source != "pukmedia-waico-proposal" for each in evidence)


@needs_seed
def test_every_passage_is_verified(run: Run) -> None:
    done = run("validate", "records", "--sources", SEED)
    assert done.returncode == 0
    assert re.search(r"checked: no findings\n[1-9][0-9]* passages verified, 0 failed, 0 not checked\n", done.stdout)


@needs_seed
def test_no_sentence_of_the_article_is_repeated() -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"[a-z0-9]+", text.lower())
        return {tuple(words[start : start + 8]) for start in range(len(words) - 7)}

    article = runs(normalise(next(SEED.glob("*.txt")).read_text(encoding="utf-8")))
    for path in [*RECORDS.rglob("*.yaml"), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]:
        assert not runs(path.read_text(encoding="utf-8")) & article, path


FAULTS = {
    "digest": (r"(digest: 'sha256:)[0-9a-f]", r"\g<1>g", "CQ209"),
    "date": ("value: '2025-07-26'", "value: '2025-02-30'", "CQ401"),
    "reference": ("actor: huawei", "actor: huawai", "CQ301"),
    "field": ("capacity:", "capasity:", "CQ206"),
    "type": ("value: 800", "value: '800'", "CQ207"),
    "code": ("stage: proposed", "stage: propoesd", "CQ208"),
}


@pytest.fixture
def checked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document by itself is checked once in all runs; the rules are applied in each."""
    known: dict[int, tuple[Document, Examined]] = {}

    def examine_once(document: Document, *, closely: bool) -> Examined:
        if id(document) not in known:  # what is known keeps its document, so that no other one gets its id
            known[id(document)] = document, examine(document, closely=closely)
        return known[id(document)][1]

    monkeypatch.setattr(engine, "examine", examine_once)


def test_one_fault_is_one_error_in_its_line(checked_once: None) -> None:
    """In the whole corpus, which is read once; the changed record takes the place of its document."""
    documents = [read_file(path) for path in record_files(RECORDS)]
    text = SHIPPED.read_text(encoding="utf-8")
    (place,) = [index for index, document in enumerate(documents) if document.path == str(SHIPPED)]
    for pattern, replacement, code in FAULTS.values():
        spoilt = re.sub(pattern, replacement, text, count=1)
        lines = zip(text.split("\n"), spoilt.split("\n"), strict=True)
        line = next(number for number, (before, after) in enumerate(lines, 1) if before != after)
        documents[place] = read_bytes(spoilt.encode(), str(SHIPPED))
        report = engine.check(documents)
        errors = [each for each in report.findings if each.severity is communique.Severity.ERROR]
        assert [(each.path, each.line, each.code) for each in errors] == [(str(SHIPPED), line, code)], code
        assert report.failed and not report.internal_errors


@needs_seed
def test_one_changed_digit_of_a_digest_is_one_error(shipped_copy: Path, run: Run) -> None:
    path = shipped_copy / "2025" / SHIPPED.name
    text = path.read_text(encoding="utf-8")
    match = re.compile(r"digest: 'sha256:(.)").search(text, text.index("\npassages:"))
    assert match
    other = "0" if match[1] != "0" else "1"
    path.write_text(text[: match.start(1)] + other + text[match.end(1) :], encoding="utf-8")
    done = run("validate", shipped_copy, "--sources", SEED)
    line = text[: match.start()].count("\n") + 1
    assert [each for each in done.stdout.splitlines() if ": error " in each] == [
        f"{path}:{line}:{match.start() - text.rfind(chr(10), 0, match.start()) + 8}: error CQ602 "
        "the digest of passage caption does not match the text of the source"
    ]
    assert "1 failed" in done.stdout
