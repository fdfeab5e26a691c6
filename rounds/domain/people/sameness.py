"""When two companies or industries are the same, however they are spelled."""

from __future__ import annotations

import re
from functools import lru_cache

from rounds.text.fold import fold

_SIGNS = r"[\s.,・･&＆'’\"()（）\[\]【】/／-]+"
_LEGAL = (
    "株式会社 有限会社 合同会社 合資会社 合名会社 一般社団法人 公益社団法人 一般財団法人 "
    "公益財団法人 社団法人 "
    "財団法人 特定非営利活動法人 npo法人 医療法人社団 医療法人 学校法人 社会福祉法人 宗教法人 "
    "税理士法人 弁護士法人 "
    "行政書士法人 社会保険労務士法人 司法書士法人 監査法人 有限责任公司 股份有限公司 有限公司 "
    "주식회사 유한회사"
)
_SHORT = "株 有 同 資 名 社 財 一社 一財 公社 公財 医 学 福 税 弁 特非 주 유"
_WESTERN = (
    "ltd limited inc incorporated corp corporation co company llc llp lp plc gmbh mbh ag kg ohg ug "
    "gbr ev eg se sarl sas sasu sa eurl snc srl srls spa sl slu sau slne lda ltda eireli me bv nv "
    "vof cv pty kk gk yk oy ab as aps"
)


@lru_cache(maxsize=4096)
def firm(company: str) -> str:
    """Return a company as it is compared: folded, and without its legal form.

    "株式会社ABC商事", "ＡＢＣ商事㈱" and "ABC 商事" are the same, and so are "Acme Ltd." and "ACME
    Inc". A company that is called nothing but a legal form keeps it.
    """
    whole = fold(company)
    bare = re.sub(_FORM, "", re.sub(_IN_BRACKETS, "", whole))
    spelled = re.sub(_IN_BRACKETS, " ", company).replace("&", " and ").replace("＆", " and ")
    words = re.sub(_SIGNS, " ", fold_words(spelled)).split()
    while len(words) > 1 and words[-1] in _LEGAL_WORDS | {"and"}:
        words.pop()
    if len(words) > 1 and words[0] in _LEGAL_WORDS:
        words = words[1:]
    bare = re.sub(_FORM, "", "".join(words)) or bare
    return bare or whole


def fold_words(text: str) -> str:
    """Return text folded word by word, the words still apart; "G.m.b.H." is one word."""
    text = re.sub(r"(?<=\b\w)\.\s?(?=\w\b)", "", text)
    return " ".join(fold(word) for word in text.split())


def industry(text: str) -> str:
    """Return an industry as it is compared."""
    return re.sub(_SIGNS, "", fold(text)) or fold(text)


_FORM = "|".join(fold(word) for word in _LEGAL.split())
_IN_BRACKETS = (
    "[(（](?:" + "|".join([*map(fold, _SHORT.split()), *map(fold, _LEGAL.split())]) + ")[)）]"
    "|[㈱㈲㈳㈶㊑㍿]"
)
_LEGAL_WORDS = frozenset(_WESTERN.split())
