"""Addresses of slips, stacks and sheets."""

from django.urls import path

from nghedan.interfaces.console.slips.views import keying, printing, sheets, stacks

SHEET = "slips/sheets/<slug:sheet_id>/"
STACK = "slips/stacks/<slug:stack_id>/"

urlpatterns = [
    path("slips/", stacks.overview, name="slips"),
    path("slips/print/", printing.choose, name="slips-print"),
    path("slips/print/file.pdf", printing.file, name="slips-file"),
    path("slips/stacks/new/", stacks.hand_in, name="stack-new"),
    path(STACK, stacks.one, name="stack"),
    path(f"{STACK}retry/", stacks.retry, name="stack-retry"),
    path("slips/key/", keying.first, name="sheets-key"),
    path("slips/key/undo/<slug:opinion_id>/", keying.undo, name="opinion-undo"),
    path(SHEET, keying.one, name="sheet"),
    path(f"{SHEET}set-aside/", sheets.set_aside, name="sheet-set-aside"),
    path(f"{SHEET}finish/", sheets.finish, name="sheet-finish"),
    path(f"{SHEET}take-up/", sheets.take_up, name="sheet-take-up"),
    path(f"{SHEET}picture/", sheets.picture, name="sheet-picture"),
]
