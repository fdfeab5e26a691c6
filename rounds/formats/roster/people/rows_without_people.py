"""The rows of a list that name nobody: totals, remarks, lines of signs, placeholders."""

from __future__ import annotations

import re

from rounds.domain.sentence import Sentence, sentence
from rounds.text.fold import fold_letters, fold_spelling

_TOTAL = re.compile(
    r"(?:合計|小計|総計|計|総数|総人数|人数|参加者数|以上|以下余白|合计|总计|小计|总数|總計|總數|"
    r"합계|총계|소계|총|계|(?:grand|sub)?-?totale?|(?:sub)?totaal|totaux|sum|summe|gesamt|"
    r"zwischensumme|gesamtzahl|count|somme|suma|subtotale|somma|soma|som|anzahl)"
    r"(?:participants|attendees|guests|people|persons|partecipanti|participantes|teilnehmer|"
    r"deelnemers|asistentes|人数|参加者|참가자|of)*"
    r"[:=は]?\d*(?:名様|名|人|people|persons|participants|guests|attendees|personen|personnes|"
    r"personas|persone|pessoas|명)?(?:です|。|\.)?"
)
_COUNT = re.compile(r"\d+(?:名様|名|人|people|persons|participants|personen|personnes|명)")
_COUNTING_WORDS = (
    "total totale totales totaux totaal subtotal gesamt gesamtzahl summe somme suma somma soma "
    "sum som count anzahl headcount now currently date derzeit aktuell confirmed registered "
    "expected presenti asistirán vienen komen people persons participants attendees guests "
    "registrations registrants responses "
    "teilnehmer teilnehmerinnen teilnehmende personen gaste anmeldungen zusagen angemeldet "
    "zugesagt personnes inscrits inscrites inscriptions invites presents reponses personas "
    "inscritos inscritas inscripciones asistentes invitados confirmados persone iscritti "
    "iscrizioni ospiti confermati partecipanti pessoas inscricoes participantes convidados "
    "deelnemers aanmeldingen gasten aanwezig places platze plazas posti lugares plaatsen "
    "page pages seite pagina so far tickets entries rows names "
    "of the de di der die von van in as am au du des le les los y "
    "et und e en deadline updated update stand frist anmeldeschluss"
)
"""The words of a line that says how many there are, or as of when."""

_COUNTING_SIGNS = re.compile(
    r"合計|小計|総計|総数|総人数|人数|計|参加者|出席者|欠席者|来場者|申込者|参加|出席|申込|申し込み|予定|"
    r"現在|時点|締め切り|締切|更新|以上|全員|全部で|全|名様|名|人|です|年|月|日|[は:]|"
    r"合计|总计|总数|总人数|共计|共|截至|参会|報名|报名|總計|總數|人員|"
    r"합계|총인원|총원|총|인원|명|현재|마감|참가자|참석자|참석|년|월|일"
)
_COMPANION = re.compile(
    r"(?:guests?|plusone|companion|gast|begleitung|invitee?|accompagnant|acompanante|invitado|"
    r"ospite|accompagnatore|acompanhante|convidado|introduce|gaste)(?:of|von|de|di|van|fur|for)"
    r".+|.+の?(?:同伴者?|お連れ様|ご?同行者)"
)
_ALONE = re.compile(
    r"(?:guest|げすと|同伴者?|お連れ様|companion|plusone|gast|invitee?|invitado|ospite|convidado|게스트|동반인)"
    r"(?:no\.?)?\d{0,3}"
)
_PLACEHOLDERS = (
    "inforequested infopending informationrequested anonymous anonym anonyme anónimo anonimo "
    "anoniem 匿名 익명 notprovided notavailable n/a n.a. na nil none null unknown unbekannt "
    "inconnu desconocido sconosciuto desconhecido onbekend tbd tba tbc tobeannounced "
    "tobeconfirmed tobedetermined unassigned deleteduser deletedaccount formeruser 退会ユーザー "
    "退会済み 退会者 削除されたユーザー 未定 未入力 未登録 未記入 なし 無し 無記名 該当なし 空席 "
    "空き 空き枠 空欄 満席 募集中 同上 ダミー テスト 無 미정 없음 待定 暂无 無名 dummy test "
    "testuser "
    "testguest testtest テスト太郎 テスト参加者 ditto reserved"
)
_ENCLOSED = re.compile(
    r"【[^】]*】|〔[^〕]*〕|［[^］]*］|\[.*\]|<[^>]*>|＜[^＞]*＞|〈[^〉]*〉|《[^》]*》|[(（][^)）]*[)）]"
)
_SIGNS_FIRST = re.compile(r"[※＊#＃■◆▼▲●★☆]+\s*\D|\*\S")
_SECTION = re.compile(
    r"(?:table|tisch|mesa|tafel|tavolo|てーぶる|卓|group|gruppe|ぐるーぷ|team|ちーむ)"
    r"(?:no\.?)?\d{1,3}[a-z]?|"
    r"(?:\d{1,3}|[a-z])番?(?:てーぶる|卓|班|組|ぐるーぷ)"
)


def nobody(text: str) -> Sentence | None:
    """Return why the cell of a name names nobody, None if it may be somebody's name."""
    letters = fold_spelling(text)
    if not any(c.isalpha() for c in letters):
        return _A_NUMBER if any(c.isdigit() for c in letters) else _SIGNS
    if _TOTAL.fullmatch(letters) or _COUNT.fullmatch(letters) or _counts(text):
        return _A_TOTAL
    bare = re.sub(r"[^\w/.]", "", letters)
    if bare in _BARE_PLACEHOLDERS or letters in _BARE_PLACEHOLDERS:
        return _PLACEHOLDER
    if len(set(re.findall(r"[^\W_]+", fold_letters(text)))) == 2 and _twice(bare):
        return _PLACEHOLDER  # "Info Requested Info Requested": given and family name
    if _SECTION.fullmatch(letters) or _ENCLOSED.fullmatch(text) or _SIGNS_FIRST.match(text):
        return _A_REMARK
    companion = _COMPANION.fullmatch(letters) and " " in text.strip()
    return _A_COMPANION if companion or _ALONE.fullmatch(letters) else None


def is_placeholder(text: str) -> bool:
    """Return whether a text stands for something that was not given."""
    return nobody(text) is _PLACEHOLDER


def is_total(cells: list[str]) -> bool:
    """Return whether the first cell that holds anything begins a line of totals."""
    first = next((cell for cell in cells if cell), "")
    return bool(first) and any(c.isalpha() for c in first) and nobody(first) is _A_TOTAL


def _counts(text: str) -> bool:
    """Return whether a text with a number has no word but those of counts: "Total : 3 inscrits"."""
    words = re.findall(r"[^\W\d_]+", _COUNTING_SIGNS.sub(" ", fold_letters(text)))
    return any(c.isdigit() for c in text) and {fold_spelling(word) for word in words} <= _COUNTING


def _twice(letters: str) -> bool:
    half = len(letters) // 2
    return letters[:half] == letters[half:] and letters[:half] in _BARE_PLACEHOLDERS


_A_TOTAL = sentence("a total, nobody's name")
_A_REMARK = sentence("a remark or a heading, nobody's name")
_A_COMPANION = sentence("somebody's companion without a name")
_A_NUMBER = sentence("a number, nobody's name")
_SIGNS = sentence("signs, nobody's name")
_PLACEHOLDER = sentence("a placeholder, nobody's name")
_COUNTING = frozenset(_COUNTING_WORDS.split())
_BARE_PLACEHOLDERS = frozenset(fold_spelling(word) for word in _PLACEHOLDERS.split())
