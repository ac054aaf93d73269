export type Product = { id: string; name: string; cents: number };
export type Line = { productId: string; quantity: number };

export const products: Product[] = [
  { id: 'mug', name: 'Mug', cents: 900 },
  { id: 'lamp', name: 'Lamp', cents: 4500 },
];

export const carts = new Map<string, Line[]>();
export const notes = new Map<string, string>([['1', 'Buy string']]);
export const log: string[] = [];
