import { noMails } from '#contracts';
import { Temporal } from '#kernel';
import { dueSteps, nextDueAt, planSteps } from './plan-steps.js';

const at = (text: string) => Temporal.Instant.from(text);
const local = (text: string) => Temporal.PlainDateTime.from(text);

/** Thursday, 18 June 2026, 10:00 to 12:00 in Berlin; answers by 11 June. */
const meeting = {
  startsLocal: local('2026-06-18T10:00'),
  endsLocal: local('2026-06-18T12:00'),
  startsAt: at('2026-06-18T08:00:00Z'),
  endsAt: at('2026-06-18T10:00:00Z'),
  answerByLocal: local('2026-06-11T18:00'),
  answerByAt: at('2026-06-11T16:00:00Z'),
  mailPlan: noMails,
};
const steps = planSteps({
  ...meeting,
  mailPlan: {
    reminderDays: [5, 14],
    deputyDays: 2,
    detailsDays: 3,
    followUp: { daysAfter: 2, to: 'came', text: { de: 'Danke' } },
  },
});
const due = (moment: string, zone = 'Europe/Berlin') =>
  dueSteps(steps, zone, at(moment)).map(({ key }) => key);
const next = (moment: string, zone = 'Europe/Berlin') =>
  nextDueAt(steps, zone, at(moment))?.toString() ?? null;

it('sends nothing where nothing is planned, and no follow-up without a text', () => {
  expect(planSteps(meeting)).toEqual([]);
  const followUp = { daysAfter: 2, to: 'came' as const, text: null };
  expect(planSteps({ ...meeting, mailPlan: { ...noMails, followUp } })).toEqual([]);
});

it('counts reminders from the day answers are due, the rest from the meeting, and leaves weekends out', () => {
  expect(steps.map(({ key, dueLocal }) => `${key} ${dueLocal.toString({ smallestUnit: 'minute' })}`)).toEqual(
    [
      'reminder-14 2026-05-28T09:00',
      // 6 June is a Saturday.
      'reminder-5 2026-06-05T09:00',
      'deputies 2026-06-09T09:00',
      'details 2026-06-15T09:00',
      // 20 June is a Saturday.
      'follow-up 2026-06-22T09:00',
    ],
  );
});

it('counts from the meeting where no time to answer is set', () => {
  const open = { ...meeting, answerByLocal: null, answerByAt: null };
  const [only] = planSteps({ ...open, mailPlan: { ...noMails, reminderDays: [7] } });
  expect(only?.dueLocal.toString()).toBe('2026-06-11T09:00:00');
});

it.each([
  ['nothing before its time', '2026-05-28T06:59:00Z', []],
  ['a reminder in the morning', '2026-05-28T07:00:00Z', ['reminder-14']],
  ['of two reminders that are late the last', '2026-06-05T10:00:00Z', ['reminder-5']],
  ['what was due while nobody worked, but not at night', '2026-06-06T01:00:00Z', []],
  ['no reminder once answers are due', '2026-06-11T16:01:00Z', ['deputies']],
  ['the details', '2026-06-15T07:00:00Z', ['deputies', 'details']],
  ['nothing of it once it has begun', '2026-06-18T08:01:00Z', []],
  ['what comes after it', '2026-06-22T07:00:00Z', ['follow-up']],
  ['nothing after two months', '2026-09-01T08:00:00Z', []],
])('sends %s', (_, moment, expected) => {
  expect(due(moment)).toEqual(expected);
});

it('goes by the clock of whoever is written to', () => {
  expect(due('2026-05-28T07:30:00Z', 'Europe/Lisbon')).toEqual([]);
  expect(due('2026-05-28T08:00:00Z', 'Europe/Lisbon')).toEqual(['reminder-14']);
});

it.each([
  ['2026-05-01T00:00:00Z', '2026-05-28T07:00:00Z'],
  ['2026-05-28T07:00:00Z', '2026-06-05T07:00:00Z'],
  // Late, at night: in the morning, at a decent hour.
  ['2026-06-06T01:00:00Z', '2026-06-06T06:00:00Z'],
  ['2026-06-22T07:00:00Z', null],
])('after %s looks again at %s', (moment, expected) => {
  expect(next(moment)).toBe(expected);
});
