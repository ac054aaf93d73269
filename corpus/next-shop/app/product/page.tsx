// Case (v): dead code in modules that are alive.
import { Rating } from '@/components/rating';
import { promoIsOn } from '@/lib/promo';

export default function ProductPage() {
  return <>{promoIsOn() && <Rating />}</>;
}
