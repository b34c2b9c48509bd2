from django.apps import AppConfig

from nghedan.foundation.db.shipping import load_after_migrate


class MattersConfig(AppConfig):
    name = "nghedan.domain.matters"
    label = "matters"

    def ready(self) -> None:
        load_after_migrate(
            self, model="deadlines.DeadlineRuleVersion", loader="nghedan.domain.matters.petition_limits.ship"
        )
