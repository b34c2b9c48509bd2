"""Mời đại biểu: guests in groups after the plan, seats allotted to hamlets and organisations, and their answers."""
