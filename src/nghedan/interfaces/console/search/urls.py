"""Address of the search page."""

from django.urls import path

from nghedan.interfaces.console.search.views import results

urlpatterns = [path("search/", results, name="search")]
