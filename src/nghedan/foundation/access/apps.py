from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "nghedan.foundation.access"
    label = "access"
