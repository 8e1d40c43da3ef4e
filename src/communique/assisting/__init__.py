"""Assisting: help while a record is written in an editor, by the Language Server Protocol (LSP)."""

from __future__ import annotations

from importlib.util import find_spec

from ..errors import CommuniqueError

__all__ = ["AssistingError", "refuse_missing", "serve"]


class AssistingError(CommuniqueError):
    """The language server cannot be started."""


def refuse_missing() -> None:
    """Raise an :class:`AssistingError` if pygls, an extra, is not installed."""
    if find_spec("pygls") is None or find_spec("pygls.lsp.server") is None:
        raise AssistingError("lsp needs the package pygls: pip install 'communique[lsp]'")


def serve() -> None:
    """Answer an editor over standard input and output, until it ends the session."""
    from .server import language_server

    language_server().start_io()
