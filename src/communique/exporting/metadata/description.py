"""What is known of the dataset as a publication."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ...models import Dataset, EdtfDate, main_text
from .maker import Maker


class Description(NamedTuple):
    """The dataset record. What it does not say is empty or None.

    ``day`` is the day of this version: that of the last revision of the record, if it is one exact day. ``as_of`` is
    the day up to which sources were looked at, as EDTF. ``starts`` and ``ends`` are the first and the last day that is
    covered.
    """

    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    licence: str
    makers: tuple[Maker, ...]
    version: str
    day: date | None
    as_of: str
    starts: date | None
    ends: date | None
    note: str
    languages: tuple[str, ...]
    url: str

    @classmethod
    def of(cls, dataset: Dataset) -> Description:
        """What the record says."""
        coverage = dataset.coverage
        return cls(
            titles=dataset.title,
            descriptions=dataset.description or {},
            licence=dataset.licence,
            makers=tuple(map(Maker.of, dataset.creators)),
            version=dataset.version,
            day=_day(dataset.revisions[-1].date) if dataset.revisions else None,
            as_of=str(coverage.as_of),
            starts=coverage.start.earliest if coverage.start else None,
            ends=coverage.end.latest if coverage.end else None,
            note=coverage.note or "",
            languages=tuple(dataset.languages),
            url=dataset.url or "",
        )

    @property
    def title(self) -> str:
        """The title in one language."""
        return main_text(self.titles)

    @property
    def description(self) -> str:
        """The description in one language."""
        return main_text(self.descriptions)

    @property
    def licence_url(self) -> str:
        """The page of the licence in the list of SPDX."""
        return licence_page(self.licence)


def licence_page(licence: str) -> str:
    """The page of a licence in the list of SPDX."""
    return f"https://spdx.org/licenses/{licence}"


def _day(value: EdtfDate) -> date | None:
    is_exact = value.earliest == value.latest and not value.qualifier
    return value.earliest if is_exact else None
