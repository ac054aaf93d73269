from button import LikeButton
from likes import likes_of


async def page() -> LikeButton:
    return LikeButton("hello", await likes_of("hello"))


if __name__ == "__main__":
    page()
