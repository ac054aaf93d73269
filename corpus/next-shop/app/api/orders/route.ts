// Case (c): the only importer of the module is a route handler.
import { exportOrders } from '@/actions/export';

export async function GET(): Promise<Response> {
  return Response.json(await exportOrders());
}
