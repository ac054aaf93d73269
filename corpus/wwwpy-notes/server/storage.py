import sqlite3

from common.note import Note


def load() -> list[Note]:
    return [Note(text) for (text,) in sqlite3.connect("notes.db").execute("select text from notes")]
