"""A checkout on Windows keeps the bytes of which checksums are taken."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from support.folders import ROOT


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")
def test_a_clone_on_windows_keeps_every_byte_that_is_digested(tmp_path: Path) -> None:
    project, clone = tmp_path / "project", tmp_path / "clone"
    lf, crlf = b"a: 1\nb: 2\n", b"code,label\r\na,b\r\n"
    files = {"schemas/0.9.0/x.json": lf, "schemas/0.9.0/x.csv": crlf, "records/2026/x.yaml": lf, "README.md": lf}
    files |= {
        "tests/invalid/crlf.yaml": crlf,
        "tests/examples/0.9.0/x.yaml": lf,
        "src/communique/authoring/template.yaml": lf,
    }
    for name, content in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content)
    shutil.copy(ROOT / ".gitattributes", project)

    def git(*words: str) -> None:
        own = [
            "-c",
            "user.name=x",
            "-c",
            "user.email=x@example.org",
            "-c",
            "core.autocrlf=true",
            "-c",
            "core.safecrlf=false",
        ]
        subprocess.run(["git", *own, *words], cwd=project, check=True, capture_output=True)

    git("init", "-q", ".")
    git("add", ".")
    git("commit", "-q", "-m", "x")
    git("clone", "-q", ".", str(clone))
    assert {name: (clone / name).read_bytes() for name in files} == files
