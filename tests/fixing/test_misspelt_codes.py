"""Misspelt codes and keys are corrected where they can mean only one thing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique import fixing
from communique.lexicon.misspellings import must_mean
from communique.reading import read_bytes
from communique.validation.engine import check
from support.command_line import Run
from support.fixable_record import TEXT
from support.folders import CORPUS, RECORD

WORDS = {
    "two words": ("access: full_text", "access: full text"),
    "two words and a comment": ("access: full_text  # all of it", "access: full text  # all of it"),
    "on two lines": ("access: full_text", "access: full\n    text"),
    "single quotes": ("access: 'full_text'", "access: 'full text'"),
    "double quotes": ('access: "full_text"', 'access: "full\\x20text"'),
    "a block": ("access: full_text  # all\n", "access: >-  # all\n    full\n    text\n"),
    "a block with its break": ("access: full_text\n", "access: |\n    full text\n"),
    "a key of two words": ("title_basis: as_printed", "title basis: as_printed"),
    "a key in quotes": ("'title_basis': as_printed", "'Title-Basis': as_printed"),
}


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("way", WORDS)
def test_a_whole_scalar_is_replaced_however_it_is_written(way: str, mark: str, line_break: str) -> None:
    right, wrong = WORDS[way]
    newer = TEXT.replace("0.1.0", "0.2.0")
    ending = "actors:\n- {id: other, name: {en: Other}, type: company}\n"
    before, after = (
        (mark + newer.replace("access: full_text\n", f"{each.rstrip()}\n{ending}")).replace("\n", line_break)
        for each in (wrong, right)
    )
    findings = [f for f in check([read_bytes(before.encode(), "example.yaml")]).findings if f.name != "byte-order-mark"]
    assert fixing.fixed(before.encode(), findings, "example.yaml").decode() == after


@pytest.mark.parametrize("file", [RECORD, CORPUS / "registry" / "instruments.yaml"], ids=lambda file: file.stem)
@pytest.mark.parametrize("between", [" ", "-", "  "])
def test_every_code_and_key_of_two_words(between: str, file: Path) -> None:
    """All at once in a whole record, as someone writes it who does not look them up."""
    right = file.read_text(encoding="utf-8")
    keys = re.sub(r"(?m)^([ -]*)([a-z]+)_([a-z]+):", rf"\1\2{between}\3:", right)
    codes = re.sub(r"(?m)(?<!field): ([a-z]+)_([a-z]+)$", rf": \1{between}\2", right)  # a name is no code
    for wrong in (keys, codes):
        assert wrong.count("\n") == right.count("\n") and wrong != right
        findings = check([read_bytes(wrong.encode(), file.name)]).findings
        assert fixing.fixed(wrong.encode(), findings, file.name).decode() == right


@pytest.mark.parametrize("line", ["types: [joint statement, speech]", "types: [speech, Joint-Statement]"])
def test_two_words_in_brackets(line: str) -> None:
    before = TEXT.replace("types: [speech]", line)
    after = fixing.fixed(before.encode(), check([read_bytes(before.encode(), "a.yaml")]).findings, "a.yaml").decode()
    assert after == before.replace("joint statement", "joint_statement").replace("Joint-Statement", "joint_statement")


@pytest.mark.parametrize(
    ("found", "word"),
    [
        ("in force", "in_force"),
        ("title basis", "title_basis"),
        ("Executive-Order", "executive_order"),
        ("st\u0430tus", "status"),
        ("anouncement", "announcement"),
        ("ful_text", "full_text"),
        ("soruces", "sources"),
    ],
)
def test_what_can_mean_only_one_thing(found: str, word: str) -> None:
    assert must_mean(found, word)


@pytest.mark.parametrize(
    ("found", "word"),
    [
        ("not_started", "not_stated"),
        ("media_inferred", "inferred"),
        ("orders", "offers"),
        ("number", "name"),
        ("regulation", "evaluation"),
        ("amd", "md"),
        ("source", "sources"),  # a list or not a list: only the writer knows
        ("signed", "designed"),
        ("author", "actor"),
        ("voluntary", "involuntary"),
        ("binding", "non_binding"),
        ("in", "on"),
    ],
)
def test_another_word_is_no_slip_of_the_keyboard(found: str, word: str) -> None:
    assert not must_mean(found, word)


def test_not_started_is_not_taken_for_not_stated(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT + "unknown:\n- {field: place, reason: not_started}\n")
    before = path.read_bytes()
    assert run("validate", path, "--fix").returncode == 1
    assert path.read_bytes() == before
