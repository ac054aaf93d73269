// Case (q): the client binds the first argument.
'use client';

import { deleteReview } from '@/actions/reviews';

export function ReviewList({ ids }: { ids: string[] }) {
  return ids.map((id) => (
    <form key={id} action={deleteReview.bind(null, id)}>
      <button>Delete {id}</button>
    </form>
  ));
}
