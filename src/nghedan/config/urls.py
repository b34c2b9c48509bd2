"""Every address of the product. What names no locality comes first, so that no locality hides it."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("nghedan.interfaces.web.urls")),
    path("account/", include("nghedan.interfaces.web.sign_in.urls")),
    path("first-run/", include("nghedan.interfaces.console.first_run.urls")),
    path("console/", include("nghedan.interfaces.console.urls")),
    path("stage/", include("nghedan.interfaces.stage.urls")),
    path("stage/", include("nghedan.interfaces.stage.guests_page_urls")),
]

if settings.DEBUG:
    urlpatterns.append(path("_ui/", include("nghedan.foundation.ui.catalogue.urls")))

urlpatterns.append(path("", include("nghedan.interfaces.portal.urls")))
