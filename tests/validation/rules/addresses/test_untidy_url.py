"""Web addresses with more in them than the place."""

from __future__ import annotations

import pytest

from support.linked_records import Write, found, only, registry, url


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://example.org/?utm_source=x", "https://example.org/"),
        ("https://example.org/a?id=1&UTM_Medium=y&lang=en#part", "https://example.org/a?id=1&lang=en#part"),
        ("https://example.org/a?fbclid=x&gclid=y&mc_cid=z&igshid=q", "https://example.org/a"),
        ("http://example.org/a?gclid=1", "http://example.org/a"),
    ],
)
def test_tracking(address: str, clean: str, write: Write) -> None:
    finding = only(write(all=registry("all", url(address))))
    assert (finding.name, finding.severity) == ("untidy-url", "warning")
    assert finding.help.endswith(f': "{clean}"')


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/utm_source=x", "url"),
        ("https://example.org/?my_utm_source=x&utmost=1&id=fbclid", "url"),
        ("https://example.org/?a=%26utm_source%3Dx", "url"),
        ("https://web.archive.org/web/2025/https://example.org/?utm_source=x", "archived_url"),
        ("http://example.org/", "url"),
    ],
)
def test_tidy(address: str, name: str, write: Write) -> None:
    assert found(write(all=registry("all", url(address, name)))) == []


def test_https_is_asked_of_sites_that_are_known_to_have_it(write: Write) -> None:
    folder = write(all=registry("all", url("http://www.example.org/one")))
    write(other=registry("other", url("https://example.org/two").replace("id: a", "id: b")))
    finding = only(folder)
    assert (finding.name, finding.severity, finding.pointer) == ("untidy-url", "info", "/sources/0/url")
