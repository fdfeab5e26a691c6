"""A class has one subject, and what is private to it stays so."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import rounds
from tests.house.source import modules, place

MOST_METHODS = 40
"""A class with more methods than this, inherited ones of ours counted, is two classes."""

NOT_PRIVATE = {"_exit", "_replace"}
"""Public things of Python, in `os` and of a named tuple, whose names begin with an underscore."""

OF_ITS_OWN_KIND = {"_characters", "_styles"}
"""What a canvas reads of another canvas."""


def _classes() -> Iterator[type]:
    for found in pkgutil.walk_packages(rounds.__path__, "rounds."):
        if found.name.rpartition(".")[2] != "__main__":  # importing that runs the program
            module = importlib.import_module(found.name)
            for value in vars(module).values():
                if inspect.isclass(value) and value.__module__ == found.name:
                    yield value


def _methods(of: type) -> set[str]:
    ours = [base for base in of.__mro__ if base.__module__.startswith("rounds.")]
    kinds = (property, classmethod, staticmethod)
    return {
        name
        for base in ours
        for name, value in vars(base).items()
        if inspect.isfunction(value) or isinstance(value, kinds)
    }


def test_no_class_has_become_a_heap() -> None:
    large = {
        found.__name__: len(_methods(found))
        for found in _classes()
        if len(_methods(found)) > MOST_METHODS
    }

    assert large == {}


def test_nothing_touches_what_is_private_to_another() -> None:
    wrong = [
        f"{place(path, node)}: {ast.unparse(node)}"
        for path, module in modules().items()
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute)
        if node.attr.startswith("_") and not node.attr.startswith("__")
        if ast.unparse(node.value) not in {"self", "cls", "super()"}
        if node.attr not in NOT_PRIVATE
        if not (path.stem == "canvas" and node.attr in OF_ITS_OWN_KIND)
    ]

    assert wrong == []
