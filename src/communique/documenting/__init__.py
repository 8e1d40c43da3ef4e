"""Generated pages of the documentation."""

from __future__ import annotations

from pathlib import Path

from . import rules, tables


def pages() -> dict[str, str]:
    """Every generated page: path below the documentation folder, and text."""
    return {name: text for maker in (rules, tables) for name, text in maker.pages()}


def publish(folder: Path) -> None:
    """Write the pages into the folder."""
    for name, text in pages().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def differences(folder: Path) -> list[str]:
    """The differences between the folder and the generated pages."""
    made = pages()
    stale = [
        name
        for name, text in made.items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]
    known = {folder / name for name in made}
    left_over = [path for path in sorted((folder / "rules").glob("*.md")) if path not in known]
    return [*(f"{name} is not up to date" for name in stale), *(f"{path} belongs to no rule" for path in left_over)]
