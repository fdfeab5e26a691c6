"""Words by which one sees that a text on a roster is a company and nobody's name."""

from __future__ import annotations

import re

_LEGAL_FORM = re.compile(
    r"(?:株式|有限|合同)会社|[㈱㈲]|[(（][株有][)）]|\s(?:ltd|inc|llc|gmbh|corp|plc|sarl|srl|kft)\.?$",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"(?:商店|商会|商事|工業|産業|事務所|法人|製作所|工務店|不動産|銀行|協会|組合|企画|建設|印刷|会計|出版|運輸|研究所)$"
)
"""What many Japanese companies are called by, and no person."""


def has_legal_form(text: str) -> bool:
    """Return whether a text has the legal form of a company: 株式会社, Ltd."""
    return bool(_LEGAL_FORM.search(text))


def is_company(text: str) -> bool:
    """Return whether a text is a company: by its form, or by a word such as 商店 at its end."""
    return has_legal_form(text) or bool(_TRADE.search(text))
