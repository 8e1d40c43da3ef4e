"""Language tags that are none by their form."""

from __future__ import annotations

import pytest

from support.one_record import Findings


@pytest.mark.parametrize("tag", ["en" + "-abcde" * 150, "en" + "-1abc1" * 150, "en-Latn-US" + "-variant1" * 20])
def test_a_language_tag_without_end_is_told_and_breaks_nothing(findings: Findings, tag: str) -> None:
    longer = tag + "-abcde" * 1_000
    source = f"sources: [{{id: page, type: news, access: excerpt, language: {longer}, note: Read in part.}}]\n"
    found = [each for each in findings(example=f"summary: {{{tag}: Text}}\n{source}") if each.code == "CQ606"]
    assert [each.pointer for each in found] == [f"/summary/{tag}", "/sources/0/language"]
    assert all(len(each.message) < 100 and "for example en" in each.help and not each.replacement for each in found)


@pytest.mark.parametrize("tag", ["en--GB", "en-", "-en", "x-private", "en-x-private", "EN", "e", "english"])
def test_a_tag_of_another_form_is_malformed(findings: Findings, tag: str) -> None:
    source = f"sources: [{{id: page, type: news, access: excerpt, language: '{tag}'}}]\n"
    assert [each.code for each in findings(example=source) if each.pointer.endswith("language")] == ["CQ209"]
