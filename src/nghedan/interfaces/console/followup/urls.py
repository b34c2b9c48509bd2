"""Addresses of commitments: the board, one of them, and Monday's page."""

from django.urls import path

from nghedan.interfaces.console.followup import board, deciding, monday, one, working

ALL = "commitments/"
ONE = f"{ALL}<slug:commitment_id>/"
EXTENSION = f"{ONE}extensions/<slug:extension_id>/"

urlpatterns = [
    path(ALL, board.commitments, name="commitments"),
    path(f"{ALL}remind/", board.remind, name="commitments-remind"),
    path(f"{ALL}list.xlsx", board.export, name="commitments-export"),
    path("monday/", monday.brief, name="monday"),
    path("dialogues/<slug:dialogue_id>/commitments/", board.of_dialogue, name="dialogue-commitments"),
    path("dialogues/<slug:dialogue_id>/commitments/urge/", board.urge, name="commitments-urge"),
    path("dialogues/<slug:dialogue_id>/commitments/settlement/", board.settlement, name="settlement-new"),
    path(ONE, one.show, name="commitment"),
    path(f"{ONE}files/<slug:file_id>/", one.file, name="commitment-file"),
    path(f"{ONE}report/", working.report, name="commitment-report"),
    path(f"{ONE}extend/", working.extend, name="commitment-extend"),
    path(f"{ONE}confirm/", working.confirm, name="commitment-confirm"),
    path(f"{ONE}return/", working.give_back, name="commitment-return"),
    path(f"{ONE}close/", working.close, name="commitment-close"),
    path(f"{ONE}waive/", deciding.waive, name="commitment-waive"),
    path(f"{ONE}reopen/", deciding.reopen, name="commitment-reopen"),
    path(f"{EXTENSION}grant/", deciding.grant, name="extension-grant"),
    path(f"{EXTENSION}refuse/", deciding.refuse, name="extension-refuse"),
    path(f"{EXTENSION}withdraw/", working.withdraw, name="extension-withdraw"),
]
