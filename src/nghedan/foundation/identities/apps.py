from django.apps import AppConfig


class IdentitiesConfig(AppConfig):
    name = "nghedan.foundation.identities"
    label = "identities"
