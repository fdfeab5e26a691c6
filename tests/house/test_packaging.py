"""What is handed out is whole, and holds nothing that nobody reads."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

from rounds.cli.commands.demo import SAMPLES
from tests.house.source import ROOT, compiled, modules

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
    copied = SAMPLES.values()

    included = BUILD["wheel"]["force-include"]

    assert included == {f"sample_events/{name}": f"rounds/samples/{name}" for name in copied}
    assert all((ROOT / name).is_file() for name in included)


CATALOG = "rounds/locale/ja/LC_MESSAGES/rounds.mo"


@pytest.fixture
def fresh_clone(tmp_path: Path) -> Path:
    """A copy of what is packed, without anything that was compiled before."""
    clone = tmp_path / "clone"
    clone.mkdir()
    for name in (*BUILD["sdist"]["include"], "pyproject.toml"):
        source = ROOT / name.removeprefix("/")
        if source.is_dir():
            left_out = shutil.ignore_patterns("__pycache__", "*.mo")
            shutil.copytree(source, clone / source.name, ignore=left_out)
        else:
            shutil.copy(source, clone)
    return clone


def built(folder: Path, target: str) -> Path:
    """Build what hatchling calls `target` in a folder and return the file that came of it."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    (made,) = (folder / "dist").iterdir()
    return made


def test_a_wheel_built_from_the_packed_source_speaks_japanese(fresh_clone: Path) -> None:
    with tarfile.open(built(fresh_clone, "sdist")) as packed:
        packed.extractall(fresh_clone / "unpacked", filter="data")
    (source,) = (fresh_clone / "unpacked").iterdir()

    with ZipFile(built(source, "wheel")) as wheel:
        names = wheel.namelist()

        assert names.count(CATALOG) == 1
        assert "受付" in compiled(wheel.read(CATALOG)).values()


def test_an_editable_installation_of_a_fresh_clone_speaks_japanese(fresh_clone: Path) -> None:
    built(fresh_clone, "wheel:editable")

    assert "受付" in compiled((fresh_clone / CATALOG).read_bytes()).values()


def test_the_program_needs_nothing_that_only_its_developers_use() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    needed = {re.match(r"[\w-]+", each)[0] for each in project["dependencies"]}  # type: ignore[index]
    imported = {
        name.split(".")[0]
        for module in modules().values()
        for node in ast.walk(module)
        for name in _imported(node)
    }

    assert imported - sys.stdlib_module_names - {"rounds"} == {
        "pydantic_core",
        *(name.replace("-", "_") for name in needed - {"httptools"}),  # uvicorn imports that one
    }


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def test_the_lock_file_holds_every_package_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    lines = (ROOT / "dev.lock").read_text(encoding="utf-8").splitlines()
    locked = dict(line.split(" ")[0].split("==") for line in lines if "==" in line)

    missing = [
        requirement
        for requirement in map(Requirement, wanted)
        if not requirement.specifier.contains(locked.get(requirement.name, "0"))
    ]

    assert missing == [], "dev.lock is older than pyproject.toml. Run: make lock"
