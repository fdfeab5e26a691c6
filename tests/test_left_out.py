import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "sample_events" / "founders_mixer.toml"

EVENING = """
import sys
from rounds.cli import main
status = main({arguments!r})
import hashlib
import rounds.ui.programs
hashlib.sha256(b"")
loaded = [name for name in ("ssl", "_ssl") if sys.modules.get(name)]
print(status, loaded)
"""


def test_an_evening_without_a_network_loads_nothing_for_one() -> None:
    program = EVENING.format(arguments=["check", str(SAMPLE)])

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert done.stdout.splitlines()[-1] == "0 []", done.stdout + done.stderr
