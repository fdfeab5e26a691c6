"""The words that headings of rosters consist of, in fourteen languages.

They are compared by their folded letters, so capitals, accents, blanks and signs do not matter.
"""

from __future__ import annotations

HEADINGS = {
    "name": "name fullname yourname attendee attendeename guest guestname person member "
    "membername participant participantname displayname contactname nameofattendee who "
    "delegate delegatename ticketholder ticketholdername registrant registrantname visitor "
    "氏名 名前 お名前 ご氏名 御氏名 芳名 ご芳名 御芳名 姓名 参加者 参加者名 参加者氏名 "
    "ご参加者 ご参加者名 ご参加者氏名 来場者名 出席者名 会員名 ゲスト名 お客様名 お客さま名 "
    "顧客名 担当者 担当者名 ご担当者名 表示名 フルネーム 代表者 代表者名 代表者氏名 申込者 "
    "申込者名 申込者氏名 お申込者名 ビジター ビジター名 ビジター氏名 メンバー名 会員氏名 受講者 "
    "受講者名 来賓名 来客名 ご出席者 "
    "ご出席者名 ご出席者氏名 参加予定者 参加予定者名 予約者 予約者名 本名 名刺名 おなまえ なまえ "
    "invitee inviteename applicant applicantname clientname founder foundername namefirstlast "
    "firstandlastname firstlastname firstnameandlastname firstnamelastname nameonbadge badgename "
    "teilnehmende teilnehmendeperson nameundvorname namevorname nachnamevorname "
    "familienundvorname prénomnom identité nombresyapellidos apellidosnombre "
    "nomecognome cognomenome iscritto inscrito deelnemers genodigde naamenvoornaam "
    "신청자 신청자명 회원명 방문자 报名人 "
    "teilnehmer teilnehmername teilnehmerin vollername voornaamenachternaam vollständigername "
    "vorundnachname vornameundnachname vorundzuname nom nomcomplet nometprénom nomprénom "
    "prénometnom participants nombre nombrecompleto nombreyapellido nombreyapellidos "
    "apellidosynombre asistente nominativo nome nomecompleto nomeecognome cognomeenome "
    "partecipante nomeesobrenome nomesobrenome nomeeapelido participante naam volledigenaam "
    "voorenachternaam deelnemer deelnemersnaam naamdeelnemer 이름 성명 성함 참가자 참가자명 "
    "참석자 참석자명 姓名 名字 参会人 参会者 参会人员 与会者 嘉宾 嘉宾姓名 來賓 來賓姓名 與會者 "
    "參加者 參加人 出席者 真实姓名 真實姓名 中文姓名 "
    "imięinazwisko nazwiskoiimię imięnazwisko nazwiskoimię pełneimięinazwisko "
    "imięinazwiskouczestnika uczestnik uczestnicy namn fulltnamn förochefternamn "
    "förnamnochefternamn namnochefternamn deltagare deltagarnamn deltagarensnamn имя фио "
    "имяфамилия имяифамилия фамилияимя фамилияиимя фамилияимяотчество полноеимя участник "
    "участники имяучастника фиоучастника",
    "given": "namefirst firstname givenname givennames forename first given 名 下の名前 名前名 "
    "vorname "
    "rufname prénom prénoms nombredepila nombrepropio nomeproprio primonome primeironome "
    "voornaam voornamen roepnaam "
    "imię imiona förnamn tilltalsnamn",
    "family": "namelast lastname surname familyname last family 姓 苗字 名字名 名前姓 氏 nachname "
    "familienname zuname nomdefamille apellido apellidos cognome sobrenome apelido "
    "últimonome achternaam familienaam 성 성씨 姓氏 "
    "nazwisko efternamn фамилия",
    "infix": "tussenvoegsel tussenvoegsels voorvoegsel infix",
    "kana": "kana namekana reading furigana pronunciation フリガナ ふりがな カナ かな よみ "
    "よみがな ヨミガナ ヨミ 読み 読み仮名 読みがな 読みかな カナ氏名 氏名カナ 氏名かな "
    "氏名フリガナ 氏名ふりがな 名前カナ 名前かな 名前フリガナ 名前ふりがな お名前カナ "
    "お名前かな お名前フリガナ お名前ふりがな ご芳名フリガナ ご芳名ふりがな 芳名カナ "
    "参加者フリガナ 参加者ふりがな 参加者名フリガナ 参加者名ふりがな 姓名カナ",
    "given_kana": "名カナ 名かな メイ めい 名フリガナ 名ふりがな",
    "family_kana": "氏カナ 氏フリガナ 氏ふりがな 姓カナ 姓かな セイ せい 姓フリガナ 姓ふりがな",
    "company": "company companyname organisation organization organisationname "
    "organizationname org employer business businessname firm affiliation workplace "
    "会社 会社名 会社名称 事業所名 事業所 店舗名 施設名 学校名 病院名 貴社名 御社名 所属 ご所属 "
    "所属先 所属名 所属企業 企業 企業名 企業名称 "
    "法人名 "
    "法人名称 屋号 団体 団体名 団体名称 組織 組織名 勤務先 勤務先名 お勤め先 店名 事務所 firma "
    "firmenname unternehmen unternehmensname organisationsname arbeitgeber betrieb société "
    "entreprise nomdelentreprise nomdelasociété organisme raisonsociale structure employeur "
    "empresa compañía nombredelaempresa organización entidad razónsocial azienda società ditta "
    "nomeazienda ragionesociale organizzazione ente companhia nomedaempresa organização "
    "instituição bedrijf bedrijfsnaam organisatie werkgever onderneming 회사 회사명 소속 "
    "소속사 기업 기업명 업체 업체명 단체명 직장 상호 公司 公司名称 公司名 单位 单位名称 工作单位 "
    "企业 企业名称 机构 机构名称 所在公司 單位 單位名稱 公司名稱 服務單位 企業名稱 機構 機構名稱 "
    "nazwafirmy przedsiębiorstwo organizacja instytucja pracodawca miejscepracy företag "
    "företagsnamn företagetsnamn bolag arbetsgivare arbetsplats компания названиекомпании "
    "организация названиеорганизации фирма предприятие работодатель местоработы",
    "industry": "industry sector trade field branch profession occupation lineofbusiness "
    "businesstype category 業種 業界 職種 分野 事業内容 ご職業 職業 仕事 お仕事 専門 専門分野 "
    "カテゴリ カテゴリー 業態 branche industrie gewerbe beruf secteur secteurdactivité domaine "
    "métier secteuractivité sectordeactividad actividad industria rubro profesión settore "
    "settoredattività attività professione setor setordeatividade ramo ramodeatividade "
    "indústria atividade profissão sectoren beroep bedrijfstak vakgebied 업종 산업 분야 직종 "
    "직업 行业 所属行业 领域 职业 產業 產業別 行業 領域 職業別 產業類別 "
    "branża zawód dziedzina bransch yrke näringsgren отрасль сфера сферадеятельности "
    "профессия",
    "purpose": "purpose goal goals aim reason whyimhere whyiamhere whyareyouhere "
    "reasonforcoming 目的 参加目的 参加の目的 ご参加の目的 今日の目的 本日の目的 参加動機 "
    "参加理由 動機 zweck ziel ziele teilnahmegrund objectif objectifs motif motivation but "
    "objetivo objetivos motivo propósito scopo obiettivo obiettivi finalidade doel "
    "doelstelling reden 참가목적 참석목적 목적 참가이유 参加目的 参会目的 來訪目的 參加目的 "
    "cel celudziału celuczestnictwa syfte mål цель цельучастия",
    "offers": "offers offer offering canoffer icanoffer whaticanoffer canhelpwith give gives "
    "提供 提供できること できること 私にできること 自分にできること 貢献できること 得意なこと "
    "強み 商品 サービス 商品サービス biete ichbiete angebot joffre joffres offre offres "
    "ofrezco ofrece oferta offro offerta ofereço aanbod ikbied 제공 제공할수있는것 能提供 "
    "可提供 我能提供 提供資源 "
    "oferuję comogęzaoferować erbjuder jagerbjuder предлагаю могупредложить",
    "seeks": "seeks seek seeking lookingfor wants want needs need wantstomeet 求める 求めること "
    "求める人 求めている人 探している人 会いたい人 出会いたい人 紹介してほしい人 "
    "紹介してほしい方 お会いしたい方 求める相手 ニーズ ほしいもの suche ichsuche gesuch "
    "jecherche recherche busco busca cerco cerca procuro gezocht ikzoek 찾는것 필요한것 "
    "需求 寻找 尋找 希望认识 希望認識 "
    "szukam poszukuję söker jagsöker ищу чтоищу когоищу",
    "pitch": "pitch introduction intro selfintroduction bio about aboutme aboutyou profile "
    "自己紹介 自己pr pr 一分自己紹介 1分自己紹介 紹介文 プロフィール ひとこと 一言 "
    "vorstellung übermich présentation presentación presentazione apresentação "
    "voorstelling 자기소개 소개 自我介绍 个人简介 简介 自我介紹 個人簡介 簡介 "
    "osobie ommig осебе",
    "contact": "contact email emailaddress mail mailaddress phone phonenumber telephone tel "
    "mobile mobilenumber cell 連絡先 メール メールアドレス eメール 電話 電話番号 携帯 携帯電話 "
    "携帯番号 adressemail adresseemail courriel adresseélectronique téléphone portable telefon "
    "telefonnummer handy handynummer emailadresse mailadresse correo correoelectrónico "
    "direccióndecorreo teléfono celular móvil indirizzoemail postaelettronica telefono "
    "cellulare endereçodeemail telefone telemóvel emailadres eadres telefoonnummer telefoon "
    "mobiel 이메일 메일 연락처 전화번호 전화 휴대폰 휴대전화 핸드폰 邮箱 电子邮箱 电子邮件 邮件 "
    "电话 手机 "
    "手机号 手机号码 联系方式 联系电话 信箱 電子信箱 電子郵件 電話號碼 手機 手機號碼 聯絡電話 "
    "聯絡方式 "
    "adresemail numertelefonu nrtelefonu komórka kontakt epost epostadress mejl mejladress "
    "mobil mobilnummer почта электроннаяпочта адресэлектроннойпочты телефон номертелефона "
    "мобильный контакт контакты",
    "side": "side 側 サイド seite côté lado lato kant strona sida сторона",
    "role": "role group 役割 立場 グループ 区分 rolle rôle rol ruolo papel groupe grupo gruppo "
    "rola grupa roll grupp роль группа",
    "avoid": "avoid avoids keepapart notwith 避けたい人 避ける 組みたくない人 同席不可 ng "
    "vermeiden nichtmit éviter pasavec evitar evitare vermijden nietmet 피할사람 避开 回避 "
    "unikać undvik избегать",
    "wishes": "wishes wish wouldliketomeet hopestomeet wantstomeetperson 希望 話したい人 "
    "話したい方 希望する相手 希望相手 wunsch wünsche wunschpartner souhaits deseos desideri "
    "desejos wensen",
    "table": "table tablenumber tableno seat pinnedtable テーブル テーブル番号 卓 卓番号 席 座席 "
    "tisch tischnummer mesa tavolo tafel 테이블 桌号 桌號 "
    "stół stolik numerstołu numerstolika bord bordsnummer стол номерстола",
    "from_round": "fromround arrivesinround 開始ラウンド 参加開始ラウンド abrunde",
    "until_round": "untilround leavesafterround 終了ラウンド 参加終了ラウンド bisrunde",
    "coming": "审核状态 審核狀態 报名审核 attendance attending rsvp rsvpstatus coming "
    "attendancestatus attendeestatus étatdubillet statutdubillet 참여상태 참여여부 참여 票券狀態 "
    "status approvalstatus registrationstatus bookingstatus ticketstatus answer response reply "
    "出欠 ご出欠 出欠席 出席 ご出席 参加 ご参加 出欠確認 出欠状況 出欠ステータス 参加可否 "
    "参加不参加 参加欠席 出席欠席 ステータス 状態 状況 参加ステータス 参加状況 申込状況 "
    "申込ステータス 申し込み状況 teilnahme teilnahmestatus anwesenheit zusage anmeldestatus "
    "rückmeldung kommt nimmtteil présence participation statut réponse présent participe "
    "asistencia estado confirmación confirmado asiste asistirá respuesta presenza "
    "partecipazione stato conferma risposta partecipa partecipi presença participação situação "
    "confirmação "
    "comparece estatus deelname aanwezigheid aanwezig aanmeldstatus komt 참석여부 참가여부 참석 "
    "참가 출석 출석여부 상태 신청상태 등록상태 回执 是否参加 是否出席 是否参会 参会状态 出席情况 "
    "报名状态 "
    "报名情况 状态 參加 是否參加 出席狀況 報名狀態 狀態 "
    "obecność udział potwierdzenie odpowiedź statuszgłoszenia närvaro deltagande deltar "
    "kommer svar anmälningsstatus присутствие участие статус подтверждение ответ придёт",
    "absent": "void voidstatus voided absent cancelled canceled cancelledat canceledat "
    "cancellation "
    "cancellationdate "
    "cancelleddate declined declinedat notattending notcoming withdrawn 欠席 ご欠席 不参加 "
    "キャンセル キャンセル日 キャンセル日時 取消 取消日 辞退 abgesagt abgemeldet storniert "
    "storniertam absage annulé annulée absents absente cancelado cancelada ausente annullato "
    "assente disdetto geannuleerd afgemeld afwezig 취소 취소일 불참 결석 취소여부 已取消 缺席 请假 "
    "取消报名 取消時間 不出席 取消報名 "
    "nieobecny nieobecna anulowano odwołano rezygnacja frånvarande avbokad avanmäld "
    "отсутствует отменено отказ",
    "paid": "paymentstatus orderstatus payment お支払い状況 お支払状況 支払状況 支払い状況 "
    "入金状況 決済状況 "
    "決済ステータス 注文ステータス zahlungsstatus bestellstatus statutdupaiement "
    "statutdelacommande estadodelpago estadodelpedido statodelpagamento statodellordine "
    "statusdopagamento estadodepagamento estadodopagamento situaçãodopagamento statusdepagamento "
    "statusdopedido betaalstatus betalingsstatus bestelstatus 결제상태 주문상태 "
    "支付状态 付款状态 订单状态 付款狀態 訂單狀態 "
    "statuspłatności statuszamówienia betalningsstatus статусоплаты статусзаказа",
    "guests": "bringingaguest guests numberofguests additionalguests plusone plusones companions "
    "accompanyingguests extraguests 同伴者 同伴者数 同伴人数 お連れ様 お連れ様人数 ご同伴者 "
    "begleitung begleitpersonen anzahlbegleitpersonen gäste accompagnants invités "
    "nombredinvités acompañantes númerodeacompañantes invitados accompagnatori ospiti "
    "acompanhantes convidados gasten aantalgasten introducés 동반인 동반자 동반인원 동반인수 "
    "携伴人数 随行人数 随行人员 同行人数 同行人數 攜伴人數 攜伴 "
    "osobatowarzysząca osobytowarzyszące liczbagości gäster antalgäster medföljande гости "
    "количествогостей сопровождающие",
    "tickets": "plätze anzahlplätze places nombredeplaces plazas posti lugares plaatsen 席数 "
    "quantity tickets ticketquantity numberoftickets qty ticketcount seats persons "
    "numberofpeople partysize 枚数 チケット枚数 申込枚数 人数 参加人数 申込人数 ご参加人数 anzahl "
    "anzahltickets anzahlpersonen personenanzahl quantité nombredebillets nombredeplaces "
    "nombredepersonnes cantidad númerodeentradas númerodepersonas quantità numerobiglietti "
    "numeropersone quantidade númerodeingressos númerodepessoas aantal aantaltickets "
    "aantalpersonen 수량 매수 인원 인원수 참가인원 数量 张数 票数 參加人數 張數 數量 票數 "
    "liczbabiletów liczbaosób liczbamiejsc antal antalbiljetter antalpersoner antalplatser "
    "количествобилетов количествочеловек количествомест",
    "answered": "timestamp submittedat submissiontime submissiondate starttime completiontime "
    "registrationdate registeredat createdat タイムスタンプ 回答日時 送信日時 申込日時 申込日 "
    "登録日時 更新日時 zeitstempel horodateur horodatage marcatemporal "
    "informazionicronologiche carimbodedatahora tijdstempel 타임스탬프 时间戳 时间戳记 提交时间 "
    "時間戳記 填寫時間 "
    "sygnaturaczasowa dataodpowiedzi datarejestracji datazgłoszenia tidsstämpel "
    "anmälningsdatum отметкавремени датарегистрации",
    "staff": "staff helper isstaff スタッフ 運営 係 obsługa personel funktionär персонал",
    "id": "id roundsid",
    "remark": "title remark remarks note notes comment comments memo message other jobtitle job "
    "title "
    "position department division referredby referral introducedby introducer invitedby "
    "allergy allergies diet dietary dietaryrequirements dietaryrestrictions dietaryneeds food "
    "foodallergies mealpreference wheelchair wheelchairaccess accessibility accessibilityneeds "
    "accessneeds specialneeds specialrequirements specialrequests afterparty dinner "
    "備考 備考欄 ご備考 メモ コメント ご要望 要望 連絡事項 その他 特記事項 役職 役職名 お役職 "
    "ご役職 肩書 肩書き 部署 部署名 所属部署 職位 紹介者 紹介者名 ご紹介者 ご紹介者名 懇親会 "
    "懇親会参加 懇親会出欠 二次会 アレルギー 食物アレルギー アレルギーの有無 食事制限 車椅子 "
    "車いす 車イス 車椅子利用 車椅子の利用 配慮事項 必要な配慮 合理的配慮 質問 ご質問 "
    "bemerkung bemerkungen anmerkung anmerkungen kommentar hinweis hinweise notiz position "
    "funktion abteilung allergien unverträglichkeiten ernährung rollstuhl empfohlenvon "
    "remarque remarques commentaire commentaires fonction poste service allergies régime "
    "régimealimentaire fauteuilroulant recommandépar observaciones comentario comentarios "
    "notas cargo puesto departamento alergias alergia dieta restriccionesalimentarias "
    "silladeruedas recomendadopor osservazioni commento commenti annotazioni nota qualifica "
    "reparto allergie intolleranze sediaarotelle segnalatoda observação observações "
    "comentários função alergias restriçõesalimentares cadeiraderodas indicadopor "
    "opmerking opmerkingen toelichting functie functietitel afdeling allergieën dieetwensen "
    "rolstoel aangedragendoor 비고 메모 기타 요청사항 직함 직책 직위 부서 알레르기 알러지 휠체어 "
    "추천인 소개자 备注 备注说明 留言 职务 职位 部门 过敏 忌口 饮食禁忌 轮椅 推荐人 介绍人 晚宴 "
    "備註 職稱 職務 部門 過敏 飲食 飲食禁忌 輪椅 推薦人 介紹人 "
    "uwagi uwaga komentarz notatki stanowisko dział alergie wózekinwalidzki anmärkning "
    "anmärkningar kommentarer övrigt titel befattning avdelning allergi allergier specialkost "
    "rullstol önskemål примечание примечания комментарий комментарии заметки должность отдел "
    "аллергия аллергии пожелания",
}
"""The headings that mean a field, each without blanks."""

PERSON = (
    "ticketholder ticket attendee participant participante delegate registrant visitor "
    "ご参加者 参加者 来場者 出席者 受講者 teilnehmerin teilnehmers teilnehmer besucher asistente "
    "partecipante deelnemer bezoeker 참가자 참석자 参会者 参会人 与会者 嘉宾 參加者 與會者 來賓 "
    "uczestnika uczestnik deltagarens deltagare участника участник"
)
"""What a heading begins or ends with that tells of the person who comes."""

PAYER = (
    "order buyer purchaser billing payer booker invoice cardholder customer "
    "お申込者 お申し込み者 申し込み者 申込者 申込人 お申込み者 購入者 ご購入者 注文者 支払者 "
    "請求先 予約者 besteller käufer "
    "rechnung rechnungs buchung commande acheteur payeur facturation comprador pedido pagador "
    "facturación acquirente ordine ordinante fatturazione encomenda fatura koper bestelling "
    "factuur 구매자 주문자 신청자 결제자 购买人 购票人 订购人 订单 報名人 訂購人 購買人 訂單 "
    "zamawiającego zamawiający kupujący płatnika płatnik beställarens beställare köpare "
    "betalare заказчика заказчик покупателя покупатель плательщик"
)
"""What tells of the person who ordered or paid, who need not come."""

GUEST = (
    "guest guestname guestsname plusonename companionname ゲスト名 同伴者名 同伴者氏名 お連れ様名"
)
"""Headings that mean the one who comes along, unless no other column holds names."""

QUESTIONS = (
    ("kana", "フリガナ ふりがな furigana"),
    ("remark", "懇親会 二次会 打ち上げ afterparty dinner"),
    ("remark", "アレルギー allerg 車椅子 車いす wheelchair rollstuhl fauteuilroulant dietary 備考"),
    (
        "company",
        "会社 勤務先 所属 屋号 company organisation organization employer 公司 单位 單位 회사 소속 "
        "unternehmen entreprise empresa azienda bedrijf wheredoyouwork perchilavori whoyouworkfor "
        "whodoyouworkfor arbeitestdu arbeitensie travaillez trabaja trabalha lavora werkje",
    ),
    ("industry", "業種 業界 industry lineofbusiness 行业 行業 產業 업종 branche"),
    ("purpose", "目的 purpose whyareyou whyyou bringsyou 목적"),
    ("seeks", "探して 求め 会いたい 紹介してほしい lookingfor wanttomeet"),
    ("offers", "提供 できること canyouoffer youoffer canoffer"),
    ("pitch", "自己紹介 introduceyourself aboutyourself"),
    ("contact", "メールアドレス 電話番号 連絡先 emailaddress phonenumber 이메일 邮箱 信箱"),
    (
        "name",
        "氏名 お名前 フルネーム 芳名 姓名 이름 성함 성명 fullname yourname vollständigername "
        "vorundnachname nomcomplet nometprénom nombrecompleto nombreyapellido nomecompleto "
        "whatisyourname whatsyourname wieheißt wieheißen comentappel tappelles vousappelez "
        "tichiami sichiama tellamas sellama sechama hoeheet "
        "nomeecognome nomeesobrenome volledigenaam ihrname ihrenname votrenom sunombre "
        "tunombre iltuonome seunome jenaam uwnaam",
    ),
    (
        "coming",
        "kommstdu dabei confirmapresen confirmaspresen 참여하 참여가능 "
        "kommensie bistdudabei cisarai verrai viendrastu viendrezvous vienes vendrás "
        "seráspresente estarápresente vaicomparecer benjeerbij iwillattend iwillcome "
        "iplantoattend imcoming imattending icanattend icanmakeit "
        "willyoubethere willyoubejoining ichnehmeteil ichkomme jeparticipe jeviens jeserai "
        "asistiré parteciperò ikkom vouparticipar willyoujoin "
        "joinus canyouattend canyoujoin canyoumake areyoujoining partecipi kunjij "
        "komje 참석가능 "
        "참가가능 참석여부 attendingstatus 出欠 rsvp willyouattend areyouattending willyoucome "
        "areyoucoming canyoucome ご出席 "
        "参加されますか 出席されますか 参加しますか 出席しますか 参加できますか nehmensieteil "
        "nimmstdu viendrezvous "
        "serezvous "
        "asistirá asistirás parteciperai vocêvai kunjekomen komtu 참석하 참가하 是否参加 "
        "是否參加 能否",
    ),
)
"""What a question asks for if it holds one of these words; the first field that fits."""

ASKS_WHO_COMES = r"(?<!初)(?<!前回)(?<!過去の)(?:参加|出席|参加有無|出席有無)$"
"""The end of headings such as "5/14参加" that ask who comes."""

NUMBER = (
    "no nr num number numero numéro nummer número id code nummern 番号 번호 编号 序号 號碼 編號 "
    "序號 number# コード "
    "numer номер"
)
"""What a heading ends with that tells of a number and never of a name."""

SURE = (
    "name fullname 氏名 お名前 名前 参加者名 姓名 芳名 ご芳名 nom nombre nome naam 이름 성명 "
    "namn фио имя"
)
"""Headings of names that no person is called."""
