"""Answers in the words of the protocol: ranges, diagnostics, items of a completion, edits."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from ..diagnostics.finding import Finding, Severity
from ..lazy import lazy_pattern
from ..text.lines import Position
from .completion import Offer, Offers, Sort
from .hover import Explanation
from .positions import Place, Positions
from .quick_fixes import QuickFix
from .symbols import Symbol

_STRETCH = lazy_pattern(r""""(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s,\[\]{}]+?(?=:?(?:[\s,\]}]|\Z))|[^\r\n]+""")
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_SORTS = {
    Sort.ID: types.CompletionItemKind.Reference,
    Sort.CODE: types.CompletionItemKind.EnumMember,
    Sort.FIELD: types.CompletionItemKind.Field,
}


def index(positions: Positions, at: types.Position) -> int:
    """The code point at a position of the protocol."""
    return positions.index(Place(at.line, at.character))


def range_of(positions: Positions, start: int, end: int) -> types.Range:
    """The range from one code point to another."""
    return types.Range(types.Position(*positions.place(start)), types.Position(*positions.place(end)))


def diagnostic(finding: Finding, text: str, positions: Positions) -> types.Diagnostic:
    """A finding, from its position to the end of the word or text that begins there."""
    start = positions.index_of(Position(finding.line, finding.column))
    stretch = _STRETCH.match(text, start)
    return types.Diagnostic(
        range=range_of(positions, start, stretch.end() if stretch else start),
        message=f"{finding.message}\n{finding.help}" if finding.help else finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source="communique",
    )


def completion(offers: Offers, positions: Positions) -> types.CompletionList:
    """The words that may be written, in their order."""
    range = range_of(positions, offers.start, offers.end)
    items = [_item(each, number, range) for number, each in enumerate(offers.words)]
    return types.CompletionList(is_incomplete=not offers.are_all, items=items)


def _item(offer: Offer, number: int, range: types.Range) -> types.CompletionItem:
    return types.CompletionItem(
        label=offer.word,
        kind=_SORTS[offer.sort],
        detail=offer.detail or None,
        documentation=offer.meaning or None,
        sort_text=f"{number:06}",
        filter_text=offer.word,
        text_edit=types.TextEdit(range, offer.written),
    )


def hover(found: Explanation, positions: Positions, formats: Iterable[types.MarkupKind]) -> types.Hover:
    """What is said of a word, in a format that the editor can show."""
    has_markdown = types.MarkupKind.Markdown in formats
    kind = types.MarkupKind.Markdown if has_markdown else types.MarkupKind.PlainText
    said = found.markdown if has_markdown else found.plain
    return types.Hover(types.MarkupContent(kind, said), range_of(positions, found.start, found.end))


def symbol(
    found: Symbol, positions: Positions, kind: types.SymbolKind = types.SymbolKind.Field
) -> types.DocumentSymbol:
    """A field or an item of the outline, with what is in it."""
    return types.DocumentSymbol(
        found.name,
        kind,
        range_of(positions, found.start, found.end),
        range_of(positions, found.start, found.mark_end),
        children=[symbol(each, positions, types.SymbolKind.Object) for each in found.items],
    )


def code_action(fix: QuickFix, uri: str, positions: Positions, shown: Iterable[types.Diagnostic]) -> types.CodeAction:
    """A correction, with those of the diagnostics that it resolves."""
    edit = types.TextEdit(range_of(positions, fix.edit.start, fix.edit.end), fix.edit.replacement)
    kind = types.CodeActionKind.QuickFix if fix.finding else types.CodeActionKind.SourceFixAll
    return types.CodeAction(
        fix.title,
        kind=kind,
        diagnostics=[*shown] or None,
        is_preferred=fix.safe if fix.finding else None,
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )
