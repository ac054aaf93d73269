import 'server-only';

export interface Refund {
  orderId: string;
  cents: number;
}
