from common.note import Note
from server.storage import load


async def notes() -> list[Note]:
    return load()


async def erase(number: int) -> None:
    load().pop(number)
