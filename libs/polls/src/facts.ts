import { defineFact } from '#queue';

/** A poll was opened, closed or decided. */
export const PollChanged = defineFact<{ pollId: string; state: string }>('PollChanged');
