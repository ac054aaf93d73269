// Case (a): AddToCart and PriceTag come from a barrel; Carousel is in the barrel too, and nobody takes it.
// Case (u): a route group, and a private folder beside the page.
import { AddToCart, PriceTag } from '@/components';
import { products } from '@/lib/data';
import { byName } from './_lib/order';

export default function CatalogPage() {
  return (
    <ul>
      {byName(products).map((product) => (
        <li key={product.id}>
          {product.name} <PriceTag cents={product.cents} /> <AddToCart productId={product.id} />
        </li>
      ))}
    </ul>
  );
}
