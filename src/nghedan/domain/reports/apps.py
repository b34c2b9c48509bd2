from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "nghedan.domain.reports"
    label = "reports"
