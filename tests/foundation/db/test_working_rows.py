"""Rows worked on beside a record."""

import pytest
from django.db import IntegrityError

from nghedan.domain.opinions.models import ListRow, OpinionList
from nghedan.domain.organisations.models import Body
from nghedan.foundation.db import clock
from nghedan.foundation.db.working_rows import replace_rows


def test_rows_take_the_place_of_others_all_or_none(committee: Body) -> None:
    listed = OpinionList(locality=committee.locality, body=committee, received_on=clock.today(), state="staged")
    listed.save()
    replace_rows(listed.rows.all(), [ListRow(list=listed, position=n, verdict="ready") for n in (1, 2, 3)])
    replace_rows(listed.rows.filter(position=2), [ListRow(list=listed, position=2, verdict="skipped")])
    rows = [(1, "ready"), (2, "skipped"), (3, "ready")]
    assert list(listed.rows.values_list("position", "verdict")) == rows
    with pytest.raises(IntegrityError):
        replace_rows(listed.rows.filter(position=1), [ListRow(list=listed, position=3, verdict="ready")])
    assert list(listed.rows.values_list("position", "verdict")) == rows
