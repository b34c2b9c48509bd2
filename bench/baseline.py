"""A bare Django page, the measure of all others. FROZEN: whoever changes it loses every earlier ratio.

Sessions, sign-in, one indexed query of 25 rows out of 10,000, a plain template, as many bytes as asked for; database
settings and, over HTTP, server are those of the product on its embedded database.

    python bench/baseline.py                print its own rate
    python bench/baseline.py answer         for each line `BYTES SECONDS` that comes in, print `WALL CPU`
    python bench/baseline.py serve PORT     serve `/BYTES/`; print the key of a session that is signed in
"""

import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

import django
from django.conf import settings

ROWS, SHOWN = 10_000, 25
BARE_BYTES = 2_784
THREADS = 8
TEMPLATE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><p>{{ user.username }}</p><h1>{{ title }}</h1>
<table>{% for row in rows %}
<tr><td>{{ row.number }}</td><td><a href="/{{ row.pk }}/">{{ row.title }}</a></td>
<td>{{ row.on|date:"j/n/Y" }}</td><td>{{ row.state }}</td></tr>{% endfor %}
</table>
<p>{{ filler|safe }}</p></body></html>
"""

folder = tempfile.TemporaryDirectory(prefix="baseline-")
settings.configure(
    SECRET_KEY="of a page that holds nothing",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": Path(folder.name) / "baseline.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
                "PRAGMA secure_delete=ON; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;",
            },
        }
    },
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.auth.middleware.LoginRequiredMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.cached.Loader",
                        [("django.template.loaders.locmem.Loader", {"page.html": TEMPLATE})],
                    )
                ],
                "context_processors": ["django.contrib.auth.context_processors.auth"],
            },
        }
    ],
)
django.setup()

from a2wsgi import WSGIMiddleware  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402
from rates import rate_of  # noqa: E402


class Row(models.Model):
    number = models.IntegerField()
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=20)
    on = models.DateField()

    class Meta:
        app_label = "baseline"
        indexes = [models.Index(fields=["state", "number"], name="baseline_row_by_number")]

    def __str__(self) -> str:
        return self.title


def page(request: HttpRequest, size: int) -> HttpResponse:
    rows = Row.objects.filter(state="open").order_by("-number")[:SHOWN]
    filler = "x" * (size - BARE_BYTES)
    return render(request, "page.html", {"title": "Danh sách", "rows": rows, "filler": filler})


urlpatterns = [path("<int:size>/", page)]


def signed_in() -> Client:
    """Make tables, rows and a user; return her browser."""
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    Row.objects.bulk_create(
        Row(number=n, title=f"Nội dung số {n}", state="open", on=date(2026, 1, 1) + timedelta(n % 365))
        for n in range(ROWS)
    )
    client = Client()
    client.force_login(User.objects.create_user("an"))
    return client


def answer(client: Client) -> None:
    for line in sys.stdin:
        size, seconds = line.split()
        rate = rate_of(lambda address=f"/{size}/": client.get(address), float(seconds))
        print(*rate, flush=True)


def serve(client: Client, port: int) -> None:
    import uvicorn

    print(client.cookies["sessionid"].value, flush=True)
    connection.close()
    uvicorn.run(
        WSGIMiddleware(get_wsgi_application(), workers=THREADS), port=port, loop="asyncio", http="h11", ws="none",
        lifespan="off", log_config=None, access_log=False, server_header=False,
    )  # fmt: skip


if __name__ == "__main__":
    browser = signed_in()
    match sys.argv[1:]:
        case ["answer"]:
            answer(browser)
        case ["serve", port]:
            serve(browser, int(port))
        case _:
            rate = rate_of(lambda: browser.get(f"/{BARE_BYTES}/"), 3)
            print(f"bare page: {rate.wall:.0f} a second, {rate.cpu:.0f} a second of processor time")
