import { errorText, translator } from '#i18n';
import { DomainError } from '#kernel';
import { CommandError } from './command.error.js';

/** Runs the work; what the domain refuses becomes the one line that the operator reads. */
export async function explaining<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new CommandError(errorText(translator('en'), error.code, error.params));
  }
}
