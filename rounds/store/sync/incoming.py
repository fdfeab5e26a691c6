"""Taking in what others wrote into the event file: the host's part, and the record merged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from rounds.domain.errors import InputError
from rounds.domain.event import Event
from rounds.domain.identity import Identity
from rounds.domain.sentence import Sentence, counted, latest, sentence
from rounds.i18n import language
from rounds.steady_clock import wall
from rounds.store.errors.file_error import WrongFile
from rounds.store.format.entries import EntryCache, Index, lay_out_blocks
from rounds.store.format.parts import Parts, compose, readable, split
from rounds.store.merging.merge import Edit, HostPart, apply_edits, edits, removed_entries
from rounds.store.merging.outside import OutsideRecord, outside_host, outside_record
from rounds.store.reading.doubled_entries import doubles_warning
from rounds.store.reading.interpret import Loaded, marker_warning
from rounds.store.reading.unknown_people import new_person_warnings, unknown_people
from rounds.store.state.copies import back_up
from rounds.store.sync.file_on_disk import OnDisk
from rounds.text.safe import source_line

_DAMAGED = sentence(
    "The record in {file} was damaged and has been rewritten. The damaged file is kept as {copy}."
)

KeepDamaged = Callable[[bytes], Path | None]


class TakenIn(NamedTuple):
    """What an edit of the file came to: the event with it, and the file's entries."""

    event: Event
    entries: Index
    edits: tuple[Edit, ...]
    host: HostPart | None
    messages: tuple[Sentence, ...]

    @property
    def matters(self) -> bool:
        """Whether the session should hear of it."""
        return bool(self.messages or self.edits or self.host)


class Incoming:
    """Knows everything in the file but the record's entries, and merges what others write."""

    def __init__(
        self, path: Path, loaded: Loaded, cache: EntryCache, keep_damaged: KeepDamaged
    ) -> None:
        self.name = source_line(path.name)
        self._path = path
        self._cache = cache
        self._keep_damaged = keep_damaged
        self._parts = loaded.parts
        self._carried: Mapping[str, Any] = loaded.carried
        self._carried_text = lay_out_blocks(loaded.carried)
        self._outdated: dict[Identity, set[str]] = {}
        self._refused = False
        self._unknown_people = set(unknown_people(loaded.event))

    def compose(self, event: Event, index: Index) -> bytes:
        """Return the whole file with these entries as its record."""
        record = "".join(entry.text for entry in index.values()) + self._carried_text
        return compose(
            self._parts,
            record[:-1] if record.endswith("\n\n") else record,
            event.settings.language or language(),
        )

    def written(self, raw: bytes) -> None:
        """Remember the marker line of a file that had none before it was written."""
        if not self._parts.marker:
            self._parts = split(raw)._replace(record=b"")

    def outdate(self, before: Index, now: Index) -> None:
        """Remember the texts that the session itself replaced: seen again, they are no edit."""
        for key in before.keys() - now.keys():
            self._outdated.setdefault(key, set()).add(before[key].text)
        for key, entry in now.items():
            replaced = before.get(key)
            if replaced is not entry:
                texts = self._outdated.setdefault(key, set())
                if replaced is not None:
                    texts.add(replaced.text)
                texts.discard(entry.text)

    def looks_whole(self, raw: bytes, known: bytes) -> bool:
        """Return whether an editor seems to be done with these bytes; `known` were there before."""
        parts = split(raw)
        if self._parts.marker and not parts.marker:
            return False
        same_record = parts.record == split(known).record
        return readable(parts.host) and (same_record or readable(parts.record))

    def take_in(self, raw: bytes, event: Event, known: OnDisk, *, displaced: bool) -> TakenIn:
        """Return what others' bytes come to for an event.

        Bytes are `displaced` if they are not in the file itself but in one that was replaced:
        what is missing from these is missing nowhere.
        """
        parts = split(raw)
        messages: list[Sentence] = []
        if parts.misplaced:
            back_up(self._path, raw, wall())
            messages.append(marker_warning(self.name))
        record = self._read_record(raw, parts, event, known, messages)
        if record.carried is not None:
            self._carried, self._carried_text = record.carried, lay_out_blocks(record.carried)
        host = self._read_host(parts, event, messages, again=record.carried is not None)
        found = edits(known.entries, record.entries, self._outdated)
        before = self._cache.entries_of(event)
        merged = apply_edits(event, found, host)
        after = self._cache.entries_of(merged)
        missing = () if displaced else removed_entries(after, known.entries, record.entries)
        messages += _counts(before, after, len(missing), self.name)
        warnings = new_person_warnings(event, merged, self._unknown_people)
        messages += map(latest, warnings)
        self._unknown_people = set(unknown_people(merged))
        return TakenIn(merged, record.entries, found, host, tuple(messages))

    def keep_damaged(self, said: Sentence, raw: bytes) -> Sentence:
        """Keep bytes that cannot be used; return the sentence with its {file} and {copy}."""
        copy = self._keep_damaged(raw)
        name = source_line(copy.name) if copy else "-"
        return replace(said, values={"file": self.name, "copy": name})

    def _read_record(
        self, raw: bytes, parts: Parts, event: Event, known: OnDisk, messages: list[Sentence]
    ) -> OutsideRecord:
        """Return the entries that the file holds now; of a damaged file a copy is kept."""
        if parts.record and parts.record == split(known.raw).record:
            return OutsideRecord(known.entries, None, whole=True)
        found = outside_record(parts, event, self._carried, known.entries)
        if found.doubles:
            messages.append(doubles_warning(found.doubles, self.name))
        if not found.whole:
            messages.append(self.keep_damaged(_DAMAGED, raw))
        return found

    def _read_host(
        self, parts: Parts, event: Event, messages: list[Sentence], *, again: bool
    ) -> HostPart | None:
        """Take over the host's part as it is; return what it means if that is new.

        With `again` it is read even if it is the same, because what it refers to is not.
        """
        if self._parts.marker and not parts.marker:
            messages.append(
                sentence("The line # ======== RECORD in {file} was put back.", file=self.name)
            )
        new = Parts(parts.host, parts.marker or self._parts.marker, parts.head)
        if not parts.host.strip():
            new = new._replace(host=self._parts.host, head=self._parts.head)
        same = (new.host, new.head) == (self._parts.host, self._parts.head)
        self._parts = new
        if same and not again:
            return None
        try:
            host = outside_host(new, str(self._path), event, self._carried)
        except InputError as fault:
            self._refused = True
            messages.append(latest(_refusal(fault, self.name)))
            return None
        changed = host.applied(event) != event
        if changed or self._refused:
            said = sentence("Your changes to {file} are in effect.", file=self.name)
            messages.append(latest(said))
        self._refused = False
        return host if changed else None


def _counts(before: Index, after: Index, missing: int, file: str) -> list[Sentence]:
    """Return what to say of entries that others changed, and of those that they removed."""
    messages: list[Sentence] = []
    changed = sum(before.get(key) is not entry for key, entry in after.items())
    if changed:
        messages.append(
            counted(
                "One change to the record in {file} was adopted.",
                "{count} changes to the record in {file} were adopted.",
                changed,
                file=file,
            )
        )
    if missing:
        messages.append(
            counted(
                "One entry of the record was missing from {file} and was put back.",
                "{count} entries of the record were missing from {file} and were put back.",
                missing,
                file=file,
            )
        )
    return messages


def _refusal(fault: InputError, file: str) -> Sentence:
    """Return what the host reads of an edit that cannot be used: the first error in it."""
    problem = fault.sentence
    if isinstance(fault, WrongFile):
        problem = fault.problems[0]._replace(file=file).in_short
    return sentence("{problem} (the last good settings stay in effect)", problem=problem)
