import type { Temporal } from '#kernel';

/** Something that a calendar says is going on: on whole days, both inclusive, or from one instant to another. */
export type CalendarEntry = { readonly summary: string } & (
  | { readonly kind: 'days'; readonly firstOn: Temporal.PlainDate; readonly lastOn: Temporal.PlainDate }
  | { readonly kind: 'times'; readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }
);

export type CalendarRefusal =
  'calendar.not-a-calendar' | 'calendar.empty' | 'calendar.too-many-entries' | 'calendar.too-complex';

/** What a file came to. */
export type ReadCalendar =
  | { readonly kind: 'read'; readonly entries: readonly CalendarEntry[] }
  | {
      readonly kind: 'refused';
      readonly code: CalendarRefusal;
      readonly params: Readonly<Record<string, number>>;
    };
