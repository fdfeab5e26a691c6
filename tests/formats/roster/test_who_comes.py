"""Who is on a roster and who is not: answers, absence, waiting lists, in fourteen languages."""

from __future__ import annotations

import pytest

from rounds.domain.errors import InputError
from rounds.domain.sentence import plain
from rounds.formats.roster.people.answers import answer
from rounds.formats.roster.reading import RosterReading
from rounds.formats.roster.table import read


def roster(text: str) -> RosterReading:
    return read(text.encode())


def names(found: RosterReading) -> list[object]:
    return [person["name"] for person in found.people]


def left_out(found: RosterReading) -> list[tuple[int, str, str]]:
    return [(each.row, each.name, plain(each.why)) for each in found.left_out]


def doubts(found: RosterReading) -> list[str]:
    return [plain(doubt.said) for doubt in found.doubtful]


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "参加キャンセル",
            "欠席に変更します",
            "都合により欠席いたします",
            "不参加",
            "参加できません",
            "×",
        ),
        *("Not attending", "cancelled", "No, sorry", "I can't make it", "Refunded", "FALSE"),
        *("Nein, leider nicht", "abgesagt", "Absage", "annulé", "Je ne viendrai pas", "Non"),
        *("cancelado", "No asistiré", "non parteciperò", "Annullato", "Não", "geannuleerd"),
        *(
            "afgemeld",
            "Nee",
            "불참",
            "취소",
            "참석하지 않습니다",
            "不参加",
            "已取消",
            "请假",
            "不克出席，取消",
        ),
        *("Nie", "nie przyjdę", "odwołano", "Nieobecna", "Nej", "Deltar inte", "avbokad"),
        *("Kommer tyvärr inte", "Нет", "не приду", "отменено", "Отказ"),
        *("払い戻し済み", "来れません", "期限切れ", "Apologies", "excusé", "entschuldigt"),
        *("Kommt leider nicht", "komt niet", "desistência", "못 갑니다", "来不了", "Expired"),
        *("参加（キャンセル）", "無断キャンセル", "declined", "afwezig", "Rechazado"),
    ],
)
def test_an_answer_that_says_no_keeps_somebody_off_the_roster(cell: str) -> None:
    assert answer(cell) == "no"


@pytest.mark.parametrize(
    "cell",
    [
        *("補欠", "キャンセル待ち", "抽選待ち", "waitlist", "On waiting list", "Warteliste"),
        *(
            "Lista rezerwowa",
            "Väntelista",
            "лист ожидания",
            "Liste d'attente",
            "lista de espera",
            "Lista d’attesa",
            "wachtlijst",
            "대기",
            "候补",
            "候補",
        ),
    ],
)
def test_who_is_on_a_waiting_list_is_not_on_the_roster(cell: str) -> None:
    assert answer(cell) == "waits"


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "maybe",
            "未定",
            "△",
            "pending_approval",
            "Tentative",
            "not sure yet",
            "Awaiting response",
        ),
        *(
            "może",
            "nie wiem",
            "kanske",
            "vet inte",
            "возможно",
            "не знаю",
            "vielleicht",
            "Peut-être",
            "en attente",
            "quizás",
            "forse",
            "talvez",
            "misschien",
            "미정",
        ),
        *(
            "待定",
            "懇親会のみ参加",
            "出席（懇親会は欠席）",
            "出席、二次会は欠席",
            "Yes, not vegetarian",
            "Norway",
        ),
    ],
)
def test_an_answer_that_is_neither_yes_nor_no_is_doubtful(cell: str) -> None:
    assert answer(cell) == "doubtful"


@pytest.mark.parametrize(
    "cell",
    [
        *("Attending", "yes", "Yes, with pleasure", "checked_in", "approved", "出席します", "○"),
        *(
            "はい、参加します",
            "参加（遅れます）",
            "ご出席",
            "Zusage",
            "Ja, gerne",
            "Oui",
            "Sí",
            "sì",
            "Sim",
        ),
        *("komt", "참석합니다", "已报名", "Confirmed", "TRUE"),
        *("Tak", "tak, chętnie", "potwierdzam", "Kommer", "deltar", "Да", "буду", "приду"),
    ],
)
def test_an_answer_that_says_yes_needs_no_remark(cell: str) -> None:
    assert answer(cell) == "yes"


def test_nobody_who_cancelled_or_waits_is_on_the_roster_of_a_ticket_shop() -> None:
    found = roster(
        "表示名,参加ステータス,出欠ステータス\n"
        "森 さくら,参加,\n林 誠,補欠,\n原 京子,参加キャンセル,\n退会ユーザー,参加,\n"
    )

    assert names(found) == ["森 さくら"]
    assert left_out(found) == [
        (3, "林 誠", "on the waiting list: 補欠"),
        (4, "原 京子", "does not come: 参加キャンセル"),
        (5, "退会ユーザー", "a placeholder, nobody's name"),
    ]


def test_doubtful_answers_come_in_and_are_named_for_each_answer() -> None:
    found = roster("Name,RSVP\nAnn Lee,yes\nBen Oak,maybe\nCleo Ray,maybe\nDan Fox,?\nEva Orr,\n")

    assert len(found.people) == 5
    assert doubts(found) == [
        'The answer "maybe" was taken as coming: Ben Oak, Cleo Ray',
        'The answer "?" was taken as coming: Dan Fox',
        "No answer, taken as coming: Eva Orr",
    ]


def test_where_nobody_answered_nobody_is_doubtful() -> None:
    assert doubts(roster("Name,RSVP\nAnn Lee,\nBen Oak,\n")) == []


def test_two_columns_for_presence_and_absence_are_marked_with_circles() -> None:
    found = roster("氏名,出席,欠席\n森 さくら,○,\n林 誠,,○\n原 京子,○,×\n東 真理,○,○\n")

    assert names(found) == ["森 さくら", "原 京子", "東 真理"]
    assert left_out(found) == [(3, "林 誠", "does not come: 欠席: ○")]
    assert doubts(found) == ['The answer "欠席: ○" was taken as coming: 東 真理']


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Cancelled at", "2026-05-01 10:00"),
        ("キャンセル日", "5/1"),
        ("Storniert", "x"),
        ("Annulé", "oui"),
        ("취소", "O"),
        ("已取消", "是"),
    ],
)
def test_a_mark_in_a_column_of_cancellations_keeps_somebody_away(heading: str, cell: str) -> None:
    found = roster(f"Name,{heading}\nAnn Lee,\nBen Oak,{cell}\nCleo Ray,No\n")

    assert names(found) == ["Ann Lee", "Cleo Ray"]


def test_a_payment_only_tells_who_was_given_the_money_back() -> None:
    found = roster("Name,Payment status\nAnn Lee,paid\nBen Oak,refunded\nCleo Ray,open\n")

    assert names(found) == ["Ann Lee", "Cleo Ray"]
    assert doubts(found) == []


def test_a_note_behind_the_name_that_somebody_is_absent_counts() -> None:
    found = roster("氏名,会社名\n森 さくら,A\n林 誠（欠席）,B\n原 京子 ※キャンセル,C\n")

    assert names(found) == ["森 さくら"]
    assert [name for _row, name, _why in left_out(found)] == ["林 誠", "原 京子"]


@pytest.mark.parametrize(
    "row",
    [
        *(
            "合計 2名",
            "小計",
            "計",
            "総計：12名",
            "以上",
            "以上 27名",
            "Total",
            "Total: 27",
            "Subtotal",
        ),
        *("Gesamt", "Summe: 3", "Totale", "Totaal", "합계", "总计", "總計 3", "27名", "12"),
        *(
            "※当日受付あり",
            "【B社の皆さま】",
            "----",
            "*",
            "-",
            "N/A",
            "Info Requested",
            "anonymous",
        ),
        *("匿名", "(退会ユーザー)", "TBD", "未定", "氏名", "Full name"),
    ],
)
def test_a_total_a_remark_or_a_placeholder_is_nobody_and_told(row: str) -> None:
    found = roster(f"氏名,会社名\n森 さくら,A\n{row},\n林 誠,B\n")

    assert names(found) == ["森 さくら", "林 誠"]
    assert [each.row for each in found.left_out] == [3]


@pytest.mark.parametrize(
    "name", ["計 太郎", "Sum Wong", "Somma Rosa", "Nil Sharma", "50 Cent", "林"]
)
def test_a_name_that_resembles_a_total_is_somebody(name: str) -> None:
    assert names(roster(f"Name,Company\n{name},A\nBen Oak,B\n")) == [name, "Ben Oak"]


def test_a_total_in_front_of_the_name_column_is_nobody() -> None:
    found = roster("No,氏名,会社名\n1,森 さくら,A\n合計,2,\n")

    assert names(found) == ["森 さくら"]


def test_a_roster_on_which_nobody_comes_says_who_and_why() -> None:
    with pytest.raises(InputError, match=r"can be taken: 林 誠 \(row 2: does not come: 欠席\)"):
        roster("氏名,出欠\n林 誠,欠席\n")


@pytest.mark.parametrize(
    ("cell", "several"),
    [
        ("Tom, Sally, and Harry", "Tom, Sally, Harry"),
        ("Tom & Sally", "Tom, Sally"),
        ("Tom and Sally Smith", "Tom, Sally Smith"),
        ("Tom Walker, Sally Green", "Tom Walker, Sally Green"),
        ("森 さくら、林 誠", "森 さくら, 林 誠"),
        ("森／林", "森, 林"),
        ("森 健太・林 誠", "森 健太, 林 誠"),
        ("Anna und Ben", "Anna, Ben"),
        ("Ana Petrov y Bo Diaz", "Ana Petrov, Bo Diaz"),
    ],
)
def test_several_people_in_a_row_are_told_and_never_one_person(cell: str, several: str) -> None:
    found = roster(f'Name,Company\n"{cell}",A\nCleo Ray,B\n')

    assert names(found) == ["Cleo Ray"]
    assert left_out(found) == [
        (2, cell, f"several people in one row: write one row for each of {several}")
    ]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "José Ortega y Gasset",
            "ジョン・スミス",
            "John Doe, PhD",
            "Petrov, Ana",
            "de la Cruz, Ana",
        ),
        *("Martin King, Jr.", "青木 恵／Megumi Aoki", "Jean-Luc Picard", "Robert (Bob) Smith"),
    ],
)
def test_a_name_with_a_sign_in_it_is_one_person(name: str) -> None:
    assert names(roster(f'Name,Company\n"{name}",A\nCleo Ray,B\n')) == [name, "Cleo Ray"]


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("Name\nBo Lindqvist +1\n", 1),
        ("氏名\n林 誠 他1名\n", 1),
        ("Name\nBo Lindqvist and guest\n", 1),
        ("Name,Guests\nBo Lindqvist,2\n", 2),
        ("Name,Plus one\nBo Lindqvist,yes\n", 1),
        ("氏名,枚数\n林 誠,3\n", 2),
        ("氏名,同伴者数\n林 誠,1名\n", 1),
        ("Name,Anzahl Tickets\nBo Lindqvist,2\n", 1),
    ],
)
def test_companions_without_a_name_are_told_with_the_row(table: str, count: int) -> None:
    found = roster(table)

    assert names(found) in (["Bo Lindqvist"], ["林 誠"])
    assert found.doubtful[0].row == 2
    assert f"brings {count} more" in doubts(found)[0]


def test_who_comes_alone_brings_nobody() -> None:
    assert doubts(roster("Name,Guests,Quantity\nBo Lindqvist,0,1\nAna Petrov,,\n")) == []


def test_a_companion_with_a_name_is_told_by_that_name() -> None:
    found = roster("Name,Guest name\nBo Lindqvist,Sally Green\nAna Petrov,\n")

    assert names(found) == ["Bo Lindqvist", "Ana Petrov"]
    assert doubts(found) == ["Bo Lindqvist brings Sally Green: write a row for each of them."]


@pytest.mark.parametrize(
    ("table", "coming"),
    [
        ("氏名,5/14参加\n森 さくら,○\n林 誠,×\n", ["森 さくら"]),
        ("氏名,懇親会に参加しますか？\n森 さくら,はい\n林 誠,いいえ\n", ["森 さくら", "林 誠"]),
        ("Name,RSVP,RSVPed on\nAnn Lee,Yes,5/1\nBen Oak,No,5/2\n", ["Ann Lee"]),
        (
            "Name,Attendance,Response\nAnn Lee,Required,Accepted\nBo Oak,Required,Declined\n",
            ["Ann Lee"],
        ),
        ("Name\nAnn Lee - cancelled\nBen Oak (no)\nCleo Ray\n", ["Cleo Ray"]),
    ],
)
def test_only_the_column_that_asks_who_comes_decides(table: str, coming: list[str]) -> None:
    found = roster(table)

    assert names(found) == coming
    assert doubts(found) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Will you join us?",
        "Kom je?",
        "Partecipa",
        "참석 가능하신가요?",
        "能否参加",
        "Serez-vous présent ?",
    ],
)
def test_the_question_who_comes_is_understood_in_many_ways(heading: str) -> None:
    found = roster(f"Name,{heading}\nAnn Lee,1\nBen Oak,0\n")

    assert names(found) == ["Ann Lee"]


@pytest.mark.parametrize("heading", ["Attended", "初参加", "Newsletter"])
def test_a_question_about_something_else_leaves_nobody_out(heading: str) -> None:
    assert len(roster(f"Name,{heading}\nAnn Lee,Yes\nBen Oak,No\n").people) == 2


def test_a_ticket_that_is_void_is_nobody_s() -> None:
    table = (
        "Ticket Full Name,Void Status\nAnn Lee,No\nBo Oh,not voided\nCy Day,Yes\nDi Roe,Voided\n"
    )

    assert names(roster(table)) == ["Ann Lee", "Bo Oh"]


def test_who_got_the_money_back_in_a_brazilian_shop_does_not_come() -> None:
    table = (
        "Nome,Sobrenome,Estado de pagamento\n"
        "Bia,Souza,Aprovado\nRui,Lima,Cancelado\nLia,Reis,Reembolsado\n"
    )

    assert names(roster(table)) == ["Bia Souza"]


def test_a_column_of_amounts_holds_no_answers() -> None:
    assert doubts(roster("Name,Amount\nAnn Lee,0\nBo Oh,0\n")) == []


def test_answers_in_a_column_that_is_not_understood_are_told() -> None:
    found = roster("Name,Zonk,Shoe size\nAnn Lee,yes,38\nBen Oak,no,40\n")

    assert names(found) == ["Ann Lee", "Ben Oak"]
    assert doubts(found) == [
        "There are answers such as no in columns that are not used: Zonk. If one of them asks who "
        "comes, call it Attendance."
    ]


@pytest.mark.parametrize("row", ["Table 1", "3卓", "A班", "グループ2"])
def test_the_name_of_a_table_above_its_people_is_nobody(row: str) -> None:
    assert names(roster(f"Name,Company\n{row},\nAnn Lee,A\nBen Oak,B\n")) == ["Ann Lee", "Ben Oak"]


def test_a_name_that_was_struck_through_does_not_come() -> None:
    assert names(roster("Ann Lee\n~~Ben Oak~~\nCleo Ray\n")) == ["Ann Lee", "Cleo Ray"]


@pytest.mark.parametrize(
    "line",
    [
        *("Total : 3 inscrits", "3 inscrits", "Gesamt: 27 Anmeldungen", "Totale iscritti: 12"),
        *("Total de asistentes: 12", "27 Teilnehmer", "Total inscritos = 12", "Totaal 12 gasten"),
        *("現在 12名", "12名（7/1現在）", "参加者 12名", "締切 5/10", "合计：12人", "총 12명"),
    ],
)
def test_a_line_that_says_how_many_there_are_is_nobody(line: str) -> None:
    found = roster(f"Name\nAnn Lee\nBen Oak\n{line}\n")

    assert names(found) == ["Ann Lee", "Ben Oak"]
    assert left_out(found) == [(4, line, "a total, nobody's name")]


@pytest.mark.parametrize("name", ["Suma Total", "Stan Gesamt", "計 太郎", "Ann Lee 2"])
def test_a_name_of_words_that_count_is_a_name_as_long_as_it_counts_nothing(name: str) -> None:
    assert names(roster(f"Name\n{name}\nBen Oak\n")) == [name, "Ben Oak"]


@pytest.mark.parametrize(
    ("cell", "more"),
    [
        *(("Ann Lee and wife", 1), ("Ann Lee with 2 colleagues", 2), ("Ann Lee & guest", 1)),
        *(("Ana Silva e marido", 1), ("Luis Pérez y señora", 1), ("Eva Lang und Begleitung", 1)),
        *(("Jan Smit + partner", 1), ("Marie Roy et son mari", 1), ("Hans Meier mit Frau", 1)),
        *(("鈴木 一郎 夫婦", 1), ("山田 誠 ご夫妻", 1), ("高橋 誠 同伴者2名", 2)),
    ],
)
def test_who_comes_along_is_told_and_is_no_part_of_the_name(cell: str, more: int) -> None:
    found = roster(f"Name\n{cell}\nBen Oak\n")

    assert len(names(found)) == 2
    (name,) = set(names(found)) - {"Ben Oak"}
    assert cell.startswith(str(name))
    (told,) = doubts(found)
    assert told.startswith(f"{name} brings {more} more ")


@pytest.mark.parametrize(
    "cell", ["Guest of Ann Lee", "Begleitung von Ann Lee", "森 さくらの同伴者"]
)
def test_a_companion_without_a_name_is_nobody(cell: str) -> None:
    found = roster(f"Name\nAnn Lee\nBen Oak\n{cell}\n")

    assert names(found) == ["Ann Lee", "Ben Oak"]
    assert left_out(found) == [(4, cell, "somebody's companion without a name")]


def test_what_stands_behind_a_dash_is_no_part_of_the_name() -> None:
    found = roster("Ann Lee - Northwind\nBen Oak – can't make it\nTBC - Acme\nEve Roy\n")

    assert names(found) == ["Ann Lee", "Eve Roy"]
    assert found.people[0]["remark"] == "Northwind"
    assert left_out(found) == [
        (2, "Ben Oak", "does not come: can't make it"),
        (3, "TBC - Acme", "a placeholder, nobody's name"),
    ]


@pytest.mark.parametrize(
    ("cell", "name", "company"),
    [
        ("Ed Low: Midtown", "Ed Low", "Midtown"),
        ("石井 武：石井商店", "石井 武", "石井商店"),
    ],
)
def test_a_company_behind_a_colon_is_no_part_of_the_name(
    cell: str, name: str, company: str
) -> None:
    found = roster(f"Name\nAnn Lee\n{cell}\nEve Roy\n")

    assert names(found) == ["Ann Lee", name, "Eve Roy"]
    assert found.people[1]["remark"] == company
    assert doubts(found) == [f"{name}: what followed the name ({company}) is kept as a remark."]


@pytest.mark.parametrize(
    ("cell", "name", "company"),
    [
        ("石井 武／石井商店", "石井 武", "石井商店"),
        ("石井 武/株式会社あおぞら", "石井 武", "株式会社あおぞら"),
        ("Ed Low / Midtown Ltd", "Ed Low", "Midtown Ltd"),
        ("Ed Low / Northwind", "Ed Low", "Northwind"),
        ("Ed Low/3M", "Ed Low", "3M"),
    ],
)
def test_a_company_behind_a_slash_is_the_company(cell: str, name: str, company: str) -> None:
    found = roster(f"Name\nAnn Lee\n{cell}\nEve Roy\n")

    assert found.people[1] == {"name": name, "company": company}
    assert doubts(found) == [f"{name}: {company}, behind the name, was taken as the company."]


def test_beside_a_column_of_companies_one_behind_a_slash_is_a_remark() -> None:
    found = roster("Name,Company\nEd Low / Northwind,Acme\n")

    assert found.people == ({"name": "Ed Low", "company": "Acme", "remark": "Northwind"},)


def test_a_list_that_has_companies_behind_its_slashes_may_have_longer_ones() -> None:
    lines = "Ann Lee / Northwind\nEd Low / Blue Harbor\nEve Roy / Acme\nBo Oak / Jo Oak\nCy Ray\n"
    found = roster(lines)

    assert [person.get("company") for person in found.people] == [
        *("Northwind", "Blue Harbor", "Acme"),
        None,
    ]
    assert [name for _row, name, _why in left_out(found)] == ["Bo Oak / Jo Oak"]


@pytest.mark.parametrize("cell", ["Tom / Sally", "Ann Lee / Bob Lee", "Ann Lee / Ben Oak"])
def test_a_couple_beside_a_slash_is_never_one_person(cell: str) -> None:
    assert names(roster(f"Name\nCleo Ray\n{cell}\nEve Roy\n")) == ["Cleo Ray", "Eve Roy"]


@pytest.mark.parametrize("behind", ["CEO", "PhD", "maybe", "cancelled"])
def test_a_title_or_an_answer_behind_a_slash_is_no_company(behind: str) -> None:
    found = roster(f"Name\nCleo Ray\nAnn Lee / {behind}\nEve Roy\n")

    assert not any("company" in person for person in found.people)


@pytest.mark.parametrize("cell", ["Dr: Ed Low", "AC: Midtown", "Table 3: Ed Low"])
def test_a_colon_behind_what_is_no_full_name_parts_nothing(cell: str) -> None:
    assert names(roster(f"Name\nAnn Lee\n{cell}\nEve Roy\n"))[1] == cell


@pytest.mark.parametrize("cell", ["林 誠／森 さくら", "Ann Lee / Ben Oak"])
def test_two_people_beside_a_slash_are_still_two(cell: str) -> None:
    assert names(roster(f"Name\nCleo Ray\n{cell}\nEve Roy\n")) == ["Cleo Ray", "Eve Roy"]


@pytest.mark.parametrize("name", ["株式会社あおぞら", "Acme Ltd"])
def test_a_company_among_the_names_is_pointed_out(name: str) -> None:
    found = roster(f"Name\nAnn Lee\n{name}\n")

    assert doubts(found) == [f"{name} looks like a company, not a person."]


def test_the_answer_to_i_will_attend_decides() -> None:
    found = roster(
        'Your name,Where do you work?,I will attend\nAnn,Acme,Yes\nBen,Oak,"No, sorry"\n'
    )

    assert found.people == ({"name": "Ann", "company": "Acme"},)


def test_a_list_from_a_chat_is_read_as_people_do() -> None:
    found = roster(
        "Mixer Thursday 14 May\n1. Ann Lee\n2. Ben Oak ❌\n3. Dan Osei ✅\n4. ~Eve Roy~\n"
        "Total so far: 4\n"
    )

    assert names(found) == ["Ann Lee", "Dan Osei"]
    assert [each.row for each in found.left_out] == [1, 3, 5, 6]


@pytest.mark.parametrize(("cell", "comes"), [("上田 進 遅れます", True), ("上田 進 欠席", False)])
def test_what_was_said_behind_a_name_is_no_part_of_it(cell: str, comes: bool) -> None:
    found = roster(f"{cell}\n森 さくら\n")

    assert names(found) == (["上田 進", "森 さくら"] if comes else ["森 さくら"])


def test_a_registration_that_was_refused_is_not_taken() -> None:
    found = roster("姓名,审核状态\n王伟,审核通过\n李娜,审核拒绝\n赵敏等3人,待审核\n")

    assert names(found) == ["王伟", "赵敏"]
    assert [each.name for each in found.left_out] == ["李娜"]
    assert "赵敏 brings 2 more people without a name: write a row for each of them." in doubts(
        found
    )


@pytest.mark.parametrize(
    "text",
    [
        "Wie heißt du?,Wo arbeitest du?,Kommst du?\nAnn,Acme,Ja\nBen,Oak,Leider nein\n",
        "Come ti chiami?,Per chi lavori?,Ci sarai?\nAnn,Acme,Sì\nBen,Oak,No\n",
        "What is your name?,Where do you work?,Are you coming?\nAnn,Acme,Yes\nBen,Oak,No\n",
    ],
)
def test_a_form_that_asks_in_the_familiar_way_is_understood(text: str) -> None:
    assert roster(text).people == ({"name": "Ann", "company": "Acme"},)
