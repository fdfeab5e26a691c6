"""What is handed out is whole, and holds nothing that nobody reads."""

from __future__ import annotations

import re
import tomllib

from tests.house.source import PACKAGE, ROOT

BUILD = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"][
    "build"
]["targets"]


def test_the_packed_source_has_everything_that_its_tests_read() -> None:
    packed = tuple(name.removeprefix("/") for name in BUILD["sdist"]["include"])
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    read = {".ci/run", "sample_events", *re.findall(r"\]\((?!https?:|#)([^)#]+)", readme)}

    missing = [name for name in read if not name.startswith(packed)]

    assert missing == []


def test_the_installed_program_has_the_samples_that_the_demo_copies_and_no_others() -> None:
    cli = (PACKAGE / "cli.py").read_text(encoding="utf-8")
    copied = set(re.findall(r'"(\w+\.toml)" if', cli)) | set(re.findall(r'else "(\w+\.toml)"', cli))

    included = BUILD["wheel"]["force-include"]

    assert included == {f"sample_events/{name}": f"rounds/samples/{name}" for name in copied}
    assert all((ROOT / name).is_file() for name in included)
