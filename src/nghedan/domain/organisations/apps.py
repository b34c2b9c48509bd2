from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "nghedan.domain.organisations"
    label = "organisations"
