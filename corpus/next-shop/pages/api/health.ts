// Case (k): an API route of the pages router, server only.
import type { NextApiRequest, NextApiResponse } from 'next';
import { ping } from '@/actions/health';

export default async function handler(_request: NextApiRequest, response: NextApiResponse) {
  response.json({ ok: await ping() });
}
