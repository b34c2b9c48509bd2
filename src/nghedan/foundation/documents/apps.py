from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "nghedan.foundation.documents"
    label = "documents"
