"""The checksums of all files, as ``sha256sum --check`` reads them."""

from __future__ import annotations

from collections.abc import Mapping

from ...files.checksum import Digest

CHECKSUMS = "SHA256SUMS"


def checksums(files: Mapping[str, Digest]) -> bytes:
    """A line for each file. It does not list itself, nor the manifest, which lists it."""
    return "".join(f"{digest.sha256}  {path}\n" for path, digest in sorted(files.items())).encode()
