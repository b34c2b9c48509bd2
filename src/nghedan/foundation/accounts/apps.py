from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "nghedan.foundation.accounts"
    label = "accounts"
