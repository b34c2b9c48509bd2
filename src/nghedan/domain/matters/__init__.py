"""Matters (nội dung kiến nghị, phản ánh): what must be answered, who raised it and how often, by which unit,
until when, and the answer prepared before the day."""
