"""Evidence that is only presumed is shown, and counts for nothing; what a passage says counts as its source."""

from __future__ import annotations

from communique import Corpus, tables
from communique.cards import card
from communique.corpus.corpus import Entry
from communique.models import SCHEMA_VERSION, Announcement, sources_of

DIGEST = f"sha256:{'0' * 64}"


def corpus(*evidence: object) -> Corpus:
    source = {"type": "news", "access": "full_text", "origin": "own"}
    record = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": "example",
        "title": {"en": "An example"},
        "types": ["other"],
        "status": "draft",
        "dates": [{"role": "announced", "value": "2025-07-26", "evidence": evidence}],
        "passages": [{"id": "opening", "source": "report", "start": 0, "end": 9, "digest": DIGEST}],
        "sources": [{**source, "id": id, "title": id} for id in ("report", "other")],
    }
    return Corpus((Entry("example.yaml", Announcement.model_validate(record)),))


def supporting(*evidence: object) -> list[str]:
    return sorted(corpus(*evidence).corroboration("example")["/dates/0"].supporting.sources)


def test_presumed_evidence_supports_nothing() -> None:
    assert supporting("report", {"source": "other", "support": "presumed"}) == ["report"]
    assert supporting({"passage": "opening", "support": "presumed"}) == []
    for support in ("direct", "listed"):
        assert supporting("report", {"source": "other", "support": support}) == ["other", "report"]


def test_it_is_shown_as_what_it_is() -> None:
    one = corpus("report", {"source": "other", "support": "presumed"})
    text = card("example", one, 200)
    assert "announced 2025-07-26 (Saturday) [1 independent source; 1 presumed]" in text
    assert "announced 2025-07-26 (Saturday) [presumed]\n" in card("other", one, 200)
    assert "Sources: 2 sources, 1 independent" in text
    assert [row["support"] for row in tables(one)["evidence"]] == [None, "presumed"]


def test_a_passage_counts_as_its_source() -> None:
    one = corpus({"passage": "opening"}, "other", {"passage": "no-such"})
    assert supporting({"passage": "opening"}, "report") == ["report"]
    evidence, passages = tables(one)["evidence"], tables(one)["passages"]
    assert [row["source_id"] for row in evidence] == ["report", "other", None]
    assert [row["passage_key"] for row in evidence] == ["example/opening", None, None]
    assert [row["key"] for row in passages] == ["example/opening"]
    pieces = one.announcements["example"].dates[0].evidence
    assert [piece.source_id for piece in pieces] == ["report", "other", None]
    assert pieces[0].cited == one.announcements["example"].passages[0] and pieces[2].cited is None
    assert sources_of(pieces) == ["report", "other"]
