"""`rounds demo`: a sample evening on a copy that belongs to the host."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from platformdirs import user_data_path

from rounds.cli.commands.rehearse import rehearse
from rounds.cli.commands.run import run
from rounds.cli.output import in_a_terminal, path_text, tell, writing
from rounds.cli.parser import parser
from rounds.domain.errors import StoreError
from rounds.domain.language import Language
from rounds.i18n import _, language
from rounds.store.disk.atomic import write_whole

SAMPLES: dict[Language, str] = {"en": "founders_mixer.toml", "ja": "kouryukai.toml"}
"""The sample evening of each language."""

MOST_COPIES = 1000


def demo(asked: Namespace) -> int:
    """Run a sample evening: the copy of the last call goes on, unless a new one is asked for."""
    file = _copy_to_run(new=asked.new)
    if not in_a_terminal():
        tell(_("This is not a terminal, so here is the evening as a timeline."))
        return rehearse(Namespace(**{**vars(asked), "file": file, "speed": 60.0, "calm": True}))
    usual = parser("help").parse_args(["run", str(file)])
    return run(Namespace(**{**vars(usual), **vars(asked), "file": file, "new": False}))


def _copy_to_run(*, new: bool) -> Path:
    """Return the latest copy of the sample in the host's language, or a new one."""
    sample = _samples() / SAMPLES[language()]
    folder = user_data_path("rounds")
    numbered = (folder / f"{sample.stem}-{number}.toml" for number in range(2, MOST_COPIES))
    copies = [folder / sample.name, *numbered]
    free = next(place for place, copy in enumerate(copies) if not copy.exists())
    if free and not new:
        copy = copies[free - 1]
        tell(
            _("Continuing the sample evening: {file} (start over: rounds demo --new)").format(
                file=path_text(copy)
            )
        )
        return copy
    copy = copies[free]
    with writing(copy):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(copy, sample.read_bytes())
    tell(_("A sample evening, yours to play with: {file}").format(file=path_text(copy)))
    return copy


def _samples() -> Path:
    """Return the folder of the sample evenings: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[2]
    for folder in (package / "samples", package.parent / "sample_events"):
        if folder.is_dir():
            return folder
    raise StoreError("The sample evenings are missing from this installation. Reinstall Rounds.")
