'use server';

const likes = new Map<string, number>();

export async function likePost(postId: string): Promise<number> {
  return change(postId, 1);
}

export async function unlikePost(postId: string): Promise<number> {
  return change(postId, -1);
}

export async function countLikes(postId: string): Promise<number> {
  return likes.get(postId) ?? 0;
}

export async function deletePost(postId: string): Promise<void> {
  likes.delete(postId);
}

function change(postId: string, by: 1 | -1): number {
  const count = Math.max(0, (likes.get(postId) ?? 0) + by);
  likes.set(postId, count);
  return count;
}
