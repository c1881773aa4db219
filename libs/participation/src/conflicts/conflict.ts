import type { ConcernedInstitution } from '#directory';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** When something is to take place, on the clock of a zone; `endsLocal` is exclusive. */
export interface ConflictDate {
  readonly startsLocal: Temporal.PlainDateTime;
  readonly endsLocal: Temporal.PlainDateTime;
  readonly zone: string;
}

type Affected = readonly Pick<ConcernedInstitution, 'id' | 'name'>[];

/** What stands against a date, and whom it affects. */
export type Conflict =
  | { readonly kind: 'weekend'; readonly on: Temporal.PlainDate }
  | {
      readonly kind: 'public-holiday';
      readonly on: Temporal.PlainDate;
      readonly name: Required<LocalizedText>;
      readonly laender: readonly string[];
      readonly affected: Affected;
    }
  | {
      readonly kind: 'imported';
      readonly summary: string;
      /** The imported calendar's name. */
      readonly calendar: LocalizedText;
      readonly affected: Affected;
    }
  | {
      readonly kind: 'meeting';
      readonly meetingId: Id;
      readonly title: LocalizedText;
      /** Whose meeting it is. */
      readonly institution: Affected[number];
      /** At the same time, not only on the same day. */
      readonly overlaps: boolean;
      readonly affected: Affected;
    };
