from django.apps import AppConfig

from nghedan.foundation.db.shipping import load_after_migrate


class CalendarsConfig(AppConfig):
    name = "nghedan.foundation.calendars"
    label = "calendars"

    def ready(self) -> None:
        load_after_migrate(
            self, model="calendars.DayOff", loader="nghedan.foundation.calendars.national.load_national_days"
        )
