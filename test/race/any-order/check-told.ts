import assert from 'node:assert/strict';
import type { RegistrationState } from '#contracts';
import type { Happening } from './happenings.js';
import type { Invited, Logged, Mail, Snapshot } from './snapshot.js';

interface Step {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly happening: Happening;
}

/** One change of a registration, as the log has it. */
interface Change {
  readonly from: RegistrationState | null;
  readonly to: RegistrationState;
  /** What a mail says of it. */
  readonly told: string;
}

/**
 * Every change of a registration is in the log, one leads to the next, and each is told by one mail; nothing else is told.
 * What was to be told and has not left is taken back by what follows, so that the last word is the truth.
 */
export function checkTold({ before, after, happening }: Step): void {
  const news = after.mails.slice(before.mails.length);
  const log = after.log.slice(before.log.length);
  for (const person of after.people) {
    const was = before.people.find(({ id }) => id === person.id) ?? null;
    const own = log.filter(({ subjectId }) => subjectId === person.id);
    const changes = changesOf(person, own, log);
    follow(startOf(was, own), changes, person, happening);
    const told = news.filter(({ threadId }) => threadId === person.id).map(said);
    assert.deepEqual(
      told.toSorted(),
      expected({ before, was, person, own, changes }).toSorted(),
      `told ${person.id}`,
    );
    checkLastWord(
      person,
      after.mails.filter(({ threadId }) => threadId === person.id),
    );
  }
  const asked = after.open.filter(({ id }) => !before.open.some((one) => one.id === id)).map(({ id }) => id);
  assert.deepEqual(news.flatMap(({ openId }) => openId ?? []).toSorted(), asked.toSorted());
}

const TOLD: Readonly<Record<string, string>> = {
  'registration.promote': 'confirmed',
  'registration.offer': 'offered',
  'registration.lapse': 'lapsed',
  'registration.refuse': 'refused',
  'invitation.substitute': 'substituted',
};

function changesOf(
  { id, registration }: Invited,
  own: readonly Logged[],
  log: readonly Logged[],
): readonly Change[] {
  const passed = log.find(({ after }) => after?.substituteInvitationId === id)?.before?.registration ?? null;
  // Whoever is named gets what the other one had.
  const given = passed !== null && HAS_PLACE.has(passed) ? [{ from: null, to: passed, told: passed }] : [];
  const decided = own.flatMap(({ action, before, after }) => {
    const to = action === 'invitation.withdraw' ? 'cancelled' : after?.registration;
    if (to == null || (action === 'invitation.withdraw' && registration === null)) return [];
    const from = action === 'invitation.withdraw' ? null : (before?.registration ?? null);
    return [{ from, to, told: action === 'invitation.withdraw' ? 'withdrawn' : (TOLD[action] ?? to) }];
  });
  return [...given, ...decided];
}

const HAS_PLACE: ReadonlySet<string> = new Set(['confirmed', 'offered', 'waitlisted', 'awaiting_approval']);

/** Whoever is asked again after a withdrawal begins anew. */
function startOf(was: Invited | null, own: readonly Logged[]): RegistrationState | null {
  const isAsked = own.some(({ action }) => action === 'invitation.send');
  return isAsked ? null : (was?.registration?.state ?? null);
}

function follow(
  start: RegistrationState | null,
  changes: readonly Change[],
  person: Invited,
  happening: Happening,
): void {
  let state = start;
  for (const { from, to, told } of changes) {
    // The hold of somebody who registers openly becomes an offer that their yes takes.
    const isOwnHold = happening.kind === 'confirm' && state === null && from === 'offered';
    if (told !== 'withdrawn' && !isOwnHold) assert.equal(from, state, 'the log has a gap');
    state = to;
  }
  assert.equal(
    person.registration?.state ?? null,
    state,
    `changed without a word in the log: ${JSON.stringify(person)}`,
  );
}

interface Telling {
  readonly before: Snapshot;
  readonly was: Invited | null;
  readonly person: Invited;
  readonly own: readonly Logged[];
  readonly changes: readonly Change[];
}

function expected({ before, was, person, own, changes }: Telling): readonly string[] {
  const isAsked = own.some(({ action }) => action === 'invitation.send');
  if (isAsked && changes.length === 0) return ['invitation'];
  const confirmations = changes.flatMap(({ from, to, told }) => {
    if (told === 'withdrawn') return [];
    // Whoever had no seat any more is told all the same that a colleague comes.
    const isNews = from !== to || told === 'substituted' || hasOtherSeats(was, person, to);
    return isNews ? [`confirmation ${told}`] : [];
  });
  const isWithdrawn = own.some(({ action }) => action === 'invitation.withdraw');
  return isWithdrawn && isToldOfWithdrawal(before, was) ? [...confirmations, 'withdrawal'] : confirmations;
}

function hasOtherSeats(was: Invited | null, { registration: is }: Invited, to: RegistrationState): boolean {
  const had = was?.registration;
  if (had == null || is === null || to === 'declined' || to === 'tentative') return false;
  return had.companions.length !== is.companions.length || had.contingentId !== is.contingentId;
}

/** Whoever has an entry in the calendar; a no has taken it out already. */
function isToldOfWithdrawal({ mails }: Snapshot, was: Invited | null): boolean {
  if (was === null || was.answer === 'no' || was.answer === 'substitute') return false;
  const left = mails.filter(({ threadId, state }) => threadId === was.id && state === 'sent');
  return left.length > 0 && left.at(-1)?.kind !== 'withdrawal';
}

function said({ kind, outcome }: Mail): string {
  return outcome === null ? kind : `${kind} ${outcome}`;
}

/** The last mail says how somebody stands, all older ones have left or are taken back, and SEQUENCE tells calendars so. */
function checkLastWord(person: Invited, mails: readonly Mail[]): void {
  const open = mails.filter(({ state }) => state === 'queued');
  assert.ok(open.length <= 1, 'two mails of one person wait');
  const [waits = null] = open;
  const last = mails.at(-1) ?? null;
  if (person.invitation === 'active') {
    assert.ok(last !== null && last.state !== 'superseded', `not told: ${JSON.stringify(person)}`);
    assert.equal(said(last), standing(person), 'the last word is not the truth');
    assert.equal(last.sequence, person.sequence);
  } else if (waits !== null) assert.equal(entryOf(waits), 'removed');
  for (const [index, mail] of mails.entries()) {
    const earlier = mails[index - 1];
    if (earlier === undefined) continue;
    const rises = (mail.sequence ?? 0) - (earlier.sequence ?? 0);
    assert.ok(
      entryOf(mail) === entryOf(earlier) ? rises >= 0 : rises > 0,
      `SEQUENCE: ${JSON.stringify([earlier, mail])}`,
    );
  }
}

function standing({ registration }: Invited): string {
  if (registration === null) return 'invitation';
  const { state, cause } = registration;
  if (state !== 'cancelled') return `confirmation ${state}`;
  return `confirmation ${{ refused: 'refused', 'offer-lapsed': 'lapsed' }[cause ?? ''] ?? 'substituted'}`;
}

const REMOVED: ReadonlySet<string> = new Set(['declined', 'lapsed', 'refused', 'substituted']);
const TENTATIVE: ReadonlySet<string> = new Set(['waitlisted', 'offered', 'awaiting_approval']);

function entryOf({ kind, outcome }: Mail): 'removed' | 'tentative' | 'confirmed' {
  if (kind === 'withdrawal' || REMOVED.has(outcome ?? '')) return 'removed';
  return TENTATIVE.has(outcome ?? '') ? 'tentative' : 'confirmed';
}
