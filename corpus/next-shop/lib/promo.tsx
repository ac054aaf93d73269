// Case (v): the page uses the function; the component, and the client module behind it, are dead.
import { PromoBanner } from '@/components/promo-banner';

export function promoIsOn(): boolean {
  return true;
}

export function PromoBlock() {
  return <PromoBanner />;
}
