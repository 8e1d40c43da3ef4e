"""What was done to each instrument, in order, as far as it is sure enough to be held against other records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..codelists import Confidence, Modality, RecordStatus
from ..models import Announcement, EdtfDate, Measure
from .corpus import Corpus, Entry
from .history import datings, day

_COUNTING = frozenset({RecordStatus.DRAFT, RecordStatus.REVIEWED})
_NOT_DONE = frozenset({Modality.DENIED, Modality.HYPOTHETICAL})


class Deed(NamedTuple):
    """A measure, by its ``place`` in its record, and when it was: on some day from ``begins`` to ``ends``."""

    begins: date
    ends: date
    when: EdtfDate
    entry: Entry
    place: int
    measure: Measure


def chronicle(corpus: Corpus) -> dict[str, list[Deed]]:
    """By instrument, what was done to it, in the order of the last days on which that may have been.

    Left out is what is held to be wrong or disputed, denied or only thought of, what bears no date, and what stands in
    a record that no longer counts.
    """
    found: dict[str, list[Deed]] = defaultdict(list)
    for entry in corpus.entries:
        for deed in _deeds(entry):
            found[deed.measure.instrument].append(deed)
    for deeds in found.values():
        deeds.sort(key=lambda deed: deed.ends)
    return found


def _deeds(entry: Entry) -> Iterator[Deed]:
    record = entry.record
    if not isinstance(record, Announcement) or record.status not in _COUNTING:
        return
    preferred = {measure.matter for measure in record.measures if measure.is_preferred}
    made = day(record)
    for place, (measure, dating) in enumerate(zip(record.measures, datings(record), strict=True)):
        rivalled = not measure.is_preferred and measure.matter in preferred
        doubtful = measure.is_deprecated or measure.confidence is Confidence.DISPUTED
        if rivalled or doubtful or measure.modality in _NOT_DONE:
            continue
        # What is only meant to be done has a date that lies ahead, but the stage is that of the announcement's day.
        done = measure.modality is Modality.ASSERTED
        when = dating.first if done else made
        if when and when.earliest and when.latest and not when.error:
            yield Deed(when.earliest, when.latest, when, entry, place, measure)
