"""Everything that the page says by itself, in the language in force.

The script finds each text by its name here. It fills in the places in braces.
"""

from __future__ import annotations

from rounds.i18n import _

Words = dict[str, str]


def page_words() -> Words:
    """Return every text of the page by the name under which its script looks it up."""
    return {**_everywhere(), **_joining(), **_now(), **_notes(), **_evening(), **_more()}


def name_taken() -> str:
    """Return what to do if one's name is taken: often by the same phone, in another browser."""
    return _(
        "This name has joined already. Was it you? Then go back to the browser in which you "
        "joined, or ask the host to release the name."
    )


def _everywhere() -> Words:
    return {
        "loading": _("One moment, please."),
        "pages": _("Pages"),
        "tab_now": _("Now"),
        "tab_notes": _("Notes"),
        "tab_people": _("People"),
        "tab_evening": _("My evening"),
        "tab_more": _("More"),
        "back": _("Back"),
        "again": _("Try again"),
        "no_script": _("This page needs JavaScript. The evening works without it, too."),
        "no_connection": _("No connection to the host's laptop. Trying again."),
    }


def _joining() -> Words:
    return {
        "welcome": _("Welcome"),
        "enter_code": _("Type the code on the screen"),
        "code": _("Code"),
        "go_on": _("Go on"),
        "wrong_code": _("That is not the code. It has 8 characters and is on the screen."),
        "too_many": _("Too many tries. Please wait a minute, then try again."),
        "choose_name": _("Choose your name"),
        "find_yourself": _("your number or your name"),
        "taken": _("has joined already"),
        "name_taken": name_taken(),
        "nobody_found": _("Nobody found. Please ask the host."),
        "is_it_you": _("Is this you?"),
        "it_is_me": _("Yes, that is me"),
        "not_me": _("No, back to the names"),
        "who_reads": _("Only you and the host can read your notes."),
        "no_cookies": _(
            "You cannot join because this browser refuses cookies. Please allow them for this "
            "page, or open it in another browser."
        ),
        "not_encrypted": _(
            "The connection is not encrypted: do not write anything that must stay secret."
        ),
    }


def _now() -> Words:
    return {
        "round_of": _("Round {n} of {m}"),
        "table": _("Table"),
        "seat": _("Seat"),
        "partner": _("Your partner"),
        "partners": _("Your partners"),
        "begins_in": _("Begins in"),
        "swap_in": _("Swap in"),
        "ends_in": _("Time left"),
        "goes_on_in": _("Goes on in"),
        "message": _("The host says"),
        "spoken_place": _("table {table}, seat {seat}"),
        "next_move": _("Next: round {n} of {m}"),
        "next_break": _("Next: a break"),
        "next_closing": _("Next: the closing"),
        "please_check_in": _("Please check in"),
        "to_notes": _("Write notes"),
        "to_evening": _("Open my evening"),
    }


def _notes() -> Words:
    return {
        "notes": _("Notes"),
        "no_partners": _("You have not sat with anybody yet."),
        "round": _("Round {number}"),
        "written": _("written"),
        "private": _("for you and the host; never on the stage"),
        "their_purpose": _("Purpose"),
        "offers": _("Offers"),
        "seeks": _("Looks for"),
        "purpose": _("Purpose"),
        "purpose_hint": _("why they came tonight"),
        "can_do": _("I can do"),
        "can_do_hint": _("what I can do for them"),
        "text": _("Note"),
        "text_hint": _("anything else you want to remember"),
        "stage": _("interest"),
        "stage_now": _("ready now"),
        "stage_problem": _("has a problem to solve"),
        "stage_someday": _("someday"),
        "stage_not_yet": _("not yet"),
        "reply": _("their offer"),
        "reply_yes": _("accept"),
        "reply_by": _("answer by a date"),
        "reply_no": _("decline"),
        "reply_day": _("answer by"),
        "next_step": _("next step"),
        "next_step_message": _("message"),
        "next_step_network": _("social network"),
        "next_step_mail": _("mail"),
        "next_step_newsletter": _("newsletter (with consent)"),
        "next_step_postcard": _("postcard"),
        "next_step_meeting": _("one-to-one meeting"),
        "next_step_day": _("date of the next step"),
        "talk_again": _("again"),
        "talk_again_yes": _("I would like to talk again"),
        "not_saved": _("Not saved yet"),
        "saved": _("Saved"),
        "kept": _("Not sent yet: kept on this phone"),
        "changed_elsewhere": _("This note was changed elsewhere, perhaps at the laptop:"),
        "empty_note": _("(empty)"),
        "keep_mine": _("Keep mine"),
        "take_other": _("Take the other one"),
        "next_partner": _("Next partner"),
        "by_pattern": _("Add next steps by the pattern"),
        "about_pattern": _(
            "For everybody with an interest and no next step: what the pattern of this evening "
            "proposes. You can change it afterwards."
        ),
        "pattern_done": _("Done. Look at the dates of your next steps."),
    }


def _evening() -> Words:
    return {
        "people": _("Participants"),
        "find_somebody": _("Name, company or word"),
        "nobody": _("Nobody found."),
        "evening": _("My evening"),
        "keep_it": _("Save it now: this page ends when the host closes the laptop."),
        "to_calendar": _("Dates for my calendar"),
        "to_contacts": _("Contacts I may have"),
        "to_print": _("A page to print or save"),
        "due": _("What I will do"),
        "nothing_due": _("No next step has a date yet. Choose them in your notes."),
        "contacts": _("Contacts"),
        "both_again": _("You would both like to talk again"),
        "met": _("People I met"),
        "no_note": _("No note yet"),
    }


def _more() -> Words:
    return {
        "more": _("More"),
        "you_are": _("You are {number} {name}"),
        "to_report": _("Tell the host something in confidence"),
        "report_about": _("About whom?"),
        "report_choose": _("Choose a name"),
        "report_what": _("What happened? Only the host will read it."),
        "report_wish": _("What do you wish?"),
        "report_listen": _("Just listen"),
        "report_keep_apart": _("Keep us apart from now on"),
        "report_act": _("Please do something about it"),
        "report_named": _("With my name, for the host only"),
        "report_needs_name": _(
            "To keep you apart, the host needs your name. Nobody else will see it."
        ),
        "report_send": _("Send to the host"),
        "report_sent": _("The host will read it. Thank you for saying so."),
        "report_failed": _("Not sent. Try again, or talk to the host."),
        "bright": _("Bright page"),
        "language": _("Language"),
        "language_en": "English",
        "language_ja": "日本語",
        "leave": _("Give my name back"),
        "leave_what": _(
            "This phone leaves the evening. What was saved stays, and you can join again."
        ),
        "leave_unsent": _("Some notes are not sent yet. They would be deleted."),
        "leave_yes": _("Yes, give it back"),
    }
