"""What came of one evening or several, in numbers: for the host to send to the chapter."""

from __future__ import annotations

from collections import Counter

from rounds.domain.followup.due import held_on
from rounds.domain.followup.series import EveningInNumbers, Series
from rounds.formats.columns import aligned, wrapped
from rounds.i18n import _, listed, ngettext, shown_date
from rounds.text.safe import one_line


def as_text(series: Series, *, people: bool = False) -> str:
    """Return the summary; it has numbers only, unless `people` are asked for by name."""
    lines: list[str] = []
    for evening in series.evenings:
        lines += [*_evening(evening), ""]
    if len(series.evenings) > 1:
        lines += [*_together(series), ""]
    if people:
        lines += [*_people(series), ""]
    return "\n".join(lines).rstrip() + "\n"


def _evening(evening: EveningInNumbers) -> list[str]:
    day = held_on(evening.event)
    settings = evening.event.settings
    about = [settings.title, shown_date(day) if day else "", settings.place]
    heading = one_line(listed([text for text in about if text]))
    if not evening.people:
        return [heading, "  " + _("not held yet")]
    lines = [
        _people_came(evening.people),
        ngettext("{count} pairing held", "{count} pairings held", evening.pairings).format(
            count=evening.pairings
        ),
        ngettext(
            "{count} new acquaintance", "{count} new acquaintances", evening.acquaintances
        ).format(count=evening.acquaintances),
    ]
    if evening.rematches:
        rematches = ngettext(
            "{count} of them met again in a rematch round",
            "{count} of them met again in a rematch round",
            evening.rematches,
        )
        lines.insert(2, rematches.format(count=evening.rematches))
    if evening.industries:
        lines.append(
            ngettext(
                "{count} industry; on average everybody met {met} others",
                "{count} industries; on average everybody met {met} others",
                evening.industries,
            ).format(count=evening.industries, met=f"{evening.industries_met:.1f}")
        )
    lines.append(
        ngettext(
            "{count} pair in which both would like to talk again",
            "{count} pairs in which both would like to talk again",
            evening.again,
        ).format(count=evening.again)
    )
    return [heading, *(f"  {line}" for line in lines)]


def _together(series: Series) -> list[str]:
    everybody = series.people
    counts = Counter(one.evenings for one in everybody)
    lines = [_people_came(len(everybody))]
    for evenings, count in sorted(counts.items(), reverse=True):
        lines.append(
            ngettext(
                "{people} came to {count} evening", "{people} came to {count} evenings", evenings
            ).format(people=count, count=evenings)
        )
    acquaintances = sum(evening.acquaintances for evening in series.evenings)
    lines.append(
        ngettext("{count} new acquaintance", "{count} new acquaintances", acquaintances).format(
            count=acquaintances
        )
    )
    if everybody:
        lines.append(
            _("on average everybody has met {met} people; {left} are still to meet").format(
                met=f"{sum(one.met for one in everybody) / len(everybody):.1f}",
                left=f"{sum(len(one.to_meet) for one in everybody) / len(everybody):.1f}",
            )
        )
    return [_("All evenings together"), *(f"  {line}" for line in lines)]


def _people(series: Series) -> list[str]:
    lines = [_("Who is still to meet")]
    rows = [
        [
            one.profile.name,
            _("evenings: {count}").format(count=one.evenings),
            _("met: {count}").format(count=one.met),
            _("still to meet: {count}").format(count=len(one.to_meet)),
        ]
        for one in series.people
    ]
    for row, one in zip(aligned(rows), series.people, strict=True):
        names = [one_line(series.name(person)) for person in one.to_meet]
        lines += [row, *wrapped(names, indent=6)]
    return lines


def _people_came(count: int) -> str:
    return ngettext("{count} person came", "{count} people came", count).format(count=count)
