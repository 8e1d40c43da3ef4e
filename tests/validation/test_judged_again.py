"""After a change, exactly those records are judged again of which something else may be found now.

For each rule that looks at other records, one file changes, and the finding in another one with it.
"""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique.caching.cache import Cache
from communique.diagnostics.finding import Finding
from communique.diagnostics.report import Report
from communique.models import SCHEMA_VERSION
from communique.text.source_text import digest
from communique.validation import cached_check
from communique.validation.discovery import corpora
from communique.validation.engine import check_files
from communique.validation.examination import Examined
from communique.validation.judgement import Judged, judge
from communique.validation.kept import Kept
from communique.validation.registry import corpus_rules
from support.edited_corpus import EditedCorpus, seeds
from support.examples import examples
from support.written_corpus import DATASET, EVIDENCE, LAW, announcement, registry

Json = Any
DAY = date(2026, 11, 26)
STEPS = examples(30)
MOST_AT_ONCE = 3

SOURCE = {"id": "report", "type": "news", "access": "full_text", "published": "2025-07-27"}
COPY = {"id": "copy", "type": "news", "access": "full_text"}
OTHER = {"id": "other", "type": "news", "access": "full_text"}
TEXT = {"digest": digest("A text."), "length": 7, "normalization": "nfc_single_space"}
PASSAGE = {"source": "report", "passage": {"start": 0, "end": 6, "digest": digest("A text")}}
GROUP = {"id": "p", "type": "group", "name": {"en": "Group"}}
ROLES = [{"actor": "p", "role": "announcer", "evidence": EVIDENCE}]
PLACE = {"city": "Geneva", "country": "CH"}
MEETING = {"id": "meeting", "name": {"en": "Meeting"}, "place": PLACE, "dates": [{"value": "2025-07-26"}]}


def relations(type: str, target: str) -> Json:
    return {"relations": [{"type": type, "target": target, "basis": "reported", "evidence": EVIDENCE}]}


def measures(action: str, day: str, stage: str) -> Json:
    step = {"action": action, "date": day, "stage": stage, "modality": "asserted", "evidence": EVIDENCE}
    return {"measures": [{"instrument": "x", **step}]}


def dates(**fields: Json) -> Json:
    return {"dates": [{"role": "announced", "value": "2025-07-26", "evidence": EVIDENCE, **fields}]}


def sources(*entities: Json) -> Json:
    return registry("sources", sources=list(entities))


PREFERRED = {
    "dates": [
        {"role": "announced", "value": "2025-07-26", "rank": "preferred", "evidence": [*EVIDENCE, {"source": "copy"}]},
        {"role": "announced", "value": "2025-07-25", "evidence": [{"source": "other"}]},
    ]
}
PROMISE = {"id": "plan", "kind": "promise", "by": ["p"], "text": {"en": "Write a plan."}, "evidence": EVIDENCE}
NEWEST = {"schema_version": SCHEMA_VERSION}
PROMISING = announcement("b", **NEWEST, commitments=[PROMISE])
OUTCOME = {"commitment": "b#plan", "state": "met", "date": "2025-11-24", "evidence": EVIDENCE}
STATE = {"id": "cn", "type": "country", "country": "CN", "name": {"en": "China"}}
PLAN = {"id": "plan", "type": "action_plan", "name": {"en": "Plan"}}
PUBLISHED = {
    "instrument": "plan",
    "action": "publish",
    "actors": ["cn"],
    "stage": "published",
    "modality": "asserted",
    "evidence": EVIDENCE,
}
HELD = announcement("a", occasion="meeting", place=PLACE)

CASES: dict[str, tuple[dict[str, Json], dict[str, Json]]] = {
    "CQ301": ({"a": announcement("a", roles=ROLES), "b": registry("b", actors=[GROUP])}, {"b": registry("b")}),
    "CQ302": (
        {"a": registry("a", actors=[GROUP]), "b": registry("b")},
        {"b": registry("b", actors=[{**GROUP, "type": "company"}])},
    ),
    "CQ304": ({"dataset": DATASET, "b": registry("b")}, {"b": {**DATASET, "id": "b"}}),
    "CQ308": (
        {
            "a": announcement("a", **relations("amends", "b")),
            "b": announcement("b", **relations("amends", "c")),
            "c": announcement("c"),
        },
        {"c": announcement("c", **relations("amends", "a"))},
    ),
    "CQ309": (
        {
            "a": announcement("a", **relations("same_event", "b")),
            "b": announcement("b", **relations("same_event", "a")),
        },
        {"b": announcement("b")},
    ),
    "CQ310": (
        {"a": announcement("a", **relations("amends", "b")), "b": announcement("b")},
        {"b": announcement("b", status="withdrawn")},
    ),
    "CQ311": (
        {"a": announcement("a", roles=ROLES), "b": registry("b", actors=[GROUP])},
        {"b": registry("b", actors=[{**GROUP, "id": "q", "former_ids": ["p"]}])},
    ),
    "CQ312": (
        {"a": registry("a", actors=[GROUP]), "b": announcement("b", roles=ROLES)},
        {"b": announcement("b")},
    ),
    "CQ313": (
        {"a": registry("a", actors=[GROUP]), "b": registry("b", actors=[{**GROUP, "id": "q", "name": {"en": "Club"}}])},
        {"b": registry("b", actors=[{**GROUP, "id": "q"}])},
    ),
    "CQ314": (
        {
            "a": announcement("a", roles=ROLES, title={"en": "China launches a fund"}),
            "b": announcement("b", roles=ROLES, title={"en": "A report on schools"}),
        },
        {"b": announcement("b", roles=ROLES, title={"en": "China launches the fund"})},
    ),
    "CQ315": ({"con/a": announcement("a"), "b": announcement("b")}, {"con/dataset": {**DATASET, "id": "inner"}}),
    "CQ404": (
        {"a": announcement("a"), "sources": sources(SOURCE)},
        {"sources": sources({**SOURCE, "published": "2025-07-20"})},
    ),
    "CQ406": (
        {"a": announcement("a"), "sources": sources(SOURCE)},
        {"sources": sources({**COPY, "id": "report", "retrieved": "2025-07-26"})},
    ),
    "CQ409": (
        {"a": announcement("a", **PREFERRED), "sources": sources(SOURCE, COPY, OTHER)},
        {"sources": sources(SOURCE, {**COPY, "derived_from": "report"}, OTHER)},
    ),
    "CQ411": (
        {
            "a": announcement("a", **measures("publish", "2025-07-26", "proposed")),
            "b": announcement("b", **measures("adopt", "2025-08-01", "adopted")),
        },
        {"b": announcement("b", **measures("adopt", "2025-05-01", "adopted"))},
    ),
    "CQ413": (
        {"a": announcement("a", **relations("follows", "b")), "b": announcement("b", **dates(value="2025-07-01"))},
        {"b": announcement("b", **dates(value="2025-09-01"))},
    ),
    "CQ541": (
        {"a": registry("a", **NEWEST, actors=[STATE], instruments=[PLAN]), "b": announcement("b")},
        {"b": announcement("b", measures=[PUBLISHED])},
    ),
    "CQ801": ({"a": announcement("a", **NEWEST, outcomes=[OUTCOME]), "b": PROMISING}, {"b": announcement("b")}),
    "CQ802": (
        {"a": announcement("a", **NEWEST, outcomes=[OUTCOME]), "b": PROMISING},
        {"b": {**PROMISING, **dates(value="2025-12-09")}},
    ),
    "CQ803": (
        {
            "a": announcement("a", **NEWEST, outcomes=[OUTCOME]),
            "b": {**PROMISING, "commitments": [{**PROMISE, "due": {"before": "meeting"}}]},
            "c": registry("c", occasions=[MEETING]),
        },
        {"c": registry("c", occasions=[{**MEETING, "dates": [{"value": "2025-11-25"}]}])},
    ),
    "CQ808": (
        {"a": announcement("a", **NEWEST, outcomes=[OUTCOME], **dates(value="2025-12-09")), "b": PROMISING},
        {"b": {**PROMISING, "outcomes": [{"commitment": "b#plan", "state": "dropped", "evidence": EVIDENCE}]}},
    ),
    "CQ809": (
        {"a": announcement("a", **NEWEST, outcomes=[OUTCOME]), "b": PROMISING, "sources": sources(SOURCE)},
        {"sources": sources({**SOURCE, "published": "2025-11-25"})},
    ),
    "CQ810": (
        {
            "a": announcement("a", **NEWEST, outcomes=[{**OUTCOME, "by": ["cn"]}]),
            "b": PROMISING,
            "c": registry("c", **NEWEST, actors=[STATE, {**GROUP, "members": ["q"]}]),
        },
        {"c": registry("c", **NEWEST, actors=[STATE, {**GROUP, "members": ["cn"]}])},
    ),
    "CQ417": (
        {"a": HELD, "b": registry("b", occasions=[MEETING])},
        {"b": registry("b", occasions=[{**MEETING, "dates": [{"value": "2025-10-26"}]}])},
    ),
    "CQ418": (
        {"a": HELD, "b": registry("b", occasions=[MEETING])},
        {"b": registry("b", occasions=[{**MEETING, "place": {"city": "Paris", "country": "FR"}}])},
    ),
    "CQ601": (
        {"a": announcement("a", **dates(evidence=[PASSAGE])), "sources": sources({**SOURCE, "text": TEXT})},
        {"sources": sources({**SOURCE, "text": {**TEXT, "length": 3}})},
    ),
    "CQ603": (
        {"a": announcement("a", **dates(evidence=[PASSAGE])), "sources": sources({**SOURCE, "text": TEXT})},
        {"sources": sources(SOURCE)},
    ),
    "CQ604": (
        {
            "a": registry("a", sources=[{**COPY, "url": "http://example.org/a"}]),
            "b": registry("b", sources=[{**OTHER, "url": "https://example.net/b"}]),
        },
        {"b": registry("b", sources=[{**OTHER, "url": "https://example.org/b"}])},
    ),
}
"""By code: files, and those that change. Finding or not, in the first of the files, depends on that."""

TEXTS_NEEDED = {"CQ602", "CQ620", "CQ621"}
"""With the texts of sources nothing that was judged is kept."""


@pytest.fixture(autouse=True)
def always_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small a corpus is, only some of it is judged again; and files are recognised by their signatures."""
    monkeypatch.setattr(cached_check, "_FEW_AGAIN", 0)
    monkeypatch.setattr(Cache, "now", lambda _: time.time_ns() + 3600 * 10**9)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    (tmp_path / "cache").mkdir()
    return Cache(tmp_path / "cache", b"\x07" * 32)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    return Path("records")


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the records that are judged from now on."""
    paths: list[str] = []

    def counted(own: Any, *given: Any) -> Judged:
        paths.append(own.path)
        return judge(own, *given)

    monkeypatch.setattr("communique.validation.assessment.judge", counted)
    return paths


def report(folder: Path, cache: Cache | None, day: date = DAY) -> Report:
    (files,) = corpora([folder], None)
    return check_files(files, None, day, cache=cache)


def same(folder: Path, cache: Cache, day: date = DAY) -> Report:
    """The report, which is the same with and without the cache."""
    expected = report(folder, None, day)
    assert report(folder, cache, day) == expected
    return expected


def write(folder: Path, files: dict[str, Json]) -> None:
    for name, data in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(data, indent=1))


def of(code: str, path: Path, found: Report) -> list[Finding]:
    return [each for each in found.findings if (each.code, each.path) == (code, str(path))]


def test_there_is_a_case_for_each_rule() -> None:
    assert CASES.keys() | TEXTS_NEEDED == {rule.code for rule in corpus_rules() if rule.looks_beyond}


@pytest.mark.parametrize("code", CASES)
def test_a_finding_follows_what_is_said_elsewhere(code: str, folder: Path, cache: Cache) -> None:
    before, changes = CASES[code]
    path = folder / f"{next(iter(before))}.yaml"
    write(folder, {"dataset": DATASET, "sources": sources(SOURCE), "laws": registry("laws", instruments=[LAW])})
    write(folder, before)
    first = same(folder, cache)
    write(folder, changes)
    second = same(folder, cache)
    assert bool(of(code, path, first)) != bool(of(code, path, second)), (first.findings, second.findings)
    for name in changes:
        if name in before:
            write(folder, {name: before[name]})
        else:
            (folder / f"{name}.yaml").unlink()
    assert same(folder, cache) == first


@pytest.mark.property
@pytest.mark.parametrize("seed", seeds(2, slow=6))
def test_after_any_edits_it_is_as_if_all_were_judged(seed: int, folder: Path, cache: Cache, judged: list[str]) -> None:
    corpus, done, day, saved = EditedCorpus(folder, seed, stays_sound=bool(seed % 2)), [], DAY, 0
    report(folder, cache)
    for _ in range(STEPS):
        done += [corpus.edit() for _ in range(MOST_AT_ONCE if corpus.chance(0.3) else 1)]
        day = corpus.day() if corpus.chance(0.1) else day
        judged.clear()
        expected = report(folder, None, day)
        everything = len(judged)
        judged.clear()
        assert report(folder, cache, day) == expected, (seed, done)
        saved += everything - len(judged)
    assert saved > 0


@pytest.fixture
def pairs(folder: Path) -> Path:
    """A corpus without findings, whose announcements follow each other by twos."""
    EditedCorpus(folder, 0)
    (folder / "notes" / "foreign.yaml").unlink()
    cited = [{"source": "s1"}]
    for number in range(40):
        relation = {"type": "amends", "target": f"b{number + 1}", "basis": "reported", "evidence": cited}
        more = {"relations": [relation]} if number % 2 == 0 else {}
        write(folder, {f"b{number}": announcement(f"b{number}", **more, **dates(evidence=cited))})
    return folder


def test_only_that_is_judged_again_which_looked_at_a_change(pairs: Path, cache: Cache, judged: list[str]) -> None:
    assert report(pairs, cache).findings == ()
    target, sources_ = pairs / "b9.yaml", pairs / "registry" / "sources.yaml"

    def judged_after(path: Path, old: str, new: str) -> set[str]:
        path.write_text(path.read_text().replace(old, new))
        judged.clear()
        report(pairs, cache)
        again, found = len(judged), {str(Path(each).relative_to(pairs)) for each in judged}
        assert again == len(found)
        same(pairs, cache)
        return found

    assert judged_after(target, "{\n", "{\n\n") == {"b9.yaml"}
    assert judged_after(target, "2025-07-26", "2025-07-25") == {"b8.yaml", "b9.yaml"}
    assert judged_after(target, "speech", "report") == {"b9.yaml"}
    citing = {path.name for path in pairs.rglob("*.*") if '"s3"' in path.read_text()}
    found = judged_after(sources_, '"id": "s3",', '"id": "s3", "retrieved": "2025-09-01",')
    assert {Path(each).name for each in found} == citing and len(citing) < 4


def test_a_broken_file_is_of_no_consequence_for_records_that_do_not_need_it(
    pairs: Path, cache: Cache, judged: list[str]
) -> None:
    assert report(pairs, cache).findings == ()
    whole = (pairs / "b9.yaml").read_text()
    for text in (whole.replace("speech", "speach"), whole):
        (pairs / "b9.yaml").write_text(text)
        judged.clear()
        report(pairs, cache)
        assert {Path(each).name for each in judged} <= {"b8.yaml", "b9.yaml", "sources.yaml"}
        same(pairs, cache)


def test_whether_all_records_are_loaded_counts_for_those_who_asked(folder: Path, cache: Cache) -> None:
    write(folder, {"dataset": DATASET, "a": registry("a", actors=[GROUP]), "b": registry("b", sumary="x")})
    assert of("CQ312", folder / "a.yaml", same(folder, cache)) == []
    write(folder, {"b": registry("b")})
    assert len(of("CQ312", folder / "a.yaml", same(folder, cache))) == 1


def test_what_an_unreadable_file_may_define_counts_for_those_who_asked(folder: Path, cache: Cache) -> None:
    write(folder, {"dataset": DATASET, "sources": sources(SOURCE), "a": announcement("a", roles=ROLES)})
    (folder / "b.yaml").write_bytes(b"kind: registry\nid: \xff\n")
    assert of("CQ301", folder / "a.yaml", same(folder, cache)) == []
    write(folder, {"b": registry("b")})
    assert len(of("CQ301", folder / "a.yaml", same(folder, cache))) == 1


def test_nothing_of_an_unchanged_file_is_read_from_the_cache(
    pairs: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    report(pairs, cache)
    looked_up: list[str] = []
    examined = Kept.examined

    def counted(kept: Kept, name: str) -> Examined:
        looked_up.append(name)
        return examined(kept, name)

    monkeypatch.setattr(Kept, "examined", counted)
    path = pairs / "b9.yaml"
    path.write_text(path.read_text() + "\n")
    report(pairs, cache)
    assert looked_up[0] == "b9.yaml" and len(looked_up) < 6  # what it was, and what it refers to
