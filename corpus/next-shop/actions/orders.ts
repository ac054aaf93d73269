'use server';

import { log } from '@/lib/data';
import { sendMail } from './mail';

// Case (f): called through two props.
export async function placeOrder(note: string): Promise<string> {
  log.push(note);
  await sendMail('me', note);
  return String(log.length);
}
