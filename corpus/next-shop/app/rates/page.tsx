// Case (x): a cached module and a cached function.
import { loadRates } from '@/lib/rates';

async function loadBase(): Promise<string> {
  'use cache';
  return 'EUR';
}

export default async function RatesPage() {
  return (
    <p>
      {await loadBase()}: {(await loadRates()).join(' ')}
    </p>
  );
}
