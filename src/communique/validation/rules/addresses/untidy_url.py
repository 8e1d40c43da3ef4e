from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Corpus, Entry
from ....diagnostics.finding import Advice, Change, Severity
from ....lexicon.web_addresses import host, without_surroundings, without_tracking
from ....models import ENTITY_FIELDS, Entity, walk
from ...quoting import in_quotes
from ...rule import Context, RecordRule, Violation


class UntidyUrl(RecordRule):
    code = "CQ604"
    name = "untidy-url"
    severity = Severity.WARNING
    reason = (
        "Tracking parameters record how a reader came to a page, and make one page look like several. Punctuation "
        "after an address belongs to the sentence from which it was copied, and &amp; is the HTML notation of &."
    )
    fix = "Delete them, and check that the address still opens the page; prefer https:// if the site supports it."
    bad = "sources:\n- {id: report, type: news, access: full_text, url: 'https://example.org/news?id=1&utm_source=x'}\n"
    good = "sources:\n- {id: report, type: news, access: full_text, url: 'https://example.org/news?id=1'}\n"
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            # Not archived_url: an archive finds a capture only by exactly the address that was captured.
            if not (url := getattr(model, "url", None)):
                continue
            clean, bare = without_tracking(url), without_surroundings(url)
            if bare != url:
                found = "&amp;" if "&amp;" in url else url[-1]
                message = (
                    f"the address {'contains' if '&' in found else 'ends in'} {found}, probably copied by accident"
                )
                advice = (Advice(Change.VALUE, in_quotes(bare)),)
                yield Violation(
                    (*pointer, "url"), message, f"check whether {in_quotes(bare)} opens the page", advice=advice
                )
            elif clean != url:
                message = "the address contains tracking parameters"
                advice = (Advice(Change.VALUE, in_quotes(clean)),)
                help = f"check whether this also opens the page: {in_quotes(clean)}"
                yield Violation((*pointer, "url"), message, help, advice=advice)
            elif url.startswith("http://") and host(url) in context.once(_secure):
                message = f"the address uses http, but other addresses of {host(url)} use https"
                secure = in_quotes(f"https://{url.removeprefix('http://')}")
                help = f"write {secure} if it opens the same page"
                advice = (Advice(Change.VALUE, secure),)
                yield Violation((*pointer, "url"), message, help, severity=Severity.INFO, advice=advice)


def _secure(corpus: Corpus) -> frozenset[str]:
    """The hosts for which the corpus has an https address."""
    entities = (
        entity for entry in corpus.entries for name in ENTITY_FIELDS for entity in getattr(entry.record, name, ())
    )
    urls = (entity.url for entity in entities if isinstance(entity, Entity) and entity.url)
    return frozenset(host(url) for url in urls if url.startswith("https://"))
