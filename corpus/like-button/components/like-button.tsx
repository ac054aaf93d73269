'use client';

import { useState, useTransition } from 'react';
import { likePost, unlikePost } from '../backend/likes';

type Props = { postId: string; initialCount: number };

export function LikeButton({ postId, initialCount }: Props) {
  const [count, setCount] = useState(initialCount);
  const [liked, setLiked] = useState(false);
  const [pending, startTransition] = useTransition();

  const toggle = () =>
    startTransition(async () => {
      setCount(liked ? await unlikePost(postId) : await likePost(postId));
      setLiked(!liked);
    });

  return (
    <button disabled={pending} aria-pressed={liked} onClick={toggle}>
      {liked ? '♥' : '♡'} {count}
    </button>
  );
}
