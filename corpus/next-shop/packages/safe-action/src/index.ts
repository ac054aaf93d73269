// Case (g): a chained builder, in a workspace package whose manifest points at its source.
type Schema = Record<string, (value: unknown) => unknown>;
type Output<S extends Schema> = { [K in keyof S]: ReturnType<S[K]> };
type Run<S extends Schema, C, R> = (args: { input: Output<S>; context: C }) => Promise<R>;

export function createActionClient() {
  return {
    use<C>(loadContext: () => Promise<C>) {
      return {
        schema<S extends Schema>(schema: S) {
          return {
            action<R>(run: Run<S, C, R>) {
              return async (input: Output<S>): Promise<R> => {
                for (const key in schema) schema[key]?.(input[key]);
                return run({ input, context: await loadContext() });
              };
            },
          };
        },
      };
    },
  };
}
