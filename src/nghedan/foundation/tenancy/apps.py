from django.apps import AppConfig


class TenancyConfig(AppConfig):
    name = "nghedan.foundation.tenancy"
    label = "tenancy"
