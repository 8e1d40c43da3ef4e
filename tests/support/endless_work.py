"""The command line, whose two workers say that they have begun with a file, and wait until they may go on.

It is run with two file descriptors, one to write to and one to wait for, and with the words of the command.
"""

from __future__ import annotations

import os
import sys
from unittest import mock

from communique.cli import main
from communique.reading import Document
from communique.validation import file_check
from communique.validation.examination import Examined, examine
from communique.working import start

_files: list[int] = []


def wait(document: Document, *, closely: bool = True) -> Examined:
    begun, end = _files
    os.write(begun, b".")
    os.read(end, 1)
    return examine(document, closely=closely)


if __name__ == "__main__":
    _files += map(int, sys.argv[1:3])
    mock.patch.object(file_check, "examine", wait).start()
    start.PATIENCE["fork"] = 0.0
    del sys.argv[1:3]
    main()
