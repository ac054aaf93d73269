// Case (m): the server side of the shared helper.
import { reloadInventory } from '@/lib/cart-math';

export default async function InventoryPage() {
  return <p>{await reloadInventory()} changes</p>;
}
