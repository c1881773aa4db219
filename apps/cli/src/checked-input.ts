import type { z } from 'zod';
import { errorText, translator } from '#i18n';
import { CommandError } from './command.error.js';

/** What was typed, parsed by the contract's schema; what does not fit becomes the one line that the operator reads. */
export function checkedInput<Value>(schema: z.ZodType<Value> | undefined, typed: unknown): Value {
  const parsed = schema?.safeParse(typed);
  if (parsed?.success === true) return parsed.data;
  const [issue] = parsed?.error.issues ?? [];
  const field = issue?.path.join('.') ?? 'input';
  throw new CommandError(`${field}: ${errorText(translator('en'), issue?.message ?? 'unknown')}`);
}
