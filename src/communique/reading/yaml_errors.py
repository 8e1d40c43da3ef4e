"""Explains libyaml's errors: names the cause in the text, not the state of the parser."""

from __future__ import annotations

import re
from typing import Any

import yaml

from ..text.json_text import on_one_line
from ..text.lines import START, Lines, Position
from ..text.shortening import LONGEST_ADVICE
from .bracket_errors import no_comma, stray_comma, wrong_bracket
from .parse_error import KEY_LINE, UNCLOSED, Cut, LibyamlError, ParseError, position

_KEY = re.compile(r"\s*(- +)?[A-Za-z_][A-Za-z0-9_-]*")
_KEY_WITH_HASH = re.compile(r"[^#'\"]*[^#'\"\s]\s+(#\S*?):(?:\s|$)")
_QUOTES_FIRST = re.compile(r"""\s*(?:- +)?[A-Za-z_][A-Za-z0-9_-]*:[ \t]+(?P<text>["'].*\S)\s*""")
_OR_SPACE = ", or put a space after # if it is a comment"
_GLUED_DASH = re.compile(r"(\s*)-[A-Za-z_]+:(\s|$)")


def explain(lines: Lines, error: yaml.MarkedYAMLError, last_quoted: Any, cut: Cut | None = None) -> ParseError:
    """The parse error that explains an error of libyaml.

    ``last_quoted`` is the last text in quotes before the error; ``cut`` is set if a comment cuts off the last text.
    """
    if error.problem_mark is None:
        return ParseError(f"invalid YAML: {error.problem}", START)
    reported = LibyamlError(lines, error, position(error.problem_mark), last_quoted, cut)
    for explanation in _EXPLANATIONS:
        if parse_error := explanation(reported):
            return parse_error
    reason = ", ".join(part for part in (error.context, error.problem) if part)
    return ParseError(f"invalid YAML: {reason}", reported.at)


def _swallowed_keys(reported: LibyamlError) -> ParseError | None:
    """A text in quotes that contains lines with keys: its closing quote is the opening quote of another text."""
    scalar = reported.last_quoted
    if scalar is None:
        return None
    lines = range(scalar.start_mark.line + 2, scalar.end_mark.line + 2)
    if any(KEY_LINE.match(reported.line(number)) for number in lines):
        return ParseError(UNCLOSED, position(scalar.start_mark), "close the quote")
    return None


def _tab(reported: LibyamlError) -> ParseError | None:
    line = reported.line(reported.at.line)
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" in indentation and ("tab" in reported.problem or reported.at.column <= len(indentation) + 1):
        at = Position(reported.at.line, indentation.index("\t") + 1)
        return ParseError("tab in the indentation; YAML allows only spaces", at, "indent with spaces")
    return None


def _open_quote(reported: LibyamlError) -> ParseError | None:
    if "quoted scalar" not in reported.context:
        return None
    if "escape" in reported.problem or "hexdecimal" in reported.problem:
        help = "write a backslash as \\\\, or use single quotes"
        return ParseError("unknown escape sequence", reported.at, help)
    return ParseError(UNCLOSED, reported.begins, "close the quote")


def _glued_dash(reported: LibyamlError) -> ParseError | None:
    """A dash without a space after it is part of a key, so the lines below it do not match."""
    for number in range(reported.at.line, max(0, reported.at.line - 3), -1):
        if match := _GLUED_DASH.match(reported.line(number)):
            at = Position(number, len(match[1]) + 1)
            return ParseError("missing space after '-'", at, "put a space after the dash")
    return None


def _stray_colon(reported: LibyamlError) -> ParseError | None:
    if "mapping values are not allowed" not in reported.problem:
        return None
    line = reported.line(reported.at.line)
    before = line[: reported.at.column - 1]
    if _KEY.fullmatch(before):
        at = Position(reported.at.line, len(before) - len(before.lstrip()) + 1)
        message = "line is indented as part of the value above it"
        return ParseError(message, at, "indent it like the other keys of its object")
    return ParseError("colon and space inside an unquoted value", reported.at, "put the value in quotes")


def _bad_start(reported: LibyamlError) -> ParseError | None:
    at = reported.at
    if "anchor" in reported.context or "alias" in reported.context:
        at = reported.begins
    elif "cannot start any token" not in reported.problem:
        return None
    message = f"unquoted value cannot begin with {reported.character(at)!r}"
    return ParseError(message, at, "put the value in quotes")


def _cut_text(reported: LibyamlError) -> ParseError | None:
    """A text that continues after what YAML reads as a comment, or on the line below it."""
    cut = reported.cut
    if not cut or cut.is_whole or "did not find expected" not in reported.problem:
        return None
    if "flow" in reported.context:
        fits = not cut.is_glued
    else:
        line = reported.line(reported.at.line).lstrip()
        fits = bool(KEY_LINE.match(line)) or line.startswith(("- ", "'", '"'))
    if fits:
        return None
    message = f"the text ends before {cut.word}, which YAML reads as a comment, so what follows is not valid YAML"
    help = "put the whole text in quotes" + (_OR_SPACE if cut.is_glued else ", or move the comment to its end")
    return ParseError(message, cut.at, help)


def _cut_key(reported: LibyamlError) -> ParseError | None:
    match = _KEY_WITH_HASH.match(reported.line(reported.begins.line))
    if "could not find expected ':'" not in reported.problem or not match:
        return None
    message = f"the key ends before {match[1]}, which YAML reads as a comment"
    return ParseError(message, Position(reported.begins.line, match.start(1) + 1), "put the key in quotes")


def _no_colon(reported: LibyamlError) -> ParseError | None:
    if "could not find expected ':'" not in reported.problem:
        return None
    message = "line is neither a key with a colon nor part of the value above it"
    glued = re.match(r"\s*(- +)?[A-Za-z_]+:\S", reported.line(reported.begins.line))
    return ParseError(message, reported.begins, "put a space after the colon" if glued else "")


def _block_sign(reported: LibyamlError) -> ParseError | None:
    """A value like >30: the > begins a block of text, and nothing else may follow on its line."""
    if "block scalar" not in reported.context:
        return None
    at = reported.begins
    sign = reported.character(at)
    message = f"unquoted {sign} begins a block of text, but more text follows on the same line"
    help = "put the value in quotes if it is text"
    if sign == ">" and re.match(r">=?\s*[0-9]", reported.line(at.line)[at.column - 1 :]):
        help += "; if it is a number, write only the number, and put the sign as a code under comparator"
    return ParseError(message, at, help)


def _after_quote(reported: LibyamlError) -> ParseError | None:
    before = reported.line(reported.at.line)[: reported.at.column - 1].rstrip()
    if "did not find expected" in reported.problem and before.endswith(("'", '"')):
        help = "inside single quotes write a quote as two; inside double quotes put a backslash before it"
        return ParseError("unexpected text after a closing quote", reported.at, _all_quoted(reported) or help)
    return None


def _all_quoted(reported: LibyamlError) -> str:
    """The whole text in quotes; empty if it may continue on the next line."""
    line, following = reported.line(reported.at.line), reported.line(reported.at.line + 1)
    match = _QUOTES_FIRST.fullmatch(line)
    goes_on = following.strip() and len(following) - len(following.lstrip()) > len(line) - len(line.lstrip())
    if not match or "flow" in reported.context or goes_on or re.search(r"\s#", match["text"]):
        return ""
    text = match["text"]
    written = f"'{text}'" if "'" not in text else on_one_line(text)
    return f"put quotes around the whole text: {written}" if len(written) <= LONGEST_ADVICE else ""


def _misfit(reported: LibyamlError) -> ParseError | None:
    if "did not find expected" not in reported.problem:
        return None
    help = "indent it like the other lines of the same object or list"
    return ParseError("indentation or dash does not match the lines above", reported.at, help)


_EXPLANATIONS = (
    _swallowed_keys,
    _tab,
    _block_sign,
    _glued_dash,
    _open_quote,
    _stray_colon,
    _bad_start,
    _cut_text,
    _cut_key,
    _no_colon,
    stray_comma,
    no_comma,
    _after_quote,
    wrong_bracket,
    _misfit,
)
