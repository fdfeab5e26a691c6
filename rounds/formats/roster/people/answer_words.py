"""The words in which people say whether they come, in eleven languages."""

from __future__ import annotations

NO_WORDS = (
    "no nope denied deny nein non nao nee n not never cannot cant wont unable absent absence "
    "declined decline "
    "declines cancelled canceled cancel cancels cancellation refunded refund rejected withdrawn "
    "withdrew withdraw regret regrets regretfully deleted removed void voided dropped unavailable "
    "nicht kein keine leider abgesagt absage storniert abgelehnt abgemeldet verhindert "
    "ausgetragen pas annule annulee refuse refusee absente rembourse cancelado cancelada anulado "
    "anulada rechazado rechazada ausente declinado declinada reembolsado annullato annullata "
    "assente rifiutato rifiutata disdetto disdetta cancellato cancellata rimborsato recusado "
    "recusada desistiu desistência faltará faltou geannuleerd afgemeld afgezegd afwezig afgewezen "
    "geweigerd niet ziek verhinderd false apologies excused expired revoked chargeback excusé "
    "excusée "
    "désisté absagen cancellations absents annulés excusés cancelados canceladas ausentes "
    "annullati assenti "
    "disdette afmeldingen regrets désistement indisponible baja rinuncia rinunciato "
    "impossibilitato entschuldigt krank"
)
"""Words that say no wherever they stand in an answer."""

NO = "👎 🙅 欠 否 × x ✕ ✖ ✗ ✘ ❌ 0 不 無 아니오 ng"
"""Answers that say no."""

YES = (
    "[x] 👍 🙆 能 可以 会 要 yes y yep yeah sure ok 1 true going attending attend attends "
    "accepted accept accepts approved bezahlt validé payée pagado 审核通过 審核通過 "
    "confirmed confirm registered checkedin booked paid complete completed active valid in here "
    "present coming will come ja j zusage zugesagt bestätigt angemeldet kommt dabei teilnahme oui "
    "confirmé confirmée inscrit inscrite présent présente accepté payé si sí confirmado "
    "confirmada asiste asistirá inscrito aceptado confermato confermata presente iscritto "
    "partecipa accettato pagato sim vai bevestigd aangemeld aanwezig komt betaald 参加 出席 "
    "ご出席 ご参加 出 可 はい 有 出席します 参加します 出席する 参加する 参加できます "
    "出席できます 参加予定 出席予定 参加確定 確定 承認 承認済み 受付済み 受付済 支払済み "
    "支払い済み 入金済み 入金済 有効 申込済み 申込 参加希望 来る 行く 行きます 伺います ○ ◯ 〇 ◎ "
    "✓ ✔ ☑ ✅ ● 예 네 참석 참가 출석 참석함 참석합니다 참가합니다 승인 확정 완료 결제완료 是 参会 "
    "会参加 会出席 會參加 會出席 已登记 登録済み 申込完了 受付完了 来場済み チェックイン済み "
    "当選 参加ok "
    "喜んで参加します gültig gültige zusagen zugesagt présents confirmés confirmados confermati "
    "confirmadas presenti "
    "presentes asistentes 参加者 出席者 参加予定者 참석자 참가자 구매완료 참여확정 válida válido "
    "valide aprovado aprovada pago paga asistiré "
    "claro "
    "volentieri confirmo zeker graag gerne natürlich selbstverständlich volontiers 갑니다 갈게요 "
    "참여 "
    "참여합니다 신청완료 등록완료 예약완료 접수완료 报名 definitely absolutely joining "
    "參加 去 确认 確認 已确认 已確認 已报名 已報名 报名成功 報名成功 已支付 已付款 有效 通过 通過"
)
"""Answers that say yes, and first words of such."""

MARKS = "○ ◯ 〇 ◎ ● ✓ ✔ ☑ ✅ x × ✕ 1 yes y true ja oui si sí sim はい 是 예 有"
"""What marks a cell."""

NO_MARKS = "no n 0 false nein non nao nee いいえ 否 無 なし - ー ― – — none n/a"
"""What leaves a cell unmarked."""

WAITS = (
    "waitlist wait-list waiting standby on-hold onhold 補欠 待ち 待機 落選 warteliste wartend "
    "nachrücker listedattente lista-de-espera listadeespera enespera em-espera listadattesa "
    "wachtlijst reservelijst 대기 候补 候補 等待 等候 排队 排隊 備取"
)
"""Parts of answers from a waiting list."""

DOUBTFUL = (
    "🤔 maybe perhaps possibly tentative tentatively undecided pending unconfirmed unsure unknown "
    "tbd tbc tba interested invited notyet notsure notdecided noreply noresponse noanswer "
    "probably ifpossible 未定 未回答 未確認 未確定 保留 検討 調整中 たぶん 多分 おそらく かも "
    "未承認 承認待ち 返信待ち 連絡待ち 確認中 わからない わかりません 未返信 △ ▲ ? ？ vielleicht "
    "weissnoch weissnicht "
    "eventuell unsicher offen ausstehend unbestätigt wahrscheinlich unentschieden peutêtre "
    "enattente àconfirmer incertain indécis probablement quizás quizá talvez talvéz pendiente "
    "porconfirmar nosé forse inattesa daconfermare indeciso probabilmente pendente aconfirmar "
    "nãosei misschien onbekend inafwachting nogniet waarschijnlijk 미정 아마 보류 미확인 미응답 "
    "待审核 審核中 待審核 审核中 待定 可能 也许 也許 不确定 不確定 待确认 待確認 未确认 "
    "不一定 暂定 暫定"
)
"""Parts of answers that are neither yes nor no."""

NO_PARTS = (
    "欠席 不参加 キャンセル 取消 取り消し 取りやめ 取り止め 辞退 退会 参加しな 参加しませ "
    "参加できな 参加できませ 参加できず 参加不可 出席しな 出席しませ 出席できな 出席できませ "
    "出席できず 行けな 行けませ 行かな 行きませ 来られな 来ませ いけませ 出られませ 見送り 返金 "
    "伺えませ いいえ 不可 無断 お休み 休みま 불참 취소 아니 거절 결석 미참 불가 지않 지못 안함 "
    "못감 못가 환불 못합 不参 不克 不參 不出席 不去 不能 不來 不来 缺席 谢绝 婉拒 请假 請假 退票 "
    "退款 审核拒绝 审核未通过 審核未通過 "
    "无法 無法 未参加 拒绝 拒絕 can'tmake couldn'tmake won'tbe cannotattend can'tattend can'tcome "
    "notattending notcoming notgoing noshow no-show cannotcome nexttime 払戻 払い戻 ドタキャン "
    "来れませ 来れな "
    "行かれませ 都合がつか 都合つか 都合が悪 見合わせ 無効 期限切れ 抽選落 選外 못갑 못가 못와 "
    "안가 "
    "안갑 안감 수없 노쇼 "
    "来不了 去不了 不便参 不便參 没空 沒空 放棄 放弃 弃权 退出"
)
"""Parts of answers that say no."""
