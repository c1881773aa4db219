import type { DatesDraft } from './dates-draft.js';

/** What every part of the rule's editor takes. */
export interface DatesProps {
  readonly dates: DatesDraft;
  readonly onChange: (dates: DatesDraft) => void;
}
