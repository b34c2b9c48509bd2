"""Sounds beside the words, both in the full-text index; the latest entries and a sample by indexes of their own."""

import sqlite3

from django.db import migrations, models

SQLITE_DOWN = (
    "DROP TRIGGER search_words_update",
    "DROP TRIGGER search_words_delete",
    "DROP TRIGGER search_words_insert",
    "DROP TABLE search_words",
)
SQLITE_UP = (
    "CREATE VIRTUAL TABLE search_words USING fts5"
    "({columns}, content='search_searchentry', content_rowid='id', tokenize='ascii', detail='none')",
    "INSERT INTO search_words(search_words) VALUES ('rebuild')",
    "CREATE TRIGGER search_words_insert AFTER INSERT ON search_searchentry BEGIN"
    " INSERT INTO search_words(rowid, {columns}) VALUES (new.id, {new}); END",
    "CREATE TRIGGER search_words_delete AFTER DELETE ON search_searchentry BEGIN"
    " INSERT INTO search_words(search_words, rowid, {columns}) VALUES ('delete', old.id, {old}); END",
    "CREATE TRIGGER search_words_update AFTER UPDATE ON search_searchentry BEGIN"
    " INSERT INTO search_words(search_words, rowid, {columns}) VALUES ('delete', old.id, {old});"
    " INSERT INTO search_words(rowid, {columns}) VALUES (new.id, {new}); END",
)
SQLITE_LEAVE_NO_TRACE = "INSERT INTO search_words(search_words, rank) VALUES ('secure-delete', 1)"  # from 3.42 on
POSTGRESQL_DOWN = ("DROP INDEX search_words", "ALTER TABLE search_searchentry DROP COLUMN vector")
POSTGRESQL_UP = (
    "ALTER TABLE search_searchentry ADD COLUMN vector tsvector"
    " GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array({text}, ' '), ''))) STORED",
    "CREATE INDEX search_words ON search_searchentry USING gin (vector) WITH (fastupdate = off)",
)


def tear_down(apps, schema_editor):
    """SQLite builds a changed table anew and loses its triggers: the index goes first and comes back last."""
    for statement in POSTGRESQL_DOWN if schema_editor.connection.vendor == "postgresql" else SQLITE_DOWN:
        schema_editor.execute(statement)


def build(*columns):
    """Return what builds the index over these columns."""

    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            statements = POSTGRESQL_UP
        else:
            statements = SQLITE_UP + ((SQLITE_LEAVE_NO_TRACE,) if sqlite3.sqlite_version_info >= (3, 42) else ())
        for statement in statements:
            schema_editor.execute(
                statement.format(
                    columns=", ".join(columns),
                    new=", ".join(f"new.{column}" for column in columns),
                    old=", ".join(f"old.{column}" for column in columns),
                    text=" || ' ' || ".join(columns),
                )
            )

    return run


class Migration(migrations.Migration):
    dependencies = [("search", "0002_index")]

    operations = [
        migrations.RunPython(tear_down, build("words")),
        migrations.AddField("searchentry", "sounds", models.TextField(default="")),
        migrations.AddIndex(
            "searchentry", models.Index(fields=["locality", "recency", "id"], name="search_entry_latest")
        ),
        migrations.AddIndex("searchentry", models.Index(fields=["locality", "subject_id"], name="search_entry_sample")),
        migrations.RunPython(build("words", "sounds"), tear_down),
    ]
