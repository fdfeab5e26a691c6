"""The words that hosts write for a setting that has another name in the event file."""

from __future__ import annotations

from collections.abc import Mapping

from rounds.domain.sentence import Sentence, sentence
from rounds.store.errors.finding import KeyPath

OF_THE_EVENING = {
    "title": "name heading",
    "date": "day",
    "place": "venue location where hall room",
    "starts_at": "start starts from begin begins opens doors",
    "ends_at": "end ends until to closes finish",
    "rounds": "number_of_rounds count",
    "round_minutes": "minutes length duration talk_minutes",
    "introductions": "intro intros pitch pitches introduction_seconds",
    "move_seconds": "move moving seconds",
    "break_after": "break breaks pause",
    "break_minutes": "pause_minutes break_length",
    "language": "lang locale",
    "earlier_events": "history previous earlier past_events",
}
"""The other words for each setting of `[event]`."""

OF_A_PERSON = {
    "kana": "reading furigana yomi yomigana ruby pronunciation name_kana",
    "company": "organisation organization org employer firm business affiliation",
    "industry": "sector trade profession occupation branch field",
    "purpose": "goal aim reason",
    "offers": "offer give gives can_offer",
    "seeks": "seek wants needs looking_for",
    "pitch": "intro introduction bio about profile",
    "contact": "email mail phone tel telephone mobile address",
    "remark": "note notes memo comment comments allergies",
    "side": "role group",
    "avoid": "apart keep_apart not_with",
    "wishes": "meet wants_to_meet would_like_to_meet prefers",
    "from_round": "from arrives late",
    "until_round": "until leaves",
    "staff": "helper host",
}
"""The other words for each setting of `[[participants]]`."""


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words.split()}


_EVENING, _PERSON = _by_word(OF_THE_EVENING), _by_word(OF_A_PERSON)


def meant_by(place: KeyPath) -> Sentence | None:
    """Return a question about the setting that an unknown key may mean, None for other words."""
    match place:
        case ("event", str(word)):
            key = _EVENING.get(word.lower())
        case ("participants", int(), str(word)):
            key = _PERSON.get(word.lower())
        case _:
            key = None
    return sentence("did you mean {word}?", word=key) if key else None
