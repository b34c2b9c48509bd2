"""Scanned and photographed papers: page by page, each with the QR codes that stand on it. No tables, no storage."""
