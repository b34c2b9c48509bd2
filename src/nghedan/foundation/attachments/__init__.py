"""Files handed in: checked, stored durably outside the web root, served by right."""
