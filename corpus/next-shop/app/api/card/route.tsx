// Case (w): a route handler that imports a client module.
import { ShareCard } from '@/components/share-card';

export async function GET(): Promise<Response> {
  return Response.json({ kind: typeof ShareCard });
}
