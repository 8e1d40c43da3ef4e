from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ....diagnostics.finding import Advice, Change, Severity
from ....lexicon.web_addresses import host, without_surroundings, without_tracking
from ....models import ENTITY_FIELDS
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...quoting import in_quotes
from ...rule import CorpusRule, Violation
from ._fields import addresses

if TYPE_CHECKING:
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary


class _Doubtful(NamedTuple):
    """An address that is untidy, or that uses http; its host is the key."""

    url: str
    pointer: Pointer


class _Secure(NamedTuple):
    """The record has an https address of the host that is the key."""


def _doubtful(subject: Subject) -> Iterator[tuple[str, _Doubtful]]:
    for pointer, url in subject.once(addresses):
        # An archive finds a capture only by exactly the address that was captured.
        if pointer[-1] != "archived_url" and _is_doubtful(url):
            yield host(url), _Doubtful(url, pointer)


def _is_doubtful(url: str) -> bool:
    return url.startswith("http://") or without_tracking(url) != url or without_surroundings(url) != url


def _secure(subject: Subject) -> Iterator[tuple[str, _Secure]]:
    urls = [url for pointer, url in subject.once(addresses) if pointer[-1] == "url" and pointer[0] in ENTITY_FIELDS]
    is_secure = _Secure()
    yield from ((each, is_secure) for each in {host(url): None for url in urls if url.startswith("https://")})


_DOUBTFUL = Aspect("doubtful-address", _Doubtful, _doubtful, shared=False, needs=("url",))
_SECURE = Aspect("secure-host", _Secure, _secure, needs=("url",))


class UntidyUrl(CorpusRule):
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

    aspects = (_DOUBTFUL, _SECURE)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for site, (url, pointer) in own.of(_DOUBTFUL):
            clean, bare = without_tracking(url), without_surroundings(url)
            if bare != url:
                found = "&amp;" if "&amp;" in url else url[-1]
                verb = "contains" if "&" in found else "ends in"
                message = f"the address {verb} {found}, probably copied by accident"
                help = f"check whether {in_quotes(bare)} opens the page"
                yield Violation(pointer, message, help, advice=(Advice(Change.VALUE, in_quotes(bare)),))
            elif clean != url:
                message = "the address contains tracking parameters"
                help = f"check whether this also opens the page: {in_quotes(clean)}"
                yield Violation(pointer, message, help, advice=(Advice(Change.VALUE, in_quotes(clean)),))
            elif context.has(_SECURE, site):
                message = f"the address uses http, but other addresses of {site} use https"
                secure = in_quotes(f"https://{url.removeprefix('http://')}")
                help = f"write {secure} if it opens the same page"
                advice = (Advice(Change.VALUE, secure),)
                yield Violation(pointer, message, help, severity=Severity.INFO, advice=advice)
