"""The full-text index: an FTS5 table kept in step by triggers, or a column of words with a GIN index.

The words are cut by us, so both databases take them as they are: the tokenizer "ascii" parts at spaces and leaves every
letter beyond ASCII alone; an array of words needs no parser at all.
"""

import sqlite3

from django.db import migrations

SQLITE = (
    "CREATE VIRTUAL TABLE search_words USING fts5"
    "(words, content='search_searchentry', content_rowid='id', tokenize='ascii', detail='none')",
    "CREATE TRIGGER search_words_insert AFTER INSERT ON search_searchentry BEGIN"
    " INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER search_words_delete AFTER DELETE ON search_searchentry BEGIN"
    " INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER search_words_update AFTER UPDATE ON search_searchentry BEGIN"
    " INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);"
    " INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END",
)
SQLITE_LEAVE_NO_TRACE = "INSERT INTO search_words(search_words, rank) VALUES ('secure-delete', 1)"  # from 3.42 on
SQLITE_BACK = (
    "DROP TRIGGER search_words_update",
    "DROP TRIGGER search_words_delete",
    "DROP TRIGGER search_words_insert",
    "DROP TABLE search_words",
)
POSTGRESQL = (
    "ALTER TABLE search_searchentry ADD COLUMN vector tsvector"
    " GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED",
    "CREATE INDEX search_words ON search_searchentry USING gin (vector) WITH (fastupdate = off)",
)
POSTGRESQL_BACK = ("DROP INDEX search_words", "ALTER TABLE search_searchentry DROP COLUMN vector")


def build(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = POSTGRESQL
    else:
        statements = SQLITE + ((SQLITE_LEAVE_NO_TRACE,) if sqlite3.sqlite_version_info >= (3, 42) else ())
    for statement in statements:
        schema_editor.execute(statement)


def tear_down(apps, schema_editor):
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(build, tear_down)]
