"""Addresses of the hamlet's page."""

from django.urls import path

from nghedan.interfaces.console.hamlet import letters, notices, views

urlpatterns = [
    path("hamlet/", views.hamlet_page, name="hamlet"),
    path("hamlet/photos/", views.take_photo, name="hamlet-photos"),
    path("hamlet/opinion/", views.type_opinion, name="hamlet-opinion"),
    path("hamlet/notices/", notices.to_tell, name="hamlet-notices"),
    path("hamlet/progress/", views.progress, name="hamlet-progress"),
    path("hamlet/letters/", letters.letters, name="hamlet-letters"),
    path("hamlet/letters/<slug:matter_id>/<slug:opinion_id>/", letters.delivered, name="hamlet-delivered"),
    path("hamlet/letters/<slug:matter_id>/<slug:opinion_id>/say/", letters.say, name="hamlet-say"),
]
