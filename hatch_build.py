"""Compiles the catalogs of the languages, for every build and for `make catalogs`.

The `.mo` files lie beside their `.po` files, in an editable installation too, and are not in git.
Run as a program, it compiles those of this working copy.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""Written into every catalog, so that the same texts always give the same file."""


def compile_catalogs(root: Path) -> list[Path]:
    """Compile every catalog below a folder and return the files that were written."""
    written = []
    for source in sorted(root.glob("rounds/locale/*/LC_MESSAGES/*.po")):
        with source.open("rb") as lines:
            catalog = read_po(lines, locale=source.parts[-3], abort_invalid=True)
        catalog.creation_date = NO_DATE
        compiled = source.with_suffix(".mo")
        with compiled.open("wb") as file:
            write_mo(file, catalog)
        written.append(compiled)
    return written


class CatalogsHook(BuildHookInterface[Any]):
    """Puts the compiled catalogs into a wheel, or beside the code that is installed editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogs before the files are gathered."""
        root = Path(self.root)
        build_data["artifacts"] += [
            f"/{path.relative_to(root).as_posix()}" for path in compile_catalogs(root)
        ]


if __name__ == "__main__":
    for path in compile_catalogs(ROOT):
        print(path.relative_to(ROOT))  # noqa: T201 - a program says what it did
