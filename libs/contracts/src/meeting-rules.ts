import type { z } from 'zod';
import type { Seating } from './seating.contract.js';

interface Times {
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly answerByLocal: string | null;
  readonly allDay: boolean;
}

interface Checked extends Times {
  readonly place: { readonly latitude: number | null; readonly longitude: number | null } | null;
  readonly capacity: number | null;
  readonly seating: Seating;
}

type Refuse = (field: string, message: string) => void;

/** What must be true between the fields of a meeting. */
export function checkMeeting(meeting: Checked, context: z.RefinementCtx): void {
  const refuse: Refuse = (field, message) => context.addIssue({ code: 'custom', path: [field], message });
  checkTimes(meeting, refuse);
  const { place, capacity, seating } = meeting;
  if (seating.reserved > 0 && seating.reserved > (capacity ?? 0)) {
    refuse('seating', 'seating.reserved-above-capacity');
  }
  if (place !== null && (place.latitude === null) !== (place.longitude === null)) {
    refuse('place', 'meeting.half-a-coordinate');
  }
}

function checkTimes({ startsLocal, endsLocal, answerByLocal, allDay }: Times, refuse: Refuse): void {
  // What is missing is said to be missing.
  const isWhole = startsLocal !== '' && endsLocal !== '';
  if (isWhole && endsLocal <= startsLocal) refuse('endsLocal', 'meeting.ends-before-start');
  if (answerByLocal !== null && answerByLocal > startsLocal) {
    refuse('answerByLocal', 'meeting.answer-by-after-start');
  }
  if (allDay && !(startsLocal.endsWith('T00:00') && endsLocal.endsWith('T00:00'))) {
    refuse('allDay', 'meeting.all-day-has-no-time');
  }
}
