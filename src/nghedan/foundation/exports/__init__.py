"""Lists handed out as XLSX and CSV. Pure functions: what is written and who may have it is decided elsewhere."""
