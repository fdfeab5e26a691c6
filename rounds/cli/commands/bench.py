"""`rounds bench`: the benchmarks of a checkout."""

from __future__ import annotations

import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from rounds.domain.errors import InputError, RuleError


def bench(asked: Namespace) -> int:
    """Run a benchmark of a checkout: the planner's unless another is named."""
    root = Path(__file__).resolve().parents[3]
    files = (root / "tests" / "bench").glob("bench_*.py")
    known = {file.stem.removeprefix("bench_"): file.stem for file in files}
    if not known:
        raise RuleError(
            "The benchmarks are not part of the installed program. "
            "Get the source code of Rounds and run this command there."
        )
    name, *rest = asked.rest or ["planner"]
    if name not in known:
        raise InputError("What should be measured? One of: {names}.", names=sorted(known))
    command = [sys.executable, "-m", f"tests.bench.{known[name]}", *rest]
    return subprocess.run(command, cwd=root, check=False).returncode
