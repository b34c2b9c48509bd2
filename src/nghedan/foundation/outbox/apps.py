from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "nghedan.foundation.outbox"
    label = "outbox"
