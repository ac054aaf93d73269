'use server';

// Case (o): a page component among actions.
export default async function QuickPage() {
  return (
    <form action={quickOrder}>
      <button>Order the usual</button>
    </form>
  );
}

export async function quickOrder(): Promise<void> {}
