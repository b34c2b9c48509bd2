from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "nghedan.foundation.journal"
    label = "journal"
