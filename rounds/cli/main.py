"""The command line: puts the parts together and says how it ended.

Exit status 0 is fine, 1 refused, 2 wrong input. Results go to stdout, messages to stderr.
What a command needs is imported when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rounds.cli.output import (
    bytes_of,
    drop_the_rest,
    in_a_terminal,
    make_ready,
    path_text,
    refused,
    show,
    tell,
    terminal_needed,
    terminal_remarks,
    writing,
)
from rounds.cli.parser import Command, language_asked_for, notes_in_one, parser
from rounds.cli.suggestions import check_the_command
from rounds.domain.errors import InputError, RoundsError, RuleError, StoreError
from rounds.domain.sentence import Sentence
from rounds.i18n import _, activate, from_environment, language, say
from rounds.ui.apps.garbage import collect_rarely

if TYPE_CHECKING:
    from rounds.domain.event import Event, Note

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command and return the exit status."""
    collect_rarely()
    arguments = list(sys.argv[1:] if argv is None else argv)
    make_ready()
    chosen = language_asked_for(arguments)
    try:
        activate(chosen or from_environment())
        known = parser(COMMANDS)
        check_the_command(known, arguments)
        asked = known.parse_args(notes_in_one(arguments))
        asked.keep_language = chosen is not None
        status: int = asked.command(asked)
        sys.stdout.flush()
    except RoundsError as fault:
        tell(fault)
        return fault.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Who read us has seen enough; what is still buffered goes nowhere.
        drop_the_rest()
        return 0
    except OSError as fault:
        drop_the_rest()
        tell(refused(fault))
        return StoreError.exit_status
    return status


def new(asked: Namespace) -> int:
    """Write a starting file; never replace one."""
    from rounds.formats import new_event
    from rounds.formats.roster import report as roster_report
    from rounds.formats.roster import table as roster_table
    from rounds.store.disk.atomic import write_whole
    from rounds.store.disk.nearby import shell_quoted
    from rounds.store.format.templates import template

    if os.path.lexists(asked.file):
        raise StoreError(
            "{file} is there already; nothing was changed.", file=path_text(asked.file)
        )
    text = template(asked.language or language())
    if asked.language:
        text = new_event.with_language(text, asked.language)
    if asked.roster:
        roster = roster_table.read(bytes_of(asked.roster))
        text = new_event.with_people(text, roster.people)
        for line in roster_report.lines(roster):
            tell(line)
    with writing(asked.file):
        write_whole(asked.file, text.encode())
    tell(
        _("{file} is written. Next: {command}").format(
            file=path_text(asked.file), command=f"rounds check {shell_quoted(asked.file)}"
        )
    )
    return 0


def check(asked: Namespace) -> int:
    """Say what is wrong with a file, or what the host needs to know before doors."""
    from rounds.domain.planner.plan import make_plan
    from rounds.formats.plan import check_report

    event = _opened(asked)
    found = check_report.assess(
        event, make_plan(event), make_plan(check_report.with_most_rounds(event))
    )
    refusal = _refusal(asked.file)
    remarks = [refusal] if refusal else [*_folder_remarks(asked.file)]
    remarks += terminal_remarks()
    show(check_report.render(event, found, [say(remark) for remark in remarks]))
    if asked.sound:
        _sound()
    return 0 if found.possible and found.fits and not refusal else 1


def plan(asked: Namespace) -> int:
    """Show the plan and leave the file alone."""
    from time import perf_counter

    from rounds.domain.planner.plan import make_plan
    from rounds.formats.history.rows import names
    from rounds.formats.plan import as_csv, as_json, as_text, check_report

    event = _opened(asked)
    began = perf_counter()
    made = make_plan(event, seed=asked.seed)
    seconds = perf_counter() - began
    for reason in check_report.reasons(made):
        tell(reason)
    if asked.format == "json":
        show(as_json.render(made, seconds))
        return 0
    for warning in made.warnings:
        tell(warning)
    if asked.format == "csv":
        called = names(event)
        show(as_csv.render(made.rounds, called, event.settings.listen_first), "utf-8-sig")
    else:
        show(as_text.render(event, made.rounds, [say(each) for each in made.summary]))
    return 0


def run(asked: Namespace) -> int:
    """Run the evening in this terminal."""
    terminal_needed()
    from rounds.ui.launch.evening import run

    return run(
        asked.file,
        console=asked.console,
        mute=asked.mute,
        calm=asked.calm,
        speed=asked.speed,
        chosen=_chosen_language(asked),
    )


def stage(asked: Namespace) -> int:
    """Show the stage of an evening that runs in another window."""
    terminal_needed()
    from rounds.ui.launch.stage import show_stage

    return show_stage(asked.file, calm=asked.calm, chosen=_chosen_language(asked))


def rehearse(asked: Namespace) -> int:
    """Go through the evening at high speed; without a terminal print its timeline."""
    from rounds.ui.launch.rehearsal import rehearse

    return rehearse(asked.file, speed=asked.speed, calm=asked.calm, chosen=_chosen_language(asked))


def demo(asked: Namespace) -> int:
    """Run a sample evening from a copy of its own, which later calls continue."""
    from platformdirs import user_data_path

    from rounds.store.disk.atomic import write_whole

    sample = _samples() / ("kouryukai.toml" if language() == "ja" else "founders_mixer.toml")
    folder = user_data_path("rounds")
    copies = [folder / sample.name, *(folder / f"{sample.stem}-{n}.toml" for n in range(2, 1000))]
    free = next(n for n, copy in enumerate(copies) if not copy.exists())
    if asked.new or free == 0:
        copy = copies[free]
        with writing(copy):
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(copy, sample.read_bytes())
        tell(_("A sample evening, yours to play with: {file}").format(file=path_text(copy)))
    else:
        copy = copies[free - 1]
        tell(
            _("The sample evening goes on: {file} (afresh: rounds demo --new)").format(
                file=path_text(copy)
            )
        )
    if not in_a_terminal():
        tell(_("This is not a terminal, so here is the evening as a timeline."))
        return rehearse(Namespace(**{**vars(asked), "file": copy, "speed": 60.0, "calm": True}))
    return run(Namespace(**{**vars(asked), "file": copy, "console": False}))


def export(asked: Namespace) -> int:
    """Write down who met whom, whole or not at all."""
    from rounds.formats import EXPORTS
    from rounds.store.disk.atomic import write_whole

    event = _opened(asked)
    to = Path(asked.to)
    form = EXPORTS[asked.format or _format_of(asked.to)]
    text = form.render(event, _chosen_notes(event, *asked.notes))
    if asked.to == "-":
        show(text, form.encoding)
        return 0
    if os.path.exists(to) and to.samefile(asked.file):
        raise InputError(
            "{file} is the event file itself. Choose another name.", file=path_text(to)
        )
    with writing(to):
        write_whole(to, text.encode(form.encoding), force=asked.force)
    tell(_("{file} is written.").format(file=path_text(to)))
    return 0


def bench(asked: Namespace) -> int:
    """Run a benchmark of a checkout, that of the planner unless another is named."""
    import subprocess

    root = Path(__file__).resolve().parents[2]
    files = (root / "tests" / "bench").glob("bench_*.py")
    known = {file.stem.removeprefix("bench_"): file.stem for file in files}
    if not known:
        raise RuleError(
            "The benchmarks are not part of the installed program. "
            "Get the source code of Rounds and run this command there."
        )
    name, *rest = asked.rest or ["planner"]
    if name not in known:
        raise InputError("What is to be measured? One of: {names}.", names=sorted(known))
    command = [sys.executable, "-m", f"tests.bench.{known[name]}", *rest]
    return subprocess.run(command, cwd=root, check=False).returncode


def home(asked: Namespace) -> int:
    """Let the host choose what to do; without a terminal show the help."""
    if not in_a_terminal():
        parser(COMMANDS).print_help()
        return 0
    from rounds.ui.launch.home import choose

    choice = choose()
    if choice is None:
        return 0
    if choice.what == "help":
        parser(COMMANDS).print_help()
        return 0
    following = parser(COMMANDS).parse_args(choice.words)
    following.keep_language = asked.keep_language
    return COMMANDS[choice.what](following)


COMMANDS: dict[str, Command] = {
    "home": home,
    "new": new,
    "check": check,
    "plan": plan,
    "run": run,
    "stage": stage,
    "rehearse": rehearse,
    "demo": demo,
    "export": export,
    "bench": bench,
}


def _chosen_language(asked: Namespace) -> str | None:
    """Return the language that was asked for on the command line, if any."""
    return language() if asked.keep_language else None


def _opened(asked: Namespace) -> Event:
    """Return the event of a file; from here on its language is spoken, unless one was chosen."""
    from rounds.store.reading.read import read

    opened = read(asked.file)
    if opened.event.in_force.language and not asked.keep_language:
        activate(opened.event.in_force.language)
    for warning in opened.warnings:
        tell(warning)
    return opened.event


def _format_of(to: str) -> str:
    """Return the form of an export that the name of its file asks for."""
    from rounds.formats import EXPORTS

    if to == "-":
        return "csv"
    by_suffix = {each.suffix: name for name, each in EXPORTS.items()}
    form = by_suffix.get(Path(to).suffix.lower())
    if form is None:
        raise InputError(
            "{file}: choose a name that ends in .csv, .json or .md, or say --format",
            file=path_text(Path(to)),
        )
    return form


def _chosen_notes(event: Event, which: str, name: str) -> Sequence[Note]:
    from rounds.domain.people import search
    from rounds.domain.people.roster import RosterIndex
    from rounds.formats.history.rows import notes_of

    if which == "none":
        return ()
    if which == "all":
        return notes_of(event)
    roster = RosterIndex(event)
    found = search.named(roster, name)
    if not found and (near := search.nearest_name(roster, name)):
        raise InputError("{name} is not on the roster: did you mean {near}?", name=name, near=near)
    if not found:
        raise InputError("{name} is not on the roster.", name=name)
    if len(found) > 1:
        ids = [*found]
        raise InputError(
            "More than one participant is called {name}. Give an id: {ids}.", name=name, ids=ids
        )
    return notes_of(event, found[0])


def _samples() -> Path:
    """Return the folder of the sample evenings: in the package, or in a checkout beside it."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "samples", package.parent / "sample_events"):
        if folder.is_dir():
            return folder
    raise StoreError("The sample evenings are missing from this installation. Install it anew.")


def _refusal(path: Path) -> Sentence | None:
    """Return why `run` would refuse a file that can be read."""
    from rounds.store.event_file import must_be_writable

    try:
        must_be_writable(path)
    except StoreError as fault:
        return fault.sentence
    return None


def _folder_remarks(path: Path) -> Iterator[Sentence]:
    """Yield what speaks against opening the file here and now."""
    from rounds.store.disk.lock import Lock, lock_file

    real = path.resolve()
    # Where nobody has locked the file yet the trial is made beside it and leaves nothing behind.
    trial = real if lock_file(real).exists() else real.with_name(f"trial-{os.getpid()}")
    try:
        lock = Lock(trial)
    except StoreError as held:
        yield held.sentence
        return
    if lock.warning:
        yield replace(lock.warning, values={**lock.warning.values, "file": real.name})
    lock.release()
    if trial != real:
        lock_file(trial).unlink(missing_ok=True)


def _sound() -> None:
    from rounds.ui.sound.players import play

    player = play("end")
    if player is None:
        tell(_("No program that plays sounds was found: the terminal's bell will ring instead."))
    else:
        tell(_("You should have heard the end of a round (by {program}).").format(program=player))
