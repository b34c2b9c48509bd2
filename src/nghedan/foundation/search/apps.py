from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "nghedan.foundation.search"
    label = "search"
