"""Hồ sơ lưu của hội nghị: one ZIP with papers, proofs, tables, journal, checksums and a page of contents.

Nothing about officials or passed on by law, and nobody's name outside office, is in it: a paper that holds names, or
words about an official, is listed with its number and checksum, and kept where it is.
"""
