"""A source's own wording beside the date: weekdays and days in many languages, and what is no contradiction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import validate
from communique.models import EdtfDate
from communique.validation.registry import find
from communique.validation.stated_dates import contradicting_date, contradicting_weekday
from support.rule_example import example_file

Names = Callable[[str], list[tuple[str, str, str]]]
TUESDAY = EdtfDate("2026-01-13")
# Written by hand, Monday first: not what the library says, but what people write.
WEEKS = {
    "Arabic, one hamza": "الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "Arabic, another": "الأثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد",
    "Arabic, none": "الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد",
    "Chinese": "星期一 星期二 星期三 星期四 星期五 星期六 星期天",
    "Chinese, short": "周一 周二 周三 周四 周五 周六 周天",
    "Chinese, traditional": "週一 週二 週三 週四 週五 週六 週日",
    "Chinese, rites": "礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 礼拜天",
    "Japanese": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "Japanese, in brackets": "13日(月) 13日(火) 13日（水） 13日（木） 13日（金） 13日（土） 13日（日）",
    "Korean": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "Korean, in brackets": "13일(월) 13일(화) 13일(수) 13일(목) 13일(금) 13일(토) 13일(일)",
    "Portuguese": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "Italian": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "Indonesian": "Senin Selasa Rabu Kamis Jum'at Sabtu Minggu",
    "Turkish": "PAZARTESİ SALI ÇARŞAMBA PERŞEMBE CUMA CUMARTESİ Pazar",
    "Dutch": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "Polish": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "Ukrainian": "понеділок вівторок середа четвер п'ятниця субота неділя",
    "Russian": "понедельник вторник среда четверг пятница суббота воскресенье",
    "German": "Montag Dienstag Mittwoch Donnerstag Freitag Sonnabend Sonntag",
    "Hindi": "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "full width": "ＭＯＮＤＡＹ Tuesday Ｗｅｄｎｅｓｄａｙ THURSDAY Friday saturday Sunday",
}


@pytest.fixture
def names(tmp_path: Path) -> Names:
    """Names, severities and pointers of the findings about a record with these fields."""

    def check(fields: str) -> list[tuple[str, str, str]]:
        rule = find("impossible-date")
        assert rule
        path = tmp_path / "example.yaml"
        path.write_bytes(example_file(rule, fields))
        return [(finding.name, finding.severity, finding.pointer) for finding in validate(path)]

    return check


@pytest.mark.parametrize("language", WEEKS)
def test_every_weekday_in_its_language(language: str) -> None:
    names = WEEKS[language].split()
    assert len(names) == 7
    found = [contradicting_weekday(TUESDAY, name) for name in names]
    assert found == [0, None, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "stated",
    [
        "in two weeks",
        "dua minggu kemudian",
        "pazar yeri",
        "a segunda reunião",
        "quinta edición",
        "terza sessione",
        "due mar",
        "Santo Domingo",
        "一周三次",
        "本周日程",
        "周一至周五",
        "（日）共同",
        "Sundays",
        "lunes o martes",
        "",
    ],
)
def test_what_is_no_weekday_or_several(stated: str) -> None:
    assert contradicting_weekday(TUESDAY, stated) is None


@pytest.mark.parametrize(
    ("value", "weekday"),
    [
        ("2026-01-13T23:30:00-08:00", None),  # a Tuesday there, though a Wednesday in Shanghai
        ("2026-01-14T00:30:00+08:00", 1),
        ("2026-01-12?", None),
        ("2026-01-12~", None),
        ("2026-01", None),
        ("2026-01-12/2026-01-14", None),
    ],
)
def test_a_weekday_is_that_of_the_place_and_binds_only_one_sure_day(value: str, weekday: int | None) -> None:
    assert contradicting_weekday(EdtfDate(value), "Tuesday") == weekday


def test_a_weekday_of_an_occasion(names: Names) -> None:
    dates = "{value: '2026-01-13', as_stated: lunedì}"
    fields = f"occasions:\n- {{id: summit, name: {{en: Summit}}, dates: [{dates}]}}\n"
    assert names(fields) == [("weekday-contradicts-date", "error", "/occasions/0/dates/0/as_stated")]


def test_day_and_month_changed_places(names: Names) -> None:
    fields = (
        "dates:\n- {role: adopted, value: '2024-03-04', as_stated: 3 April 2024, evidence: [{source: s}]}\n"
        "sources:\n- {id: s, type: official, access: excerpt, published: '2024-03-04', "
        "published_as_stated: 2024年04月03日}\n"
    )
    assert names(fields) == [
        ("stated-date-contradicts-value", "warning", "/dates/0/as_stated"),
        ("stated-date-contradicts-value", "warning", "/sources/0/published_as_stated"),
    ]


def test_a_wrong_day_with_its_right_weekday_is_one_finding(names: Names) -> None:
    stated = "dates:\n- {role: announced, value: '2026-01-13', as_stated: 'الإثنين 12 يناير'}\n"
    assert names(stated) == [("weekday-contradicts-date", "error", "/dates/0/as_stated")]


def test_a_wording_that_is_held_to_be_wrong_is_let_be(names: Names) -> None:
    kept = "{role: announced, value: '2024-03-04', as_stated: 3 April 2024, rank: deprecated, note: A slip.}"
    assert names(f"dates:\n- {{role: announced, value: '2024-04-03'}}\n- {kept}\n") == []


@pytest.mark.parametrize(
    "stated",
    [
        "4 April 2024",
        "April 4th, 2024",
        "Thursday, April 4, 2024, at 3 p.m. EST",
        "Paris, 4 April 2024",
        "Thu 4 Apr 2024",
        "autumn 2023",
        "Posted on 4 Apr. 2024",
        "le jeudi 4 avril 2024 à 14h30",
        "4. April 2024",
        "4 de abril de 2024",
        "4 aprile 2024, ore 14:30",
        "4 апреля 2024 г.",
        "4 квітня 2024 року",
        "4 kwietnia 2024",
        "4 Nisan 2024 Perşembe",
        "Kamis, 4 April 2024",
        "٤ أبريل ٢٠٢٤",
        "4 نيسان 2024",
        "2024年4月4日星期四",
        "２０２４年４月４日（木）",
        "2024년 4월 4일 (목)",
        "4 April",
        "4月4日",
        "April 4",
        "2024-04-04",
        "2024/04/04 14:06",
        "2024-04-04T14:06:00+02:00",
        "04.04.2024",
        "04/04/2024",
        "5/13/2024",
        "20240404",
        "May 2024",
        "2023",
        "in 2023",
    ],
)
def test_a_wording_that_gives_another_date(stated: str) -> None:
    found = contradicting_date(EdtfDate("2024-04-03"), stated)
    assert found and found.readings


@pytest.mark.parametrize(
    ("value", "stated"),
    [
        ("2024-04-03", "3 April 2024"),
        ("2024-04-03", "April 2024"),
        ("2024-04-03", "04/03/2024"),
        ("2024-03-04", "04/03/2024"),
        ("2024-04", "4 April"),
        ("2024", "2024年4月"),
        ("2024-04-03?", "4 April 2024"),
        ("2024-04-03~", "4 April 2024"),
        ("2024-04-01/2024-04-05", "4 April"),
        ("2024-04-03/..", "4 May 2024"),
        ("2024-04-03T23:00:00-07:00", "4 April 2024"),
        ("2023-12-31T23:00:00Z", "1 January"),
        ("0000-04-03", "4 April"),
        ("-0044-03-15", "4 April 2024"),
        ("2024-02-30", "4 April 2024"),
        ("2024-04-03", "3-5 April 2024"),
        ("2024-04-03", "4 and 5 April 2024"),
        ("2024-04-03", "from 4 April 2024"),
        ("2024-04-03", "the day before 4 April 2024"),
        ("2024-04-03", "une semaine après le 4 avril 2024"),
        ("2024-04-03", "vor dem 4. April 2024"),
        ("2024-04-03", "Last updated, 4 April 2024"),
        ("2024-04-03", "Resolution 4 of April 2024"),
        ("2024-04-03", "Marvel 4, 2024"),
        ("2024-04-03", "4 محرم 1446"),
        ("2024-04-03", "民國113年4月4日"),
        ("2024-04-03", "1403/01/15"),
        ("2024-04-03", "30 February 2024"),
        ("2024-04-03", "2022/23"),
        ("2024-04-03", "No. 5/2024"),
        ("2024-04-03", "FY 2023"),
        ("2024-04-03", "Q1 2023"),
        ("2024-04-03", "end of 2023"),
        ("2024-04-03", "2024/04"),
        ("2024-04-03", "on the last evening"),
        ("2024-04-03", "4"),
        ("2024-04-03", "4 April 2024" + " " * 300),
        ("2024-04-03", "March" + "\u0301" * 50_000),
    ],
)
def test_no_contradiction_or_none_that_can_be_read(value: str, stated: str) -> None:
    assert contradicting_date(EdtfDate(value), stated) is None


def test_leap_days() -> None:
    assert contradicting_date(EdtfDate("2024-02-29"), "29 February") is None
    assert contradicting_date(EdtfDate("2025-02-28"), "29 February") is not None
    assert contradicting_date(EdtfDate("2024-02-29"), "29. Februar 2024") is None


@given(st.dates(date(1970, 1, 1), date(2099, 12, 31)), st.integers(-3, 3))
def test_against_the_calendar(day: date, shift: int) -> None:
    stated = day + timedelta(days=shift)
    for form in ("%d %B %Y", "%B %d, %Y", "%Y年%m月%d日", "%d.%m.%Y", "%A, %d %B"):
        found = contradicting_date(EdtfDate(day.isoformat()), stated.strftime(form))
        assert (found is not None) == (shift != 0), form


@pytest.mark.parametrize(
    "name", ["weekday-contradicts-date", "stated-date-contradicts-value", "source-published-before-event"]
)
def test_an_error_of_the_curator_comes_before_one_of_the_source(name: str, tmp_path: Path) -> None:
    """A curator who reads first to keep the wrong date keeps a typing error as if it were in the source."""
    rule = find(name)
    assert rule
    path = tmp_path / "example.yaml"
    path.write_bytes(example_file(rule, rule.bad))
    (help,) = (each.help for each in validate(path) if each.name == name)
    assert help.startswith("correct the typing error; if the source is wrong, keep its date with rank: deprecated")
