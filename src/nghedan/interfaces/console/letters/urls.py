"""Addresses of answers in writing, referrals, verdicts and closing."""

from django.urls import path

from nghedan.interfaces.console.letters.views import closing, referrals, telling, verdicts, writing

DIALOGUE = "dialogues/<slug:dialogue_id>/"
MATTER = "matters/<slug:matter_id>/"
VOICE = f"{MATTER}voices/<slug:opinion_id>/"
REFERRAL = "referrals/<slug:referral_id>/"

urlpatterns = [
    path(f"{DIALOGUE}letters/", writing.of_dialogue, name="dialogue-letters"),
    path(f"{DIALOGUE}letters/draft/", writing.draft_all, name="letters-draft"),
    path(f"{DIALOGUE}referrals/", referrals.of_dialogue, name="dialogue-referrals"),
    path(f"{DIALOGUE}referrals/new/", referrals.new, name="referral-new"),
    path(f"{DIALOGUE}closing/", closing.of_dialogue, name="dialogue-closing"),
    path(f"{DIALOGUE}close/", closing.close, name="dialogue-close"),
    path(f"{DIALOGUE}forward/", closing.forward, name="dialogue-forward"),
    path(f"{MATTER}told/", telling.told, name="answer-told"),
    path(f"{MATTER}write/", telling.give, name="matter-give-to-write"),
    path(f"{MATTER}close/", closing.one, name="matter-close"),
    path(f"{VOICE}letter/", telling.letter, name="voice-letter"),
    path(f"{VOICE}delivery/", telling.delivery, name="voice-delivery"),
    path(f"{VOICE}delivery/void/", telling.void, name="voice-delivery-void"),
    path(f"{VOICE}verdict/", verdicts.give, name="voice-verdict"),
    path("referrals/late/", referrals.late, name="referrals-late"),
    path(REFERRAL, referrals.one, name="referral"),
    path(f"{REFERRAL}file/", referrals.file, name="referral-file"),
    path(f"{REFERRAL}<slug:move>/", referrals.move, name="referral-move"),
    path("verdicts/", verdicts.waiting, name="verdicts"),
    path("verdicts/<slug:verdict_id>/look/", verdicts.look, name="verdict-look"),
]
