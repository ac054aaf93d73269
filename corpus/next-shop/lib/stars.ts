// Case (v): a helper of client code; its second function, which calls an action, is dead.
import { saveStars } from '@/actions/stars';

export function stars(count: number): string {
  return '★'.repeat(count);
}

export function uploadStars(count: number): Promise<void> {
  return saveStars(count);
}
