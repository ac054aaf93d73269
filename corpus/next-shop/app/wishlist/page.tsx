// Case (b): a server page takes one of the three actions of a module.
import { addWish } from '@/actions/wishlist';

export default function WishlistPage() {
  return (
    <form action={addWish}>
      <input name="product" />
      <button>Wish</button>
    </form>
  );
}
