"""One announcement in two records."""

from __future__ import annotations

import pytest

from support.linked_records import SOURCES, Found, Write, found, record, relations

CN = "actors:\n- {id: cn, type: country, country: CN, name: {en: China, zh: 中国}}\n"
BY_CN = "roles:\n- {actor: cn, role: announcer, evidence: [{source: report}]}\n"
ON_27 = "dates:\n- {role: announced, value: '2025-07-27', evidence: [{source: report}]}\n"


def twins(
    write: Write, one: str, other: str, *, fields: str = "", types: str = "speech", status: str = "reviewed"
) -> Found:
    folder = write(
        a=record("a", BY_CN, title=one),
        b=record("b", BY_CN + fields, title=other, types=types, status=status),
        sources=SOURCES + CN,
    )
    return found(folder)


DOUBLE = [("a", "near-duplicate-record", "/title"), ("b", "near-duplicate-record", "/title")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China proposes a world AI cooperation organisation", "China proposes a World AI Cooperation Organization"),
        ("China brings out a Global AI Governance Action Plan in thirteen points", "China publishes the Global AI "
         "Governance Action Plan"),
        ("China signs Order 53 on the transparency of frontier AI", "China signs an order on frontier AI transparency"),
        ("China announces AI plan", "China announces AI plan"),
        ("中国提出成立世界人工智能合作组织", "中国倡议成立世界人工智能合作组织"),
    ],
)  # fmt: skip
def test_one_announcement_in_two_records(one: str, other: str, write: Write) -> None:
    assert twins(write, one, other) == DOUBLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China signs an order to export its technology", "China signs an order to speed up permits for data centres"),
        ("China signs an order on AI exports", "China signs an order on AI education"),
        ("China signs Order 14318 on federal AI", "China signs Order 14319 on federal AI"),
        ("China signs an agreement with the UK institute", "China signs an agreement with the US institute"),
        ("China signs a technology deal with Japan", "China signs a technology deal with Korea"),
        ("China proposes a world AI cooperation organisation", "China brings out a Global AI Governance Action Plan"),
        ("中国提出成立世界人工智能合作组织", "中国发布人工智能全球治理行动计划"),
    ],
)
def test_two_announcements_of_one_day(one: str, other: str, write: Write) -> None:
    assert twins(write, one, other) == []


def test_what_else_tells_two_records_apart(write: Write) -> None:
    title = "China proposes a world AI cooperation organisation"
    assert twins(write, title, title, types="report, speech") == DOUBLE
    assert twins(write, title, title, types="report") == []
    assert twins(write, title, title, fields=ON_27) == []
    assert twins(write, title, title, fields=relations("reaffirms a")) == []
    assert twins(write, title, title, status="withdrawn") == []
    write(b=record("b", BY_CN.replace("announcer", "host"), title=title))
    assert found(write()) == []


@pytest.mark.parametrize(
    ("days", "double"),
    [
        ([("scheduled", "2025-08-01", "preferred"), ("announced", "2025-07-26", "normal")], True),
        ([("announced", "2025-07-25", "normal"), ("announced", "2025-07-26", "preferred")], True),
        ([("announced", "2025-07-26", "deprecated"), ("announced", "2025-07-25", "normal")], False),
        ([("signed", "2025-07-26", "normal"), ("published", "2025-07-30", "normal")], True),
        ([("announced", "2025-07", "normal")], False),
    ],
)
def test_the_day_that_counts(days: list[tuple[str, str, str]], double: bool, write: Write) -> None:
    evidence = "evidence: [{source: report}]"
    lines = (
        f"- {{role: {role}, value: '{value}', rank: {rank}, note: So., {evidence}}}\n" for role, value, rank in days
    )
    dates = "dates:\n" + "".join(lines)
    assert twins(write, "China launches a fund", "China launches a fund", fields=dates) == (DOUBLE if double else [])


def test_titles_without_words(write: Write) -> None:
    assert twins(write, "'!'", "'.'") == []


def test_many_records_of_one_day_take_no_long_time(write: Write) -> None:
    for number in range(300):
        write(**{f"r{number}": record(f"r{number}", BY_CN, title=f"Word{number} and word{number + 1000}")})
    assert found(write(sources=SOURCES + CN)) == []
