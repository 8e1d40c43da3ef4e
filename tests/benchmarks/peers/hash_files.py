"""Reads the files of a folder and makes the SHA-256 digest of each; hidden folders, such as caches, are left out."""

from __future__ import annotations

import hashlib
import os
import sys


def main(folder: str) -> None:
    count = 0
    for below, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for name in names:
            with open(os.path.join(below, name), "rb") as file:  # noqa: PTH118, PTH123 - as fast as Python can
                hashlib.sha256(file.read()).hexdigest()
            count += 1
    sys.stdout.write(f"{count} files\n")


if __name__ == "__main__":
    main(sys.argv[1])
