'use server';

import { createActionClient } from '@shop/safe-action';
import { log } from '@/lib/data';
import { text, validatedAction } from '@/lib/validated-action';

const action = createActionClient().use(async () => ({ user: 'me' }));

// Case (g): a builder of the project's own, with the function as an argument.
export const renameAccount = validatedAction({ name: text }, async ({ name }) => {
  log.push(`rename ${name}`);
  return { name };
});

// Case (g): a chained builder from a workspace package.
export const subscribe = action.schema({ email: text }).action(async ({ input, context }) => {
  log.push(`subscribe ${context.user} ${input.email}`);
});

// Case (g): the inner function wears the directive once more.
export const closeAccount = action.schema({ reason: text }).action(async ({ input }) => {
  'use server';
  log.push(`close: ${input.reason}`);
});

// Case (g): built, and used by nobody.
export const exportAccount = validatedAction({ format: text }, async ({ format }) => format);
