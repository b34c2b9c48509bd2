"""Số liệu, báo cáo: figures of a dialogue, the report to the superior, the public result, and the archive.

Reads everything above and writes only what is frozen.
"""
