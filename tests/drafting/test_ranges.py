"""Ranges of days, of numbers and of sums, and the notations of Chinese beside them."""

from __future__ import annotations

import pytest

from communique.corpus.corpus import Corpus
from communique.drafting.record import draft


def of(text: str, section: str, *fields: str) -> list[tuple[object, ...]]:
    """The fields of the items in a list of a draft without a corpus."""
    return [tuple(each.get(field) for field in fields) for each in draft(text, Corpus(())).data.get(section, [])]


ENGLISH = [
    ("were held on 11-12 May", "11-12 May", "2025-05-11/2025-05-12"),
    ("were held between 3 and 5 May 2025", "between 3 and 5 May 2025", "2025-05-03/2025-05-05"),
    ("were held on May 30-June 2", "May 30-June 2", "2025-05-30/2025-06-02"),
    ("were held on 30 May to 2 June 2025", "30 May to 2 June 2025", "2025-05-30/2025-06-02"),
    ("were held on May 20–21, 2025", "May 20–21, 2025", "2025-05-20/2025-05-21"),
    ("will be held from 26 to 28 July", "from 26 to 28 July", "2025-07-26/2025-07-28"),
    ("will be held from 30 December 2025 to 2 January 2026", None, "2025-12-30/2026-01-02"),
    ("were held on 11 and 12 May", "11 and 12 May", "2025-05-11/2025-05-12"),
    ("will be held on 31-32 July", None, None),
    ("were moved from 3 May to 5 May 2025", None, None),
]


@pytest.mark.parametrize(("words", "stated", "value"), ENGLISH)
def test_ranges_of_days(words: str, stated: str | None, value: str | None) -> None:
    found = of(f"A title\n3 June 2025\nIt was late. The talks {words}.\n", "dates", "value", "as_stated")
    assert [each for each, _ in found if "/" in str(each)] == ([value] if value else [])
    assert stated is None or found[0][1] == stated


HAN_DAYS = [
    ("会议5月11日至12日举行。", ["2025-05-11/2025-05-12"]),
    ("会议于2025年5月11日至12日举行。", ["2025-05-11/2025-05-12"]),
    ("会议将于7月26-28日举行。", ["2025-07-26/2025-07-28"]),
    ("会议将于2025年12月30日至2026年1月2日举行。", ["2025-12-30/2026-01-02"]),
    ("会议于本月2日举行。", ["2025-06-02"]),
    ("会议于2日至3日举行。", ["2025-06-02/2025-06-03"]),
    ("会议于2日举行。", ["2025-06-02"]),
    ("会议于第2日举行。", []),
    ("会议于2日内举行。", []),
    ("会议于30日举行。", []),
    ("会议将于7月上旬举行，上午9时开始。", []),
]


@pytest.mark.parametrize(("sentence", "days"), HAN_DAYS)
def test_days_in_chinese(sentence: str, days: list[str]) -> None:
    found = of(f"会议的标题\n2025-06-03\n{sentence}\n", "dates", "value", "confidence")
    assert [value for value, confidence in found if not confidence] == days


HAN_NUMBERS = [
    ("11国代表参会。", [(11, None, "unqualified", "country")]),
    ("三十多国代表参会。", [(30, None, "more_than", "country")]),
    ("七国集团和二十国集团开会，七国峰会开幕。", []),
    ("两国代表参会。", []),
    ("第三国代表参会。", []),
    ("11个国家和地区参会。", [(11, None, "unqualified", "country or region")]),
    ("将近百个国家参会。", [(100, None, "about", "country")]),
    ("不到30家企业参会。", [(30, None, "less_than", "company")]),
    ("不超过30家企业参会。", [(30, None, "at_most", "company")]),
    ("至少30家企业参会。", [(30, None, "at_least", "company")]),
    ("有30至40家企业参会。", [(30, 40, "between", "company")]),
    ("有2万至3万名专家参会。", [(20_000, 30_000, "between", "expert")]),
    ("约百分之三十来自西部。", [(30, None, "about", "percent")]),
    ("占比超过12.5%。", [(12.5, None, "more_than", "percent")]),
    ("数十国和上百家企业参会。", []),
]


@pytest.mark.parametrize(("sentence", "numbers"), HAN_NUMBERS)
def test_numbers_in_chinese(sentence: str, numbers: list[tuple[object, ...]]) -> None:
    assert of(f"会议的标题\n{sentence}\n", "quantities", "value", "upper", "comparator", "unit") == numbers


HAN_SUMS = [
    ("秘鲁承诺100亿至120亿元。", [(10**10, 12 * 10**9, "between")]),
    ("秘鲁承诺20至25亿元。", [(2 * 10**9, 25 * 10**8, "between")]),
    ("秘鲁承诺近2.5万亿元。", [(25 * 10**11, None, "about")]),
    ("秘鲁承诺不到3亿元。", [(3 * 10**8, None, "less_than")]),
]


@pytest.mark.parametrize(("sentence", "sums"), HAN_SUMS)
def test_sums_in_chinese(sentence: str, sums: list[tuple[object, ...]]) -> None:
    assert of(f"会议的标题\n{sentence}\n", "money", "amount", "upper", "comparator") == sums
