"""Web addresses that are none, and strange ones that are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import validate
from communique.diagnostics.finding import Severity
from communique.lexicon.address_syntax import address_error, errors, is_plain

WRONG = {
    "https:///news": "no host",
    "https://": "no host",
    "https://?q=1": "no host",
    "https://:443/": "no host",
    "https://user@/": "no host",
    "https://[::1": "IPv6",
    "https://::1]/": "IPv6",
    "https://[::g]/": "IPv6",
    "https://[1.2.3.4]/": "IPv6",
    "https://[fe80::1%25eth0]/": "IPv6",
    "https://[@example.org/x": "invalid user name",
    "https://example.org:port/": "invalid port",
    "https://example.org:99999/": "invalid port",
    "https://example.org:-1/": "invalid port",
    "https://example.org:" + "9" * 5000: "invalid port",
    "https://a@b@example.org/": "two @",
    "https://1.2.3.4.5/": "IPv4",
    "https://256.1.1.1/": "IPv4",
    "https://1.2.3/": "IPv4",
    "https://example..org/": "invalid host name",
    "https://.org/": "invalid host name",
    "https://exa$mple.org/": "invalid host name",
    "https://example%2Eorg/": "invalid host name",
    "https://exa,mple.org": "invalid host name",
    "https://" + "a" * 64 + ".org/": "invalid host name",
    "https://" + "a.".join([""] * 200) + "org/": "invalid host name",
    "https://ex\u200bample.org/": "ZERO WIDTH SPACE",
    "https://example.org/a\u00a0b": "NO-BREAK SPACE",
    "https://example.org/a\u3000b": "IDEOGRAPHIC SPACE",
    "https://example.org/\x7f": "U\\+007F",
    "https://example.org/\u202e": "RIGHT-TO-LEFT",
    "https://example.org/\ue000": "U\\+E000",
    "https://example.org\\x": re.escape("\\ is not allowed"),
    "https://example.org/a\\b": re.escape("\\ is not allowed"),
    "https://example.org/%zz": "found %zz",
    "https://example.org/100%": "found %$",
    "https://example.org/?q=5%&r=1": "found %&r",
    "https://example.org/%u0041": "found %u0",
    "https://example.org/a{b}": "not allowed in this part",
    "https://example.org/a^b": "not allowed in this part",
    "https://example.org/a`b": "not allowed in this part",
}
DOUBTFUL = {
    "https://user:secret@example.org/": "a user name and a password",
    "https://user@example.org/": "a user",
    "https://example.org/a|b": "%7C",
    "https://example.org/a[0]": "%5B",
    "https://example.org/?f[0]=topic": "%5B",
    "https://example.org/?a={b}": "%7B",
    "https://example.org/#a#b": "%23",
    "https://example/news": "no dot",
    "http://localhost:8080/": "no dot",
    "https://ex\u0430mple.org/": "CYRILLIC SMALL LETTER A",
    "https://www.\u03bfecd.org/": "GREEK SMALL LETTER OMICRON",
}
RIGHT = [
    "https://example.org",
    "http://example.org:80/",
    "https://example.org:/",
    "https://example.org./",
    "https://EXAMPLE.org/~user/a;b=c,d/$e/(f)/g*h!'i'?j=k&l=m/n?o#p/q?r",
    "https://example.org/a//b/../c/./d",
    "https://example.org/%E4%B8%AD%e6%96%87?q=%20+",
    "https://example.org/caf%E9",
    "https://münchen.example/straße",
    "https://中国政府网.中国/政策/人工智能",
    "https://xn--fiqs8s.example/",
    "https://пример.example/путь?запрос=да#часть",
    "https://my_site.example.org/",
    "https://a-.example.org/",
    "https://127.0.0.1:8080/",
    "https://[2001:db8::7]/c=GB?objectClass?one",
    "https://[::ffff:192.0.2.1]:443/",
    "https://web.archive.org/web/20250726140600/https://example.org/a?b=c",
    "https://example.org/a@b:c",
    "https://example.org?q",
    "https://4chan.example/",
    "https://\u0430\u0440\u0440\u0435.example/",
    "https://alt\u0131n.example/",
    "https://example.org/ex\u0430mple",
    "https://fa.example.org/می\u200cخواهم",
    "https://example.org/👩\u200d🔬",
]


@pytest.mark.parametrize("url", WRONG)
def test_what_is_no_address_is_an_error(url: str) -> None:
    error = address_error(url)
    assert error and error.severity is Severity.ERROR and re.search(WRONG[url], error.message) and error.help


@pytest.mark.parametrize("url", DOUBTFUL)
def test_what_only_browsers_let_pass_is_a_warning(url: str) -> None:
    error = address_error(url)
    assert error and error.severity is Severity.WARNING and DOUBTFUL[url] in f"{error.message} {error.help}"


@pytest.mark.parametrize("url", RIGHT)
def test_a_strange_address_is_one_all_the_same(url: str) -> None:
    assert address_error(url) is None


def test_every_address_of_a_record_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(
        "schema_version: 0.2.0\nkind: announcement\nid: example\ntitle: {en: Example}\ntypes: [other]\nstatus: draft\n"
        "dates: [{role: announced, value: '2026-01-12', evidence: [{source: page}]}]\n"
        "sources: [{id: page, type: news, access: excerpt, url: 'https:///x', archived_url: 'https://[::1'}]\n"
        "actors: [{id: body, type: company, name: {en: Body}, url: 'https://example.org/a\u00a0b'}]\n"
        "roles: [{actor: body, role: announcer, evidence: [{source: page}]}]\n"
    )
    found = [finding.pointer for finding in validate(path) if finding.code == "CQ609"]
    assert found == ["/sources/0/url", "/sources/0/archived_url", "/actors/0/url"]


@given(st.text(max_size=30))
def test_escaping_by_the_help_makes_any_path_right(path: str) -> None:
    from urllib.parse import quote

    try:
        assert address_error(f"https://example.org/{quote(path)}") is None
    except UnicodeEncodeError:
        assert re.search("[\ud800-\udfff]", path)


@given(st.text(max_size=30))
def test_no_text_breaks_the_check(rest: str) -> None:
    address_error(f"https://{rest}")


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://example.org/news,", "https://example.org/news"),
        ("https://example.org/news.", "https://example.org/news"),
        ("https://example.org/news);", "https://example.org/news"),
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2"),
        ("https://example.org/", ""),
        ("https://example.org/law_(bill)", ""),
        ("https://example.org/a.pdf", ""),
        ("https://example.org/?a=1&b=2", ""),
        ("https://en.wikipedia.org/wiki/Apple_Inc.", ""),
    ],
)
def test_what_was_copied_with_an_address(url: str, clean: str, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    source = f"- {{id: page, type: news, access: excerpt, url: '{url}'}}"
    path.write_text(f"schema_version: 0.2.0\nkind: registry\nid: example\nsources:\n{source}\n")
    found = [each for each in validate(path) if each.code == "CQ604"]
    assert [(each.severity, each.advice[0].text, each.replacement) for each in found] == (
        [("warning", f'"{clean}"', "")] if clean else []
    )


@given(st.from_regex(r"https?://[A-Za-z0-9._-]{1,60}(:[0-9]+)?(/[!-~]*)?(\?[!-~]*)?(#[!-~]*)?", fullmatch=True))
def test_an_address_that_is_plain_has_no_error(url: str) -> None:
    assert not is_plain(url) or list(errors(url)) == []


def test_most_addresses_are_plain() -> None:
    assert is_plain("https://www.example.org/news/1?id=2&page=%20#top") and is_plain("http://example.org./a,b")
    assert not any(map(is_plain, WRONG))
