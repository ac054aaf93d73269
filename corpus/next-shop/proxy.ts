// Case (k): the proxy is a layer of its own, and 'use server' means nothing in it.
import { NextResponse, type NextRequest } from 'next/server';
import { recordVisit } from '@/actions/visits';

export async function proxy(request: NextRequest) {
  await recordVisit(request.nextUrl.pathname);
  return NextResponse.next();
}

export const config = { matcher: '/stats' };
