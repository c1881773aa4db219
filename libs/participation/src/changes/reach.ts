import type { ReachDto } from '#contracts';
import type { FaceField, MeetingFace } from '#meetings';
import type { Reached } from './meeting-audience.js';

type Counts = Omit<ReachDto, 'changes'>;

/** Counts whom a change or a cancellation reaches; `told` of them get a mail if they have an address. */
export function countReach(
  reached: readonly Reached[],
  told: readonly Reached[],
  asksAgain: boolean,
): Counts {
  const count = (...states: Reached['state'][]) =>
    reached.filter(({ state }) => states.includes(state)).length;
  const mailed = told.filter(({ hasAddress }) => hasAddress);
  return {
    asksAgain,
    confirmed: count('confirmed', 'offered'),
    waitlisted: count('waitlisted', 'awaiting_approval'),
    maybe: count('tentative'),
    declined: count('declined', 'cancelled'),
    silent: count(null),
    mails: {
      de: mailed.filter(({ language }) => language === 'de').length,
      en: mailed.filter(({ language }) => language === 'en').length,
    },
  };
}

/** What was and what is, as plain values the reader's language is put to by the console. */
export function describeChanges(
  fields: readonly FaceField[],
  before: MeetingFace,
  after: MeetingFace,
): ReachDto['changes'] {
  return fields.map((field) => ({ field, before: describe(field, before), after: describe(field, after) }));
}

function describe(field: FaceField, face: MeetingFace): string | null {
  if (field === 'time') return `${face.startsLocal}/${face.endsLocal} ${face.zone}`;
  if (field === 'onlineUrl') return face.onlineUrl;
  if (field === 'place') {
    const { name, room, street, postcode, city } = face.place ?? {};
    const words = [name, room, street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean);
    return words.length === 0 ? null : words.join(', ');
  }
  if (field === 'agenda') return null;
  const text = face[field];
  return text === null ? null : (text.de ?? text.en ?? null);
}
