"""What stands before or behind a name and says whether the person comes: "【欠席】青木 恵"."""

from __future__ import annotations

import re

from rounds.formats.roster.people.answers import called_off, is_answer

_OFF = (
    r"ご?欠席|不参加|(?:当日|参加)?キャンセル(?:済み?|待ち)?|ドタキャン|取消|取り?消し|取り?止め|辞退|補欠|"
    r"cancell?ed|cancellation|no[-\s]?show|declined|withdrawn|withdrew|refunded|absent|"
    r"waitlist(?:ed)?|waiting\slist|abgesagt|storniert|abgemeldet|verhindert|warteliste|"
    r"annul[ée]e?|absente?|excusée?|cancelad[oa]|anulad[oa]|annullat[oa]|disdett[oa]|"
    r"geannuleerd|afgemeld|已取消|取消|缺席|不參加|请假|請假|불참|취소"
)
"""Words that nobody is called, unlike "No" and "Cancellara"."""

_BEFORE = re.compile(rf"({_OFF})(?:\s*[:：–—→]\s*|\s+-?\s*)(\S.*)", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(.*[^\s:：–—,、→⇒>-])(?:\s*[:：–—,、→⇒>]+\s*|\s+(?:-+>?\s*)?)({_OFF})[.!。！]*",
    re.IGNORECASE,
)
"""A hyphen without a blank beside it is a part of the name."""

_SIGN_BEFORE = re.compile(r"([×✕✖✗✘❌🙅👎✓✔☑✅])\ufe0f?\s*(\S.*)")
_BRACKET_BEFORE = re.compile(r"[(（\[［【〔]([^()（）\[\]［］【】〔〕]*)[)）\]］】〕]\s*(\S.*)")
_BOX = re.compile(r"(?:[☐□▢]|[\[［]\s*[xX✓]?\s*[\]］])\s*(?=\S)")


def said_around(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without what is said before or behind it about coming, and what was said."""
    text = _BOX.sub("", text, count=1) if _BOX.match(text) else text
    found = _BRACKET_BEFORE.fullmatch(text)
    if found and not (called_off(found[1]) or is_answer(found[1])):
        found = None
    if found := found or _BEFORE.fullmatch(text) or _SIGN_BEFORE.fullmatch(text):
        return found[2], (found[1].strip(),)
    if found := _BEHIND.fullmatch(text):
        return found[1], (found[2],)
    return text, ()
