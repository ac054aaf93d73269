'use server';

// Case (p): both return something, which a form action may not.
export async function requestReturn(form: FormData): Promise<{ orderId: string }> {
  return { orderId: String(form.get('order')) };
}

export async function cancelReturn(): Promise<boolean> {
  return true;
}
