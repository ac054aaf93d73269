// Case (a): a barrel.
export { AddToCart } from './add-to-cart';
export { Carousel } from './carousel';
export { PriceTag } from './price-tag';
