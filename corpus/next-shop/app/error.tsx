// Case (h): the framework imports error.tsx, so nobody else has to.
'use client';

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return <button onClick={reset}>{error.message}: try again</button>;
}
