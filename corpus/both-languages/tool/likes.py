"""use server

What is liked, and by whom.
"""

_LIKES: dict[str, int] = {}


async def like(post: str) -> int:
    _LIKES[post] = _LIKES.get(post, 0) + 1
    return _LIKES[post]


async def likes_of(post: str) -> int:
    return _LIKES.get(post, 0)


async def forget(post: str) -> None:
    _LIKES.pop(post, None)
