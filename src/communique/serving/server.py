"""The server, which is Datasette."""

from __future__ import annotations

import json
import socket
import sqlite3
from importlib.util import find_spec
from pathlib import Path

from ..errors import CommuniqueError, reason
from ..files.temporary_folder import temporary_folder
from .metadata import metadata


class ServingError(CommuniqueError):
    """A database that cannot be served, or an address where nothing can be."""


def refuse_missing() -> None:
    """Raise a :class:`ServingError` if Datasette, an extra, is not installed."""
    if find_spec("datasette") is None:
        raise ServingError("serve needs the package datasette: pip install 'communique[serve]'")


def refuse_taken(host: str, port: int) -> None:
    """Raise a :class:`ServingError` if nothing can be served there, before an export is made in vain."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server: a port just left is free
            probe.bind((host, port))
    except OSError as error:
        raise ServingError(f"cannot serve at {host}, port {port}: {reason(error)}; choose another --port") from error


def serve(database: Path, host: str, port: int) -> None:
    """Serve the database, which must not change meanwhile, until Ctrl-C. With port 0, Datasette takes a free one."""
    from datasette.cli import cli

    try:
        about = metadata(database)
    except sqlite3.Error as error:
        raise ServingError(f"{database} is no database of `communique export --format sqlite`: {error}") from error
    with temporary_folder() as folder:
        file = folder / "metadata.json"
        file.write_text(json.dumps(about), encoding="utf-8")
        words = ["serve", "--immutable", str(database), "--metadata", str(file), "--host", host, "--port", str(port)]
        cli.main(words, prog_name="datasette", standalone_mode=False)
