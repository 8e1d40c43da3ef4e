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
        "Tracking parameters tell how somebody came to a page, and make one page look like many. Punctuation behind an "
        "address belongs to the sentence that it was copied from, and &amp; is how the source of a page writes &."
    )
    fix = "Take them out, and look whether the address still leads to the page; prefer https:// where the site has it."
    bad = "sources:\n- {id: report, type: news, access: full_text, url: 'https://example.org/news?id=1&utm_source=x'}\n"
    good = "sources:\n- {id: report, type: news, access: full_text, url: 'https://example.org/news?id=1'}\n"
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            # Not the archived one: a capture is found by the very address that was captured.
            if not (url := getattr(model, "url", None)):
                continue
            clean, bare = without_tracking(url), without_surroundings(url)
            if bare != url:
                found = "&amp;" if "&amp;" in url else url[-1]
                message = f"the address {'holds' if '&' in found else 'ends in'} {found}, copied with it as it seems"
                advice = (Advice(Change.VALUE, in_quotes(bare)),)
                yield Violation(
                    (*pointer, "url"), message, f"see whether {in_quotes(bare)} leads to the page", advice=advice
                )
            elif clean != url:
                message = "the address carries parameters that only track its readers"
                advice = (Advice(Change.VALUE, in_quotes(clean)),)
                help = f"see whether this leads to the page, too: {in_quotes(clean)}"
                yield Violation((*pointer, "url"), message, help, advice=advice)
            elif url.startswith("http://") and host(url) in context.once(_secure):
                message = f"the address is not https, and others of {host(url)} are"
                secure = in_quotes(f"https://{url.removeprefix('http://')}")
                help = f"write {secure} if the page is there as well"
                advice = (Advice(Change.VALUE, secure),)
                yield Violation((*pointer, "url"), message, help, severity=Severity.INFO, advice=advice)


def _secure(corpus: Corpus) -> frozenset[str]:
    """The sites that are known to speak https; many that carry copies do not, and nothing can be done about it."""
    entities = (
        entity for entry in corpus.entries for name in ENTITY_FIELDS for entity in getattr(entry.record, name, ())
    )
    urls = (entity.url for entity in entities if isinstance(entity, Entity) and entity.url)
    return frozenset(host(url) for url in urls if url.startswith("https://"))
