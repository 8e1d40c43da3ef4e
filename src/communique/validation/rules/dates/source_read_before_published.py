from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....corpus.date_order import is_surely_before
from ....diagnostics.finding import Severity
from ....lazy import lazy_pattern
from ....text.pointer import Pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import EdtfDate, Source
    from ...subject import Subject

_ARCHIVE = lazy_pattern(
    r"https?://(?:web\.archive\.org/web|archive\.(?:ph|today|is|vn|li|md|fo))/"
    r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?:[0-9]{6})?[a-z_]*/"
)


class SourceReadBeforePublished(RecordRule):
    code = "CQ415"
    name = "source-read-before-published"
    reason = "Nobody can read or archive a page before it is published; one of the dates is a typing error."
    fix = (
        "Check both dates; one day is allowed for time zones. A copy in a web archive that is older than the page is "
        "only a warning, because pages may be published again."
    )
    bad = (
        "sources:\n- {id: page, type: news, access: full_text, title: A page, published: '2026-03-13', "
        "retrieved: '2026-01-14'}\n"
    )
    good = (
        "sources:\n- {id: page, type: news, access: full_text, title: A page, published: '2026-01-15', "
        "retrieved: '2026-01-14'}\n"
        "- {id: other, type: news, access: full_text, title: Another, published: '2026-03?', retrieved: '2026-01-14'}\n"
    )
    needs = ("retrieved", "archived_url")

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, source in subject.of(models.Source):
            if source.published and not source.published.qualifier:
                yield from _read_too_early(source, source.published, pointer)


def _read_too_early(source: Source, published: EdtfDate, pointer: Pointer) -> Iterator[Violation]:
    if source.retrieved and not source.retrieved.qualifier and is_surely_before(source.retrieved, published):
        message = f"{source.id} was published on {published}, but retrieved earlier, on {source.retrieved}"
        yield Violation((*pointer, "published"), message, "check both dates, and correct the one that is wrong")
    archived = _archived(source.archived_url)
    if archived and is_surely_before(archived, published):
        message = f"the copy was archived on {archived}, but the page was published on {published}"
        help = "check when the page was published, or use the address of an archived copy of this page"
        yield Violation((*pointer, "archived_url"), message, help, severity=Severity.WARNING)


def _archived(url: str | None) -> EdtfDate | None:
    """The day in the address of an archived copy."""
    match = _ARCHIVE.match(url or "")
    day = models.EdtfDate("-".join(match.groups())) if match else None
    return day if day and not day.error else None
