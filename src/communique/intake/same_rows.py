"""Rows and records that have a title, a page or a day in common: the same thing, or perhaps the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..authoring.kept_cells import KEY
from ..lexicon.page_variants import any_page
from ..lexicon.placeholders import UNKNOWN_DAY

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from ..models import Announcement
    from .pages import Page

_TITLE, _PAGE, _DAY = "title", "page", "day"


class Traits(NamedTuple):
    """What tells a row or a record apart from others if it has no id."""

    titles: frozenset[str]
    pages: frozenset[str]
    days: frozenset[str]

    @classmethod
    def of_row(cls, title: Mapping[str, str], pages: Iterable[Page], dates: Iterable[Mapping[str, Any]]) -> Traits:
        """The traits of a row."""
        urls = (each.definition.get("url", "") for each in pages)
        days = {str(each["value"]) for each in dates} - {UNKNOWN_DAY}
        return cls(frozenset(title.values()), frozenset(any_page(url) for url in urls if url), frozenset(days))

    @classmethod
    def of_record(cls, record: Announcement, corpus: Corpus) -> Traits:
        """The traits of a record; its pages are those of its sources, and of those that it cites."""
        cited = (one.source_id or "" for each in (*record.dates, *record.roles) for one in each.evidence)
        sources = [*record.sources, *(corpus.sources[id] for id in cited if id in corpus.sources)]
        urls = (url for each in sources for url in (each.url, each.archived_url) if url)
        days = {str(each.value) for each in record.dates} - {UNKNOWN_DAY}
        return cls(frozenset(record.title.values()), frozenset(map(any_page, urls)), frozenset(days))

    def shared(self, other: Traits) -> frozenset[str]:
        """What both have in common."""
        pairs = zip((_TITLE, _PAGE, _DAY), self, other, strict=True)
        return frozenset(name for name, one, two in pairs if one & two)


class Alike(NamedTuple):
    """Records that are like a row, and what they have in common with it; with ``is_same``, it is that record."""

    ids: Sequence[str]
    shared: str
    is_same: bool = False


class Records:
    """The announcements of a corpus by what tells them apart."""

    def __init__(self, corpus: Corpus, namespace: str) -> None:
        self._traits = {id: Traits.of_record(each, corpus) for id, each in corpus.announcements.items()}
        self._imported = {id for id, each in corpus.announcements.items() if KEY in each.extensions.get(namespace, {})}
        self._with: dict[str, list[str]] = defaultdict(list)
        for id, traits in self._traits.items():
            for each in traits.titles | traits.pages:
                self._with[each].append(id)

    def made_of(self, rows: Mapping[int, Traits], taken: Iterable[str]) -> Mapping[int, Alike]:
        """The records that earlier imports made of these rows, by the numbers of the rows.

        None of them is one of those ``taken`` by other rows.
        """
        left = self._imported - {*taken}
        often = Counter(each for traits in rows.values() for each in traits.titles | traits.pages)
        found = {number: each for number, row in rows.items() if (each := self._made_of(row, left, often))}
        claims = Counter(each.ids[0] for each in found.values())
        return {
            number: each._replace(is_same=each.is_same and claims[each.ids[0]] == 1) for number, each in found.items()
        }

    def like(self, row: Traits) -> Alike | None:
        """The records that may be about the same: with the same page, or the same title and day."""
        shared = {id: row.shared(self._traits[id]) for id in self._near(row)}
        found = {id: each for id, each in shared.items() if _PAGE in each or {_TITLE, _DAY} <= each}
        return Alike([*found], _listed(frozenset().union(*found.values()))) if found else None

    def _made_of(self, row: Traits, left: set[str], often: Mapping[str, int]) -> Alike | None:
        shared = {id: row.shared(self._traits[id]) for id in self._near(row) if id in left}
        same = [id for id, each in shared.items() if {_TITLE, _PAGE} <= each or self._is_unique(row, id, often)]
        if len(same) == 1:
            return Alike(same, _listed(shared[same[0]]), is_same=len(shared[same[0]]) > 1)
        return Alike(same, _listed(frozenset.union(*(shared[each] for each in same)))) if same else None

    def _is_unique(self, row: Traits, id: str, often: Mapping[str, int]) -> bool:
        """Whether a title or a page that both have is that of no other record and no other row."""
        own = (row.titles & self._traits[id].titles) | (row.pages & self._traits[id].pages)
        return any(len(self._with[each]) == 1 and often[each] == 1 for each in own)

    def _near(self, row: Traits) -> Iterator[str]:
        yield from dict.fromkeys(id for each in sorted(row.titles | row.pages) for id in self._with.get(each, ()))


def _listed(shared: frozenset[str]) -> str:
    return " and ".join(f"the same {each}" for each in (_TITLE, _PAGE, _DAY) if each in shared)
