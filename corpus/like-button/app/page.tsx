import { countLikes } from '../backend/likes';
import { LikeButton } from '../components/like-button';

export default async function Page() {
  const postId = 'hello-world';

  return (
    <article>
      <h1>Hello, world</h1>
      <LikeButton postId={postId} initialCount={await countLikes(postId)} />
    </article>
  );
}
