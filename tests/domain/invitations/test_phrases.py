"""Whom a phrase of a plan names: taken apart where each part names somebody, else left whole."""

import pytest

from nghedan.domain.invitations.rules.phrases import (
    FRONT_LEADER,
    HEAD,
    PARTY_SECRETARY,
    guests_in,
    post_key,
    post_of_each_hamlet,
)


@pytest.mark.parametrize(
    ("phrase", "guests"),
    [
        ("Thường trực Đảng ủy", ["Thường trực Đảng ủy"]),
        ("đại diện Thường trực Đảng ủy.", ["Thường trực Đảng ủy"]),
        ("Thường trực HĐND, UBMTTQ xã", ["Thường trực HĐND xã", "Thường trực UBMTTQ xã"]),
        ("Mời đại diện Thường trực HĐND phường; Chủ tịch UBND phường tham dự hội nghị đối thoại.",
         ["Thường trực HĐND phường", "Chủ tịch UBND phường"]),
        ("TT Đảng ủy, HĐND và các đoàn thể", ["Thường trực Đảng ủy", "Thường trực HĐND", "Các đoàn thể"]),
        ("lãnh đạo Ủy ban MTTQ và các tổ chức chính trị - xã hội phường",
         ["Lãnh đạo Ủy ban MTTQ phường", "Lãnh đạo các tổ chức chính trị - xã hội phường"]),
        ("Đại diện cấp uỷ, chính quyền, các tổ chức chính trị - xã hội thôn",
         ["Cấp uỷ thôn", "Chính quyền thôn", "Các tổ chức chính trị - xã hội thôn"]),
        ("Lãnh đạo thôn: Bí thư Chi bộ, Trưởng thôn.", ["Bí thư Chi bộ", "Trưởng thôn"]),
        ("Bí thư chi bộ, Thôn trưởng các thôn", ["Bí thư chi bộ các thôn", "Thôn trưởng các thôn"]),
        ("Chủ tịch UBND xã, Trưởng xóm các xóm", ["Chủ tịch UBND xã", "Trưởng xóm các xóm"]),
        ("Hội Nông dân, Hội Phụ nữ và Đoàn Thanh niên xã", ["Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"]),
        ("Ban công tác Mặt trận và đại diện Nhân dân 9 thôn (dự kiến 80 đại biểu)",
         ["Ban công tác Mặt trận 9 thôn", "Nhân dân 9 thôn"]),
        ("Phòng Văn hóa và Xã hội, Trạm Y tế", ["Phòng Văn hóa và Xã hội", "Trạm Y tế"]),
        ("Hội viên Hội Nông dân (do Hội mời)", ["Hội viên Hội Nông dân"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_list_of_posts_and_organisations_is_taken_apart(phrase: str, guests: list[str]) -> None:
    assert guests_in(phrase) == guests


@pytest.mark.parametrize(
    "phrase",
    [
        "Lãnh đạo, chuyên viên các cơ quan chuyên môn có nội dung liên quan",
        "Cán bộ, công chức, viên chức xã",
        "Các ban, ngành, đoàn thể xã",
        "Các tổ chức, công dân có kiến nghị, phản ánh",
        "Chủ tịch UBND xã hoặc Phó Chủ tịch UBND xã khi được ủy quyền",
        "Hộ nghèo, cận nghèo, hộ mới thoát nghèo",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Người lớn tuổi, bà con các xóm",
        "Công dân trên địa bàn xã, thôn nơi tổ chức hội nghị",
    ],
)
def test_what_would_leave_a_part_that_names_nobody_stays_whole(phrase: str) -> None:
    assert guests_in(phrase) == [phrase]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Bí thư Chi bộ các thôn", PARTY_SECRETARY), ("Bí thư chi bộ 26 thôn trên địa bàn xã", PARTY_SECRETARY),
        ("Ban công tác Mặt trận các thôn", FRONT_LEADER), ("Trưởng ban công tác Mặt trận", FRONT_LEADER),
        ("Trưởng thôn", HEAD), ("Thôn trưởng các thôn", HEAD), ("Tổ trưởng tổ dân phố", HEAD),
        ("Bí thư Đảng ủy xã", ""), ("Trưởng các đoàn thể của thôn", ""), ("Bí thư Chi bộ Công an xã", ""),
    ],
)  # fmt: skip
def test_which_post_of_every_hamlet_is_named(text: str, post: str) -> None:
    assert post_of_each_hamlet(text) == post


def test_a_post_is_the_same_however_its_body_is_written() -> None:
    assert post_key("Chủ tịch UBND xã") == post_key("Chủ tịch Ủy Ban nhân dân xã Khuôn Lang") == "chu tich ubnd"
    assert post_key("Phó Chủ tịch UBND xã") != post_key("Chủ tịch UBND xã")
    assert post_key("Lãnh đạo các tổ chức chính trị - xã hội xã") == "lanh dao cac to chuc chinh tri xa hoi"
