"""An export does not need what was known of the records to check them."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterable
from contextlib import closing

import pytest

from communique.api.loading import store_checked
from communique.exporting import FORMATS
from communique.exporting.packing import Packing
from communique.exporting.stored_records import StoredRecords
from communique.validation import engine
from communique.validation.examination import Examined
from communique.validation.settings import Settings
from communique.validation.summaries import KnownSummaries
from support.folders import CORPUS


def test_all_facts_are_free_before_the_export_without_a_search_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[KnownSummaries]] = []
    summaries = engine._summaries

    def noted(examined: Iterable[Examined]) -> KnownSummaries:
        found = summaries(examined)
        made.append(weakref.ref(found))
        return found

    monkeypatch.setattr(engine, "_summaries", noted)
    gc.collect()
    gc.disable()
    try:
        with closing(StoredRecords(Packing.for_formats([FORMATS["csv"]], embed=False))) as records:
            store_checked(CORPUS, records, settings=Settings())
            assert [each() for each in made] == [None]
    finally:
        gc.enable()
