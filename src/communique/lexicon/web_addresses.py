"""Web addresses: tracking parameters, and whether two addresses are of the same page."""

from __future__ import annotations

import re
from functools import lru_cache

from ..lazy import lazy_pattern

_TRACKING = lazy_pattern(
    r"utm_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igsh|igshid|mc_cid|mc_eid|"
    r"mkt_tok|_hsenc|_hsmi|__hsfp|__hssc|__hstc|_ga|_gl|vero_id|oly_anon_id|oly_enc_id|ref_src|ref_url|wt\.mc_id|"
    r"(?:ga|itm|hmb|pk|mtm)_(?:source|medium|term|content|campaign|place|keyword|kwd|cid|group)|"
    r"at_(?:campaign|medium|custom\w*|format|bbc_team|link_\w+|ptr_\w+)|ns_(?:campaign|mchannel|source|linkname|fee)|"
    r"sc_(?:campaign|channel|content|medium|outcome|geo|country|cid)|fb_(?:action_ids|action_types|source|ref)|"
    r"action_(?:object|type|ref)_map|_openstat|ysclid|srsltid|sccid|epik|rb_clickid|trkcampaign|xtor|s_cid|"
    r"(?:__)?twitter_impression|guccounter|guce_referrer(?:_sig)?|ck_subscriber_id|ml_subscriber(?:_hash)?",
    re.IGNORECASE,
)
# Parameters that may mean something else on another site.
_TRACKING_OF = {
    "bbc.co.uk": "ocid|intlink_from_url|link_location",
    "bbc.com": "ocid|intlink_from_url|link_location",
    "bloomberg.com": "srnd|sref|cmpid|leadsource",
    "economist.com": "fsrc",
    "forbes.com": "sh",
    "ft.com": "ftcamp|sharetype|segmentid",
    "linkedin.com": "trk|lipi|rcm|lici",
    "nytimes.com": "smid|smtyp|referringsource|partner|emc|ref",
    "reuters.com": "taid|feedtype|feedname|edition-redirect",
    "scmp.com": "module|pgtype|campaign|tpcc",
    "spiegel.de": "sara_ref",
    "theguardian.com": "cmp|intcmp",
    "time.com": "xid",
    "twitter.com": "s|t",
    "washingtonpost.com": "wpisrc|wpmm|itid",
    "wikipedia.org": "wprov",
    "wsj.com": "mod|reflink",
    "x.com": "s|t",
    "youtu.be": "si|feature",
    "youtube.com": "si|feature",
    "zeit.de": "wt_zmc|wt_ref|sc_referer",
}
# Single-page applications name the view in the fragment.
_ROUTES = ("/", "!")
_PUNCTUATION = ",.;)"


def without_tracking(url: str) -> str:
    """The address without tracking parameters, otherwise unchanged.

    >>> without_tracking("https://example.org/news?id=1&utm_source=x#top")
    'https://example.org/news?id=1#top'
    """
    if "?" not in url:
        return url
    address, hash, fragment = url.partition("#")
    page, _, query = address.partition("?")
    pairs = query.split("&")
    own = _tracking_of(host(url))
    kept = [pair for pair in pairs if not _is_tracking(pair.partition("=")[0], own)]
    if kept == pairs:
        return url
    return page + ("?" + "&".join(kept) if kept else "") + hash + fragment


def _is_tracking(name: str, own: frozenset[str]) -> bool:
    return _TRACKING.fullmatch(name) is not None or name.lower() in own


@lru_cache(maxsize=1024)
def _tracking_of(host: str) -> frozenset[str]:
    """The names of the tracking parameters that only the site of the host has."""
    parts = host.split(".")
    found = (_TRACKING_OF.get(".".join(parts[place:]), "") for place in range(len(parts)))
    return frozenset(name for names in found if names for name in names.split("|"))


def without_surroundings(url: str) -> str:
    """The address without artefacts of copying: punctuation at its end, and ``&amp;`` for ``&``.

    A closing bracket stays if its opening bracket is in the address; addresses of Wikipedia may end in a full stop.

    >>> without_surroundings("https://example.org/news?id=1&amp;page=2).")
    'https://example.org/news?id=1&page=2'
    """
    clean = url.replace("&amp;", "&")
    if clean[-1] not in _PUNCTUATION:
        return clean
    if host(url).endswith("wikipedia.org"):
        return clean
    while clean[-1] in _PUNCTUATION[:-1] or (clean[-1] == ")" and clean.count(")") > clean.count("(")):
        clean = clean[:-1]
    return clean


@lru_cache(maxsize=1024)
def host(url: str) -> str:
    """The host without www and the default port.

    >>> host("http://www.Example.org:80/news")
    'example.org'
    """
    site = url.partition("://")[2].partition("/")[0].partition("?")[0].partition("#")[0].lower()
    return site.removeprefix("www.").removesuffix(":443").removesuffix(":80")


def page(url: str) -> str:
    """A key that is the same for all addresses of one page.

    >>> page("http://www.example.org/news/?fbclid=x#top") == page("https://example.org/news")
    True
    """
    if "?" not in url and "#" not in url:
        return f"{host(url)}/{url.partition('://')[2].partition('/')[2].rstrip('/')}?#"
    rest = without_tracking(url).partition("://")[2]
    address, _, fragment = rest.partition("#")
    path, _, query = address.partition("?")
    view = fragment if fragment.startswith(_ROUTES) else ""
    return f"{host(url)}/{path.partition('/')[2].rstrip('/')}?{query}#{view}"
