"""Addresses of classifying."""

from django.urls import path

from nghedan.interfaces.console.classify.views import levels, matters, one, queue

ONE = "classify/<slug:opinion_id>/"
MATTER = "matters/<slug:matter_id>/"

urlpatterns = [
    path("classify/", queue.queue, name="classify"),
    path("classify/earlier/new/", matters.record_past, name="past-matter-new"),
    path(ONE, one.classify, name="opinion-classify"),
    path(f"{ONE}similar/", one.similar_ones, name="opinion-similar"),
    path(f"{ONE}conduct/", levels.conduct, name="opinion-conduct"),
    path(f"{ONE}complaint/", levels.complaint, name="opinion-complaint"),
    path(f"{ONE}restrict/", levels.restrict, name="opinion-restrict"),
    path(f"{MATTER}public-text/", matters.redact, name="matter-redact"),
    path(f"{MATTER}group/", matters.group, name="matter-group"),
]
