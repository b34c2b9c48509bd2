from django.apps import AppConfig


class BudgetsConfig(AppConfig):
    name = "nghedan.foundation.budgets"
    label = "budgets"
