"""Language tags."""

from __future__ import annotations

import pytest

from support.linked_records import DATASET, SOURCES, Write, found, only, record, registry


@pytest.mark.parametrize(
    "tag",
    ["en", "zh-Hans", "pt-BR", "es-419", "ckb", "und", "mul", "fil", "sr-Latn-RS", "yue-Hant-HK", "'no'"],
)
def test_languages(tag: str, write: Write) -> None:
    assert found(write(a=record("a", f"summary: {{{tag}: Text.}}\n"), sources=SOURCES)) == []


@pytest.mark.parametrize(
    ("tag", "says"),
    [
        ("cn", "it may mean zh, which is already there: merge the two texts, or delete one"),
        ("jp", "did you mean ja? JP is the country"),
        ("ua", "did you mean uk? UA is the country"),
        ("eng", "write en"),
        ("ger", "write de"),
        ("en-UK", "write en-GB"),
        ("cy-UK", "write cy-GB"),
        ("uk-UK", "write uk if the text is in Ukrainian, or en-GB if it is in the English of United Kingdom"),
        ("ja-UK", "write ja if the text is in Japanese, or en-GB if it is in the English of United Kingdom"),
        ("xx", "find the tag in the IANA language subtag registry"),
        ("zh-Hanz", "find the tag in the IANA language subtag registry"),
        ("en-abcde", "find the tag in the IANA language subtag registry"),
    ],
)
def test_no_languages(tag: str, says: str, write: Write) -> None:
    finding = only(write(a=record("a", f"summary: {{zh: 文, {tag}: Text.}}\n"), sources=SOURCES))
    assert (finding.name, finding.severity, finding.help) == ("unknown-language-tag", "error", says)
    assert (finding.pointer, finding.column) == (f"/summary/{tag}", 18)


@pytest.mark.parametrize(("tag", "right"), [("uk-UK", ""), ("hi-UK", ""), ("en-UK", "en-GB"), ("ger", "de")])
def test_a_tag_that_may_be_of_two_languages_is_never_replaced(tag: str, right: str, write: Write) -> None:
    finding = only(write(a=record("a", f"summary: {{{tag}: Text.}}\n"), sources=SOURCES))
    assert finding.replacement == right
    for advice in finding.advice:
        assert found(write(a=record("a", f"summary: {{{advice.text}: Text.}}\n"), sources=SOURCES)) == []
    assert len(finding.advice) == (1 if right else 2)


@pytest.mark.parametrize(
    ("tag", "help"),
    [
        ("iw", "write he"),
        ("iw-IL", "write he-IL"),
        ("ji", "write yi"),
        ("jw", "write jv"),
        ("in", "write id; if the country India is meant, write the tag of the language"),
        ("mo", "write ro; if the country Macao is meant, write the tag of the language"),
    ],
)
def test_a_tag_that_was_given_up(tag: str, help: str, write: Write) -> None:
    finding = only(write(a=record("a", f"summary: {{{tag}: Text.}}\n"), sources=SOURCES))
    assert (finding.severity, finding.help, finding.replacement) == ("warning", help, "")


def test_language_tags_that_are_values(write: Write) -> None:
    body = (
        "actors:\n- {id: a, type: group, name: {en: A}, other_names: [{name: B, language: xx}]}\n"
        "sources:\n- {id: s, type: news, access: not_read, language: jp}\n"
    )
    folder = write(all=registry("all", body), dataset=DATASET.replace("[en]", "[en, eng]"))
    pointers = [pointer for _, name, pointer in found(folder) if name == "unknown-language-tag"]
    assert sorted(pointers) == ["/actors/0/other_names/0/language", "/languages/1", "/sources/0/language"]


def test_extensions_are_not_looked_into(write: Write) -> None:
    assert found(write(a=record("a", "extensions: {xx: {yy: Text.}}\n"), sources=SOURCES)) == []
