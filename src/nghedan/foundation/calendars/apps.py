from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "nghedan.foundation.calendars"
    label = "calendars"
