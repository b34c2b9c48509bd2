"""Deeds on guests and on the seats allotted to hamlets and organisations."""
