"""The product's addresses and the catalogue's, which only development has."""

from django.urls import include, path

from nghedan.config.urls import urlpatterns as product

urlpatterns = [path("_ui/", include("nghedan.foundation.ui.catalogue.urls")), *product]
