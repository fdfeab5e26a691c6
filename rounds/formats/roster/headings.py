"""Finds what the headings of a roster mean, however they are written.

A heading is compared by its folded letters, without signs. First the whole heading is looked
up, then the heading without what stands in brackets, then its parts; what is left is
searched for telling words, since the headings of an online form are whole questions.
"""

from __future__ import annotations

import re

from rounds.text.fold import fold, fold_letters

_SAME = {
    "name": "name fullname yourname participant participantname attendee attendeename guest "
    "guestname person member membername displayname contactname who 氏名 名前 お名前 ご氏名 "
    "御氏名 参加者 参加者名 参加者氏名 担当者 担当者名 ご担当者名 表示名 フルネーム",
    "given": "firstname givenname forename first given 名 下の名前 名前名",
    "family": "lastname surname familyname last family 姓 苗字 名字 名前姓 氏",
    "kana": "kana namekana reading furigana pronunciation フリガナ ふりがな カナ かな よみ "
    "よみがな ヨミガナ ヨミ 読み 読み仮名 読みがな 読みかな カナ氏名 氏名カナ 氏名かな "
    "氏名フリガナ 氏名ふりがな 名前カナ 名前かな 名前フリガナ 名前ふりがな お名前カナ "
    "お名前かな お名前フリガナ お名前ふりがな 参加者フリガナ 参加者ふりがな",
    "given_kana": "名カナ 名かな メイ めい 名フリガナ 名ふりがな",
    "family_kana": "姓カナ 姓かな セイ せい 姓フリガナ 姓ふりがな",
    "company": "company companyname organisation organization organisationname organizationname "
    "org employer business businessname firm affiliation workplace 会社 会社名 貴社名 御社名 "
    "所属 ご所属 所属先 所属企業 企業 企業名 法人名 屋号 団体 団体名 組織 組織名 勤務先 "
    "お勤め先 店名 事務所",
    "industry": "industry sector trade field branch profession occupation lineofbusiness "
    "category 業種 業界 職種 分野 事業内容 ご職業 職業 仕事 お仕事 専門 専門分野 カテゴリ "
    "カテゴリー 業態",
    "purpose": "purpose goal goals aim reason whyimhere whyiamhere whyareyouhere "
    "reasonforcoming 目的 参加目的 参加の目的 ご参加の目的 今日の目的 本日の目的 参加動機 "
    "参加理由 動機",
    "offers": "offers offer offering canoffer icanoffer whaticanoffer canhelpwith give gives "
    "提供 提供できること できること 私にできること 自分にできること 貢献できること 得意なこと "
    "強み 商品 サービス 商品サービス",
    "seeks": "seeks seek seeking lookingfor wants want needs need wantstomeet 求める 求めること "
    "求める人 求めている人 探している人 会いたい人 出会いたい人 紹介してほしい人 "
    "紹介してほしい方 お会いしたい方 求める相手 ニーズ ほしいもの",
    "pitch": "pitch introduction intro selfintroduction bio about aboutme aboutyou profile "
    "自己紹介 自己pr pr 一分自己紹介 1分自己紹介 紹介文 プロフィール ひとこと 一言",
    "contact": "contact email emailaddress mail mailaddress phone phonenumber telephone tel "
    "mobile 連絡先 メール メールアドレス eメール 電話 電話番号 携帯 携帯電話",
    "side": "side 側 サイド",
    "role": "role group 役割 立場 グループ 区分",
    "avoid": "avoid avoids keepapart notwith 避けたい人 避ける 組みたくない人 同席不可 ng",
    "wishes": "wishes wish wouldliketomeet hopestomeet wantstomeetperson 希望 話したい人 "
    "話したい方 希望する相手 希望相手",
    "table": "table tablenumber seat pinnedtable テーブル テーブル番号 卓 卓番号 席 座席",
    "from_round": "fromround arrivesinround 開始ラウンド 参加開始ラウンド",
    "until_round": "untilround leavesafterround 終了ラウンド 参加終了ラウンド",
    "coming": "attendance attending rsvp rsvpstatus coming 出欠 ご出欠 出欠席 出席 ご出席 参加 "
    "ご参加 出欠確認 出欠状況 参加可否 参加不参加 参加欠席 出席欠席",
    "staff": "staff helper isstaff スタッフ 運営 係",
    "id": "id roundsid",
}

_TELLING = (
    ("kana", ("フリガナ", "ふりがな", "furigana")),
    ("company", ("会社", "勤務先", "所属", "屋号", "company", "organisation", "organization")),
    ("industry", ("業種", "業界", "industry", "lineofbusiness")),
    ("purpose", ("目的", "purpose", "whyareyou", "whyyou", "bringsyou")),
    ("seeks", ("探して", "求め", "会いたい", "紹介してほしい", "lookingfor", "wanttomeet")),
    ("offers", ("提供", "できること", "canyouoffer", "youoffer", "canoffer")),
    ("pitch", ("自己紹介", "introduceyourself", "aboutyourself")),
    ("contact", ("メールアドレス", "電話番号", "連絡先", "emailaddress", "phonenumber")),
    ("name", ("氏名", "お名前", "フルネーム", "fullname", "yourname")),
    ("coming", ("出欠", "rsvp", "willyouattend", "areyouattending")),
)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|<[^>]*>|〈[^〉]*〉")
_BETWEEN = re.compile(r"[/・|,、&+]|\bor\b|\band\b")


def meaning(heading: str) -> str | None:
    """Return the field that a heading names by a known word, else None."""
    heading = fold_letters(heading)
    bare = _BRACKETS.sub(" ", heading)
    for text in (heading, bare, *_BETWEEN.split(bare)):
        if found := _BY_WORD.get(_letters(text)):
            return found
    return None


def guess(heading: str) -> str | None:
    """Return the field that a question asks for, else None."""
    text = _letters(heading)
    for field, words in _TELLING:
        if any(_letters(word) in text for word in words):
            return field
    return None


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum() or c == "ー")


_BY_WORD = {_letters(word): field for field, words in _SAME.items() for word in words.split()}
