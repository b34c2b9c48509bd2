"""Addresses of the minutes and of the lessons."""

from django.urls import path

from nghedan.interfaces.console.minutes import lessons, lines, signing, views

ALL = "dialogues/<slug:dialogue_id>/minutes/"
LINE = f"{ALL}lines/<slug:line_id>/"
LESSONS = "dialogues/<slug:dialogue_id>/lessons/"

urlpatterns = [
    path(ALL, views.minutes, name="dialogue-minutes"),
    path(f"{ALL}begin/", views.begin, name="minutes-begin"),
    path(f"{ALL}correct/", views.correct, name="minutes-correct"),
    path(LINE, lines.line, name="minutes-line"),
    path(f"{LINE}<slug:move>/", lines.move, name="minutes-line-move"),
    path(f"{ALL}read/", signing.read, name="minutes-read"),
    path(f"{ALL}reopen/", signing.reopen, name="minutes-reopen"),
    path(f"{ALL}sign/", signing.sign, name="minutes-sign"),
    path(f"{ALL}lock/", signing.lock, name="minutes-lock"),
    path(LESSONS, lessons.lessons, name="dialogue-lessons"),
    path(f"{LESSONS}carry/", lessons.carry, name="lessons-carry"),
    path(f"{LESSONS}<slug:point_id>/", lessons.one, name="lesson"),
    path(f"{LESSONS}<slug:point_id>/drop/", lessons.drop, name="lesson-drop"),
]
