"""Installed from a wheel, from an sdist or editable, the schemas are found, with no network."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from support.folders import ROOT

CHECK = (
    "import communique, communique.schemas as s; from communique.schemas import load, folder, versions;"
    "print(communique.__file__); print(folder()); load(versions()[-1], 'announcement')"
)
pytestmark = pytest.mark.slow


def call(*command: object, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def environment(folder: Path) -> Path:
    """A new virtual environment that sees this one's dependencies but not this one's communique."""
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    site = Path(call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (site / "dependencies.pth").write_text(
        f"import sys; sys.path.append({sysconfig.get_path('purelib')!r})\n", encoding="utf-8"
    )
    return python


def install(python: Path, *what: object) -> None:
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps"]
    call(*command, "--no-build-isolation", "--force-reinstall", *what, cwd=python.parent)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_schemas_are_found(kind: str, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv")
    if kind == "editable":
        install(python, "--editable", ROOT)
    else:
        call(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", tmp_path / "dist", cwd=ROOT)
        (built,) = (tmp_path / "dist").iterdir()
        install(python, built)
    module, folder = call(python, "-c", CHECK, cwd=tmp_path).split()
    own = ROOT / "src" if kind == "editable" else tmp_path / "venv"
    assert Path(module).is_relative_to(own)
    assert Path(folder).is_relative_to(ROOT if kind == "editable" else tmp_path / "venv")
    call(python, "-m", "communique", "validate", ROOT / "records", cwd=tmp_path)
    call(python, "-m", "communique", "new", "example", cwd=tmp_path)
