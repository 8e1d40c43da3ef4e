"""The list of well-known sites: its lines are of one form, and hold for the pages for which they should."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique.codelists import COPIES
from communique.lexicon import well_known_sites
from communique.lexicon.address_language import language_in
from communique.lexicon.page_variants import day_in, month_in, site
from communique.lexicon.well_known_sites import WellKnown, well_known

TEXT = Path(well_known_sites.__file__).with_name("well_known_sites.txt").read_text(encoding="utf-8")
LINES = [[each.strip() for each in line.split("|")] for line in TEXT.splitlines() if line and line[0] != "#"]


def test_every_line_has_four_fields_and_is_in_order() -> None:
    assert {len(line) for line in LINES} == {4}
    keys = [line[0] for line in LINES]
    assert len(keys) == len({*keys})
    assert [site(f"https://{key}") for key in keys] == [key.partition("/")[0] for key in keys]
    for group in TEXT.split("\n\n")[1:]:
        in_group = [line.partition(" |")[0] for line in group.splitlines() if not line.startswith("#")]
        assert in_group == sorted(in_group)


def test_every_line_makes_a_valid_source() -> None:
    """With all lines as sources of one record, nothing is found; that a page is a copy, only its text can say."""
    made = [
        {
            "id": f"site-{number}", "url": f"https://{key}/", "access": "not_read", "type": type.removesuffix("?"),
            **({"publisher": publisher} if publisher else {}), **({"language": language} if language else {}),
        }
        for number, (key, publisher, type, language) in enumerate(LINES)
    ]  # fmt: skip
    record = {"schema_version": "0.3.0", "kind": "registry", "id": "more", "sources": made}
    assert communique.validate_data(record) == []
    assert {each["type"] for each in made}.isdisjoint(COPIES)


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://www.ft.com/content/1", WellKnown("Financial Times", "news", True, "en")),
        ("https://www.whitehouse.gov/es/1", WellKnown("The White House", "official", True)),
        ("https://be.china-embassy.gov.cn/1", WellKnown("", "official", True)),
        ("https://moe.gov.cn/1", WellKnown("", "official", True)),
        ("https://www.gov.cn/zhengce/1.htm", WellKnown("State Council of China", "official", True, "zh-Hans")),
        ("https://press.un.org/en/1", WellKnown("United Nations", "official", True)),
        ("https://www.spa.gov.sa/1", WellKnown("Saudi Press Agency", "state_media", True)),
        ("https://www.theguardian.com/1", WellKnown("The Guardian", "news", False, "en")),
        ("https://biz.chosun.com/1", WellKnown("", "news", False)),
        ("https://someone.substack.com/p/1", WellKnown("", "blog", False)),
        ("https://community.openai.com/t/1", WellKnown()),
        ("https://www.reuters.com/legal/1", WellKnown("Reuters", "news_agency", False, "en")),
        ("https://notft.com/1", WellKnown()),
        ("https://ft.com.evil.example/1", WellKnown()),
        ("https://whitehouse.gov.example.org/1", WellKnown()),
    ],
)
def test_a_line_holds_for_the_pages_of_its_site(url: str, known: WellKnown) -> None:
    assert well_known(url) == known


@pytest.mark.parametrize(
    ("url", "language"),
    [
        ("https://www.canada.ca/en/news", "en"),
        ("https://ec.europa.eu/commission/presscorner/detail/fr/ip_25_1", "fr"),
        ("https://www.europarl.europa.eu/doceo/document/TA-9-2024-0138_DE.html", "de"),
        ("https://www.mfa.gov.cn/eng/1", "en"),
        ("https://example.org/pt-br/1", "pt"),
        ("https://example.org/1?lang=es", "es"),
        ("https://frtracker.example/fr/2025-1", ""),  # the Federal Register
        ("https://example.org/it/1", ""),
        ("https://example.org/en/1?lang=fr", ""),
        ("https://example.org/1", ""),
    ],
)
def test_an_address_may_name_the_language(url: str, language: str) -> None:
    assert language_in(url) == language


@pytest.mark.parametrize(
    ("url", "time"),
    [
        ("https://a.example/2025/07/26/plan", "2025-07-26"),
        ("https://a.example/2025/7/6/plan", "2025-07-06"),
        ("https://a.example/20250726/plan", "2025-07-26"),
        ("https://a.example/2025-07/26/plan", "2025-07-26"),
        ("https://a.example/a/202507/26/WS1.html", "2025-07-26"),
        ("https://a.example/world/2025/jul/26/plan", "2025-07-26"),
        ("https://a.example/202507/t20250726_1.html", "2025-07-26"),
        ("https://www.reuters.com/world/plan-2025-07-26/", "2025-07-26"),
        ("https://a.example/plan-2025-07-26/", ""),  # perhaps the day of the event
        ("https://a.example/20250726IPR1/plan", ""),
        ("https://a.example/2025/07/26/2025/07/27/plan", ""),
        ("https://a.example/2025/02/30/plan", ""),
        ("https://a.example/2025/07/plan", "2025-07"),
        ("https://a.example/2025-07/plan", "2025-07"),
        ("https://a.example/202507/plan", ""),
        ("https://a.example/2025/13/plan", ""),
        ("https://a.example/wp-content/uploads/2025/07/plan.pdf", ""),
        ("https://a.example/content_20250726.html", ""),
        ("https://a.example/plan?date=2025/07/26/", ""),
    ],
)
def test_a_date_is_read_only_where_it_can_be_no_other(url: str, time: str) -> None:
    assert (day_in(url) or month_in(url)) == time
