"""use client"""

from likes import like


class LikeButton:
    def __init__(self, post: str, likes: int) -> None:
        self.post = post
        self.likes = likes

    async def on_click(self) -> None:
        self.likes = await like(self.post)
