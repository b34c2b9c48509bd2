"""``nghedan seed``: demonstration data, built through the deeds."""

import argparse
import json
import random
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.cli.demonstration.build import Built, build
from nghedan.interfaces.cli.demonstration.stories import STAGES, STORIES, Story
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Tạo dữ liệu minh họa: các địa phương giả định, kế hoạch ở từng giai đoạn, tài khoản từng vai trò.")

IN_PRODUCTION = _("Đây là nơi đang dùng thật nên không tạo dữ liệu minh họa; nếu vẫn muốn, xin thêm --force.")
HEADING = _("%(name)s (/%(slug)s/)")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the parameters."""
    parser.add_argument("--localities", type=int, default=len(STORIES), help=_("số địa phương"))
    parser.add_argument("--matters", type=int, default=0, help=_("số nội dung của các năm trước tạo thêm"))
    parser.add_argument("--seed", type=int, default=1, help=_("số gieo: cùng số thì cùng dữ liệu, trừ mật khẩu"))
    parser.add_argument("--stage", choices=STAGES, help=_("đưa mọi kế hoạch đến giai đoạn này"))
    parser.add_argument("--manifest", type=Path, help=_("ghi tài khoản, mật khẩu và mã hồ sơ ra tệp JSON"))
    parser.add_argument("--force", action="store_true", help=_("tạo cả ở nơi đang dùng thật"))


def run(options: argparse.Namespace) -> int:
    """Build the localities that are not there yet and print address and accounts of each."""
    if settings.NGHEDAN_PRODUCTION and not options.force:
        raise Refused("seed.production", IN_PRODUCTION)
    there = set(Locality.objects.values_list("slug", flat=True))
    built = [
        build(story, random.Random(f"{options.seed}/{story.slug}"), options.matters)  # noqa: S311 - no secret
        for story in _stories(options.localities, options.stage)
        if story.slug not in there
    ]
    for one in built:
        _tell(one)
    if options.manifest:
        manifest = json.dumps([one.as_manifest() for one in built], ensure_ascii=False, indent=2)
        options.manifest.write_text(manifest + "\n", encoding="utf-8")
    return 0


def _stories(number: int, stage: str | None) -> list[Story]:
    """Return as many stories as asked for; beyond the written ones they come again under numbered names."""
    stories = []
    for position in range(number):
        story, again = STORIES[position % len(STORIES)], position // len(STORIES)
        if again:
            story = replace(story, slug=f"{story.slug}-{again + 1}", name=f"{story.name} {again + 1}")
        stories.append(replace(story, stage=stage) if stage and stage in story.possible_stages else story)
    return stories


def _tell(built: Built) -> None:
    print()
    print(HEADING % {"name": built.locality.full_name, "slug": built.locality.slug})
    for account in built.accounts:
        print(f"  {account['username']:<28} {account['password']:<14} {account['name']} ({account['role']})")
