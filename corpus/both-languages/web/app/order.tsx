'use client';

import { order } from '../actions/order';

export function Order() {
  return <button onClick={() => order(1)}>Order</button>;
}
