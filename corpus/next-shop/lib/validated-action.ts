// Case (g): the project's own builder.
type Schema = Record<string, (value: unknown) => unknown>;
type Output<S extends Schema> = { [K in keyof S]: ReturnType<S[K]> };

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
}

export function validatedAction<S extends Schema, R>(schema: S, run: (input: Output<S>) => Promise<R>) {
  return async (input: Output<S>): Promise<R> => {
    const entries = Object.entries(schema).map(([key, check]) => [key, check(input[key])]);
    return run(Object.fromEntries(entries) as Output<S>);
  };
}
