"""``communique serve``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import serving
from ..files.temporary_folder import temporary_folder
from .exits import ABORTED
from .export import write_export
from .options import config_option, existing, jobs_option, paths_argument


@click.command()
@paths_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="The address; by default, of this machine only.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 is any.")
@config_option
@jobs_option
def serve(paths: tuple[str, ...], host: str, port: int, config: str | None, jobs: int | None) -> None:
    """Show an export in a browser, with Datasette, until Ctrl-C.

    PATH are records, which are exported to a temporary file, or one database that was exported: corpus.sqlite.
    """
    serving.refuse_missing()
    serving.refuse_taken(host, port)
    try:
        if len(paths) == 1 and Path(paths[0]).suffix == ".sqlite":
            (path,) = existing(paths)
            serving.serve(Path(path), host, port)
        else:
            with temporary_folder() as folder:
                to = folder / "export"
                _, (name,) = write_export(paths, ["sqlite"], to, config, embed=False, jobs=jobs)
                serving.serve(to / name, host, port)
    except KeyboardInterrupt:
        pass
    sys.exit(ABORTED)
