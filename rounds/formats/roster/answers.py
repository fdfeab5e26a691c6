"""Whether somebody comes: what a cell about attendance says, in eleven languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from rounds.text.fold import fold_letters, fold_spelling

Answer = Literal["yes", "no", "waits", "doubtful", ""]
"""What a cell says: "waits" is somebody on a waiting list, "" an empty cell."""

_WAITS = (
    "waitlist wait-list waiting standby on-hold onhold 補欠 待ち 待機 落選 warteliste wartend "
    "nachrücker listedattente lista-de-espera listadeespera enespera em-espera listadattesa "
    "wachtlijst reservelijst 대기 候补 候補 等待 等候 排队 排隊 備取"
)
_DOUBTFUL = (
    "maybe perhaps possibly tentative tentatively undecided pending unconfirmed unsure unknown "
    "tbd tbc tba interested invited notyet notsure notdecided noreply noresponse noanswer "
    "probably ifpossible 未定 未回答 未確認 未確定 保留 検討 調整中 たぶん 多分 おそらく かも "
    "未承認 承認待ち 返信待ち 連絡待ち 確認中 わからない わかりません 未返信 △ ▲ ? ？ "
    "vielleicht eventuell "
    "unsicher offen ausstehend unbestätigt wahrscheinlich unentschieden peutêtre enattente "
    "àconfirmer incertain indécis probablement quizás quizá talvez talvéz pendiente porconfirmar "
    "nosé forse inattesa daconfermare indeciso probabilmente pendente aconfirmar nãosei misschien "
    "onbekend inafwachting nogniet waarschijnlijk 미정 아마 보류 미확인 미응답 待定 可能 也许 也許 "
    "不确定 不確定 待确认 待確認 未确认 不一定 暂定 暫定"
)
_NO_WORDS = frozenset(
    "no nope nein non nao nee n not never cannot cant wont unable absent absence declined decline "
    "declines cancelled canceled cancel cancels cancellation refunded refund rejected withdrawn "
    "withdrew withdraw regret regrets regretfully deleted removed void voided dropped unavailable "
    "nicht kein keine leider abgesagt absage storniert abgelehnt abgemeldet verhindert ausgetragen pas annule "
    "annulee refuse refusee decline absente rembourse cancelado cancelada anulado anulada "
    "rechazado rechazada ausente declinado declinada reembolsado annullato annullata assente "
    "rifiutato rifiutata disdetto disdetta cancellato cancellata rimborsato recusado recusada "
    "desistiu geannuleerd afgemeld afwezig afgewezen geweigerd niet verhinderd false".split()
)
_NO_PARTS = (
    "欠席 不参加 キャンセル 取消 取り消し 取りやめ 取り止め 辞退 退会 参加しな 参加しませ 参加できな "
    "参加できませ 参加できず 参加不可 出席しな 出席しませ 出席できな 出席できませ 出席できず 行けな 行けませ "
    "行かな 行きませ 来られな 来ませ いけませ 出られませ 見送り 返金 伺えませ いいえ 不可 無断 お休み 休みま 불참 취소 아니 거절 결석 미참 "
    "불가 지않 지못 안함 못감 못가 환불 못합 不参 不參 不出席 不去 不能 不來 不来 缺席 取消 谢绝 婉拒 请假 請假 "
    "退票 退款 无法 無法 未参加 拒绝 拒絕 can'tmake couldn'tmake won'tbe cannotattend can'tattend can'tcome "
    "notattending notcoming notgoing noshow no-show cannotcome"
)
_NO_WHOLE = frozenset("欠 否 × x ✕ ✖ ✗ ✘ ❌ 0 不 無 아니오 ng".split())
_YES_WHOLE = frozenset(
    "yes y yep yeah sure ok 1 true going attending attend attends accepted accept approved "
    "confirmed confirm registered checkedin booked paid complete completed active valid in here "
    "present coming will come ja j zusage zugesagt bestätigt angemeldet kommt dabei teilnahme "
    "oui confirmé confirmée inscrit inscrite présent présente accepté payé si sí confirmado "
    "confirmada asiste asistirá inscrito aceptado confermato confermata presente iscritto "
    "partecipa accettato pagato sim inscrito vai bevestigd aangemeld aanwezig komt betaald "
    "参加 出席 ご出席 ご参加 出 可 はい 有 出席します 参加します 出席する 参加する 参加できます "
    "出席できます 参加予定 出席予定 参加確定 確定 承認 承認済み 受付済み 受付済 支払済み 支払い済み "
    "入金済み 入金済 有効 申込済み 申込 参加希望 来る 行く 行きます 伺います ○ ◯ 〇 ◎ ✓ ✔ ☑ ✅ ● "
    "예 네 참석 참가 출석 참석함 참석합니다 참가합니다 승인 확정 완료 결제완료 是 参会 參加 出席 "
    "去 确认 確認 已确认 已確認 已报名 已報名 报名成功 報名成功 已支付 已付款 有效 通过 通過".split()
)
_PARTLY = re.compile(r"のみ|だけ|only\b|\bnur\b|seulement|s[óo]lo|soltanto|\balleen\b|만\s")
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")
_CLAUSES = re.compile(r"[、,，。;；/／\n]")
_APOSTROPHES = re.compile(r"['’‘]")
_CALLED_OFF = re.compile(r"きゃんせる(?!待)|cancel|storn|annul|取消|取り消|취소")
_GONE = re.compile(
    r"欠席(?!者|の方)|不参加|きゃんせる|辞退|補欠|^absent$|^cancel|^declined$|waitlist|waitinglist|^abgesagt|"
    r"^annul|^cancelad|^geannuleerd|取消|缺席|불참|취소"
)
_NOTHING = frozenset(["", *"- ー ― – — n/a na none なし".split()])
_CROSSES = frozenset("×✕✖✗✘❌")
_COMES = re.compile(
    r"(?:ご|オンラインで?|おんらいんで?)?(?:出席|参加|參加|참석|참가)(?:しま|する|いた|させ|の?予定|です|でき|希望|确|確|합|할|함)"
)
_MARKS = frozenset("○ ◯ 〇 ◎ ● ✓ ✔ ☑ ✅ x × ✕ 1 yes y true ja oui si sí sim はい 是 예 有".split())
_NO_MARKS = frozenset("no n 0 false nein non nao nee いいえ 否 無 なし - ー ― – — none n/a".split())


def answer(text: str) -> Answer:
    """Return what a cell of a column about attendance says; a word it does not know is doubtful."""
    if fold_spelling(text) in _NOTHING:
        return ""
    inside = " ".join(_BRACKETS.findall(text))
    main = _BRACKETS.sub(" ", text) if _BRACKETS.sub("", text).strip() else text
    if _CALLED_OFF.search(fold_spelling(inside)):
        return "no"
    first, *further = [part for part in _CLAUSES.split(main) if part.strip()] or [main]
    if _told(first) == "yes":  # "attending (not the dinner)" is for the host to read
        denied = {_told(part) for part in further} & {"no", "waits"}
        return "doubtful" if denied else _told(text)
    return _told(main)


def called_off(note: str) -> bool:
    """Return whether a note behind a name says plainly that the person does not come."""
    return bool(_GONE.search(fold_spelling(note)))


def marked(text: str) -> Answer:
    """Return what a cell of a column about absence says: "no" if it is marked or holds a date."""
    if fold_spelling(text) in _NO_MARKS | _NOTHING:
        return ""
    return "no"


def verdict(values: Mapping[str, Sequence[str]]) -> tuple[Answer, str]:
    """Return whether somebody comes, and the cell that says so.

    `values` are the cells of a row by the kind of their column: "coming", "absent" and "paid".
    Of several answers the one that keeps somebody away counts, then a doubtful one.
    """
    found: dict[Answer, str] = {}
    for cell in values.get("coming", ()):
        found.setdefault(answer(cell), cell)
    for cell in values.get("absent", ()):
        if marked(cell) and fold_spelling(cell) in {"×", "✕"} and "yes" in found:
            continue  # "×" under "absent" denies it where "attending" has a circle
        if marked(cell) and "yes" in found and fold_spelling(cell) in _MARKS:
            return "doubtful", cell
        found.setdefault(marked(cell), cell)
    for cell in values.get("paid", ()):
        if answer(cell) == "no":
            found.setdefault("no", cell)
    for said in ("no", "waits", "doubtful", "yes"):
        if said in found:
            return said, found[said]
    return "", ""


def _told(text: str) -> Answer:
    plain = _APOSTROPHES.sub("", fold_letters(text)).replace("_", " ").strip(" .!。！")
    words = [fold_spelling(word) for word in re.findall(r"[^\W_]+", plain)]
    letters = fold_spelling(plain).replace("-", "")
    if letters in _YES:
        return "yes"
    if letters in _NO_WHOLE or plain[:1] in _CROSSES:
        return "no"
    if "await" not in letters and any(part in letters for part in _WAIT_PARTS):
        return "waits"
    if _PARTLY.search(plain) or any(part in letters for part in _DOUBT_PARTS):
        return "doubtful"
    no = any(word in _NO_WORDS for word in words) or any(part in letters for part in _NO)
    yes = bool(words and words[0] in _YES) or bool(_COMES.match(letters))
    if yes:
        return "yes" if not no else "doubtful" if words[0] in _YES else "no"
    return "no" if no else "doubtful"


def _parts(words: str) -> tuple[str, ...]:
    return tuple(
        fold_spelling(_APOSTROPHES.sub("", word)).replace("-", "") for word in words.split()
    )


_YES = frozenset(fold_spelling(word) for word in _YES_WHOLE)
_WAIT_PARTS, _DOUBT_PARTS, _NO = _parts(_WAITS), _parts(_DOUBTFUL), _parts(_NO_PARTS)
