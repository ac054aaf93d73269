from wwwpy.remote import dom
import tkinter

from common.note import Note
from server import rpc


async def entry_point() -> None:
    for note in await rpc.notes():
        show(note)


def show(note: Note) -> None:
    dom.print(note.text)
