// Case (x): a cached module, a cached function, and an inline action after it.
import { loadRates } from '@/lib/rates';

async function loadBase(): Promise<string> {
  'use cache';
  return 'EUR';
}

export default async function RatesPage() {
  const base = await loadBase();

  return (
    <form
      action={async () => {
        'use server';
        console.log(base);
      }}
    >
      {base}: {(await loadRates()).join(' ')}
    </form>
  );
}
