"""Addresses of the staff pages: one area after the other, each under the locality."""

from django.urls import URLPattern, URLResolver, include, path

from nghedan.interfaces.console import instructions, papers

app_name = "console"

urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:locality>/papers/<slug:code>/<slug:public_id>/", papers.preview, name="paper"),
    path("<slug:locality>/papers/<slug:code>/<slug:public_id>.<slug:ending>", papers.download, name="paper-file"),
    path("<slug:locality>/instructions/<slug:instruction_id>/photo/", instructions.photo, name="instruction-photo"),
    path("<slug:locality>/", include("nghedan.interfaces.console.today.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.hamlet.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.search.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.year.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.plans.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.dialogues.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.guests.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.ledger.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.slips.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.classify.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.restricted.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.matters.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.work.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.documents.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.conclusions.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.followup.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.notices.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.programme.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.minutes.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.intake.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.letters.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.reports.urls")),
    path("<slug:locality>/", include("nghedan.interfaces.console.settings.urls")),
]
