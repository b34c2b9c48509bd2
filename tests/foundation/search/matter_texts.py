"""Varied matters that never were: the same number gives the same text. Material for measuring, not for reading."""

import random

TOPICS = (
    ("đường", ("Đường bê tông", "Đường đất", "Đường liên thôn", "Con ngõ", "Đoạn đường dốc"),
     ("hỏng nặng, nhiều ổ gà", "lầy lội khi trời mưa", "bị xe tải cày nát", "sạt lở ta luy", "hẹp, xe cứu hoả khó vào"),
     ("sửa chữa trước mùa mưa", "mở rộng mặt đường", "đổ bê tông", "cắm biển hạn chế tải trọng")),
    ("rác", ("Rác thải sinh hoạt", "Bãi rác tạm", "Xe thu gom rác", "Vỏ chai thuốc trừ sâu"),
     ("bốc mùi hôi thối", "ba tuần không ai thu gom", "vứt bừa bãi ra bờ mương", "quá tải, ruồi nhặng nhiều"),
     ("bố trí điểm tập kết", "tăng chuyến thu gom", "xử phạt người vứt bừa", "đóng cửa bãi rác")),
    ("nước", ("Nước sạch", "Trạm bơm", "Đường ống cấp nước", "Nước giếng khoan", "Bể lọc"),
     ("ngừng cấp nhiều tháng", "đục và có mùi lạ", "rò rỉ dọc đường", "nhiễm phèn, nhiễm mặn"),
     ("sửa chữa trạm", "kiểm tra chất lượng nước", "nối ống đến từng hộ", "giảm giá nước")),
    ("điện", ("Điện sinh hoạt", "Cột điện", "Đèn chiếu sáng", "Dây điện", "Trạm biến áp"),
     ("yếu vào giờ cao điểm", "nghiêng, có nguy cơ đổ", "tắt đã lâu", "sà xuống thấp", "hay mất không báo trước"),
     ("thay mới", "nâng công suất", "lắp thêm bóng", "kiểm tra an toàn")),
    ("đất", ("Hồ sơ cấp sổ đỏ", "Ranh giới thửa đất", "Đất công ích", "Giá đền bù", "Đất nghĩa trang"),
     ("nộp lâu chưa có kết quả", "bị lấn chiếm", "chưa được hoà giải", "thấp hơn giá thị trường"),
     ("trả lời bằng văn bản", "đo đạc lại", "thu hồi phần lấn chiếm", "công khai quy hoạch")),
    ("mương", ("Mương tiêu", "Kênh nội đồng", "Cống thoát nước", "Đập dâng", "Hồ thuỷ lợi"),
     ("bồi lấp, ruộng ngập úng", "vỡ bờ", "tắc nghẽn", "thiếu nước tưới vụ hè thu", "rò rỉ thân đập"),
     ("nạo vét", "gia cố bờ", "lắp cửa cống", "lập lịch tưới")),
    ("chăn nuôi", ("Trại lợn", "Trang trại gà", "Lò mổ", "Đàn trâu thả rông", "Dịch tả lợn"),
     ("xả thải ra suối", "gây mùi hôi cả xóm", "phá hoại hoa màu", "chưa được hỗ trợ tiêu huỷ"),
     ("di dời khỏi khu dân cư", "kiểm tra môi trường", "tiêm phòng", "chi trả hỗ trợ")),
    ("trường", ("Trường mầm non", "Trường tiểu học", "Bếp ăn bán trú", "Sân trường", "Điểm trường lẻ"),
     ("thiếu phòng học", "thiếu giáo viên", "ngập khi mưa", "thu nhiều khoản chưa rõ", "tường nứt"),
     ("xây thêm phòng", "bổ sung giáo viên", "công khai các khoản thu", "sửa mái")),
    ("y tế", ("Trạm y tế", "Thẻ bảo hiểm y tế", "Xe cấp cứu", "Phun thuốc diệt muỗi"),
     ("thiếu thuốc", "thiếu bác sĩ trực đêm", "cấp sai tên", "chậm, đã có ca sốt xuất huyết"),
     ("bổ sung thuốc", "bố trí người trực", "cấp lại thẻ", "phun sớm")),
    ("chính sách", ("Trợ cấp người cao tuổi", "Chế độ người có công", "Danh sách hộ nghèo", "Vốn vay chính sách"),
     ("chi trả chậm", "xét chưa công bằng", "thủ tục rườm rà", "bị cắt không rõ lý do"),
     ("rà soát lại", "chi trả qua tài khoản", "giải thích rõ", "niêm yết danh sách")),
    ("an ninh", ("Thanh niên tụ tập đua xe", "Trộm cắp xe máy", "Loa kéo karaoke", "Tín dụng đen", "Chó thả rông"),
     ("vào cuối tuần", "xảy ra nhiều lần", "hát quá khuya", "đe doạ người vay", "đã cắn người"),
     ("tuần tra ban đêm", "xử lý nghiêm", "nhắc nhở chủ hộ", "lắp camera")),
    ("cầu", ("Cầu treo", "Cầu tràn", "Bến đò", "Lan can cầu"),
     ("sụt mố", "mục ván", "không có áo phao", "gãy, trẻ em dễ ngã"),
     ("xây cầu mới", "thay ván", "cắm biển cảnh báo", "dừng khai thác bến")),
    ("văn hoá", ("Nhà văn hoá", "Sân bóng", "Đình làng", "Loa truyền thanh", "Thư viện"),
     ("mái dột", "bị lấn chiếm", "xuống cấp", "hỏng từ lâu", "không mở cửa"),
     ("sửa mái", "trả lại mặt bằng", "tu bổ", "lắp cụm loa mới")),
    ("thủ tục", ("Bộ phận một cửa", "Giấy khai sinh", "Giấy phép xây dựng", "Dịch vụ công trực tuyến", "Căn cước"),
     ("phải đi lại nhiều lần", "trả kết quả trễ hẹn", "cán bộ hướng dẫn chưa rõ", "hệ thống hay lỗi"),
     ("niêm yết thời hạn", "hướng dẫn một lần", "làm cả sáng thứ bảy", "cử người giúp người già")),
    ("chợ", ("Chợ tạm", "Quầy thịt", "Vỉa hè", "Phí chợ", "Nhà lồng chợ"),
     ("họp dưới lòng đường", "không có kiểm dịch", "bị lấn chiếm buôn bán", "thu quá cao", "cháy chưa xây lại"),
     ("di dời vào chợ mới", "kiểm tra vệ sinh", "giải toả", "giảm phí")),
    ("sông", ("Bờ sông", "Tàu hút cát", "Kè chống sạt lở", "Cây đổ ra sông", "Ghe đậu trái phép"),
     ("sạt lở sát nhà dân", "hoạt động ban đêm", "thi công dở dang", "cản trở dòng chảy"),
     ("di dời các hộ", "đình chỉ hút cát", "thi công tiếp", "trục vớt")),
    ("rừng", ("Rừng phòng hộ", "Cháy rừng", "Khoán bảo vệ rừng", "Keo lá tràm"),
     ("bị chặt phá", "hay xảy ra mùa khô", "chưa trả tiền khoán", "bị thương lái ép giá"),
     ("giao rừng cho cộng đồng", "làm đường băng cản lửa", "chi trả", "tìm đầu mối thu mua")),
    ("viễn thông", ("Sóng điện thoại", "Mạng internet", "Dây cáp", "Cột sóng"),
     ("rất yếu", "chập chờn", "chằng chịt trên cột", "dựng sát nhà ở"),
     ("dựng thêm trạm", "kéo cáp quang", "bó gọn", "đo bức xạ")),
)  # fmt: skip
UNITS = ("thôn", "xóm", "ấp", "bản", "khu phố", "tổ dân phố", "làng", "buôn")
FIRST = ("Bãi", "Gò", "Đồng", "Nà", "Phú", "Tân", "Trung", "Bồng", "Huổi", "Cây", "Đồi", "Khe", "Thạnh", "Kim", "Bình", "Hoà")  # noqa: E501
SECOND = ("Cát", "Sành", "Lạc", "Lốc", "Mỹ", "Lập", "Sơn", "Lai", "Cang", "Gạo", "Thông", "Bò", "An", "Đa", "Hạ", "Thượng", "Rẫy", "Vang", "Lũng", "Quế", "Trúc", "Liễu", "Sen", "Me", "Nhân")  # noqa: E501
OPENINGS = ("Đề nghị xã xem xét:", "Bà con phản ánh", "Cử tri kiến nghị:", "Tôi xin hỏi:", "Nhiều hộ dân nêu", "Thưa đồng chí chủ tịch,", "Gia đình tôi báo", "")  # noqa: E501
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Lò", "Giàng", "Hồ", "Đinh")
GIVEN = ("Sự", "Thắm", "Lành", "Quyết", "Én", "Mơ", "Tuất", "Hợi", "Ngân", "Bảy", "Út", "Kiên", "Tình", "Nhàn", "Chiến", "Dậu")  # noqa: E501
ENDS = ("Đã nêu tại hội nghị năm {year} nhưng chưa giải quyết dứt điểm.", "Mong sớm được trả lời.", "Có {count} hộ bị ảnh hưởng.", "Đoạn này dài khoảng {metres} m, gần nhà ông {name}.", "Việc kéo dài từ tháng {month}/{year}.", "Người dân sẵn sàng đóng góp {count} ngày công.", "Bà {name} đại diện nhóm hộ xin gặp lãnh đạo.", "Xã đã có công văn số {count}/UBND nhưng chưa thấy làm.")  # noqa: E501


def matter_text(number: int) -> str:
    """Return the text with this number."""
    chance = random.Random(number)
    pick = chance.choice
    _name, subjects, troubles, wishes = pick(TOPICS)
    place = f"{pick(UNITS)} {pick(FIRST)} {pick(SECOND)}"
    ends = " ".join(chance.sample(ENDS, chance.randint(0, 3)))
    text = f"{pick(OPENINGS)} {pick(subjects)} ở {place} {pick(troubles)}, đề nghị {pick(wishes)}. {ends}".strip()
    return text.format(
        year=chance.randint(2019, 2026),
        count=chance.randint(2, 180),
        metres=10 * chance.randint(2, 90),
        name=f"{pick(FAMILIES)} {pick(('Văn', 'Thị'))} {pick(GIVEN)}",
        month=chance.randint(1, 12),
    )
