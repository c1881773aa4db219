import type { HandoverDecisionDto, HandoverPreviewDto, InvitationDto } from '#contracts';
import type { Person } from '#directory';
import { Temporal } from '#kernel';
import { calendarFaults } from '../../interop/calendar-faults.js';
import { aStoryInNrw, firstOfDecember, handOver, twentiethOfNovember } from '../../support/nrw-story.js';
import type { NrwStory } from '../../support/nrw-story.js';
import type { ReadMail } from '../../support/received-mail.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
afterEach(() => instance.close());

/** What a person's calendar was told, in order. */
async function told(address: string): Promise<readonly object[]> {
  return (await instance.mailsTo(address)).map(({ subject, calendar }: ReadMail) => ({
    kind: subject.split(':')[0],
    method: calendar?.method,
    status: calendar?.event.status,
    sequence: calendar?.event.sequence,
    attendee: calendar?.event.attendees.map((attendee) => attendee.address).join(' '),
  }));
}

const asked = (attendee: string) => ({
  kind: 'Einladung',
  method: 'REQUEST',
  status: 'CONFIRMED',
  sequence: 0,
  attendee,
});
const uninvited = (attendee: string) => ({
  kind: 'Einladung zurückgezogen',
  method: 'CANCEL',
  status: null,
  sequence: 1,
  attendee,
});

const invitationOf = (invitations: readonly InvitationDto[], { id }: Person) =>
  invitations.find(({ person }) => person.id === id);

async function openDecisions(): Promise<readonly HandoverDecisionDto[]> {
  const page = await instance.ask<{ items: HandoverDecisionDto[] }>('GET', '/handover-decisions?state=open');
  return page.items;
}

const states = async ({ meeting }: NrwStory, people: readonly Person[]) => {
  const invitations = await instance.invitations(meeting.id);
  return people.map((person) => invitationOf(invitations, person)?.state ?? null);
};

async function startOn(at: Temporal.Instant): Promise<void> {
  instance = await TestInstance.start({ at });
}

it('NRW: two cluster managers take office on 1 December, and the invitations for the 10th follow', async () => {
  await startOn(twentiethOfNovember);
  const story = await aStoryInNrw(instance);
  const { meeting, first, second } = story;
  expect(story.invitations).toHaveLength(16);
  expect(await told('vorher-1@nrw.example')).toEqual([asked('vorher-1@nrw.example')]);
  const answered = invitationOf(story.invitations, second.before);
  expect(await instance.answer(answered ?? { link: '' }, 'yes')).toBe(303);

  await handOver(instance, first);
  const handover = await handOver(instance, second);
  expect(handover).toMatchObject({ lastDay: '2026-11-30', firstDay: '2026-12-01' });

  // Until the day the predecessors are asked, the successors hear nothing.
  await instance.goTo(firstOfDecember.subtract({ seconds: 1 }));
  expect(await told('nachher-1@nrw.example')).toEqual([]);
  expect(await states(story, [first.before, first.after])).toEqual(['active', null]);

  await instance.goTo(firstOfDecember);
  expect(await told('vorher-1@nrw.example')).toEqual([
    asked('vorher-1@nrw.example'),
    uninvited('vorher-1@nrw.example'),
  ]);
  expect(await told('nachher-1@nrw.example')).toEqual([asked('nachher-1@nrw.example')]);
  const cancel = await instance.lastMailTo('vorher-1@nrw.example');
  expect(await calendarFaults(cancel.file ?? '')).toEqual([]);
  expect(cancel.calendar?.event.propertyNames).not.toContain('status');

  // Who has said yes is the host's to decide.
  expect((await told('vorher-2@nrw.example')).at(-1)).toMatchObject({ kind: 'Angemeldet' });
  expect(await told('nachher-2@nrw.example')).toEqual([]);
  const [decision, ...others] = await openDecisions();
  expect(others).toEqual([]);
  expect(decision).toMatchObject({
    meeting: { id: meeting.id },
    predecessor: { id: second.before.id },
    successor: { id: second.after.id },
    answer: 'yes',
    state: 'open',
  });
  await instance.ask('POST', `/handover-decisions/${decision?.id}/decide`, { decision: 'replace' });
  await instance.settled();
  expect((await told('vorher-2@nrw.example')).at(-1)).toMatchObject({ method: 'CANCEL', status: null });
  expect(await told('nachher-2@nrw.example')).toEqual([asked('nachher-2@nrw.example')]);
  expect(await openDecisions()).toEqual([]);

  // The other fourteen heard of nothing.
  for (let number = 3; number <= 16; number += 1) {
    expect(await instance.mailsTo(`vorher-${number}@nrw.example`)).toHaveLength(1);
  }
  const successor = invitationOf(await instance.invitations(meeting.id), first.after);
  expect(await instance.answer(successor ?? { link: '' }, 'yes')).toBe(303);
});

it('names in the audit who set the handover going, and the system as the way', async () => {
  await startOn(twentiethOfNovember);
  const { first } = await aStoryInNrw(instance);
  await handOver(instance, first);
  await instance.goTo(firstOfDecember);
  const [owner] = await instance.rows<{ id: string }>('SELECT person_id AS id FROM login');
  const entries = await instance.rows<{ action: string; channel: string; actor: string }>(
    `SELECT action, channel, actor_person_id AS actor FROM audit_entry
      WHERE action IN ('office.hand-over', 'mandate.end', 'mandate.give', 'invitation.withdraw', 'invitation.send')
        AND at > $1 OR action = 'office.hand-over' ORDER BY action`,
    [firstOfDecember.subtract({ hours: 1 })],
  );
  expect(entries).toEqual([
    { action: 'invitation.send', channel: 'system', actor: owner?.id },
    { action: 'invitation.withdraw', channel: 'system', actor: owner?.id },
    { action: 'office.hand-over', channel: 'host', actor: owner?.id },
  ]);
});

it('does nothing twice: the work comes again, on two workers at once', async () => {
  await startOn(twentiethOfNovember);
  const { first, second, invitations } = await aStoryInNrw(instance);
  await instance.answer(invitationOf(invitations, second.before) ?? { link: '' }, 'maybe');
  await handOver(instance, first);
  await handOver(instance, second);
  const kept = await instance.rows<object>('SELECT kind, subject_id, due_at, payload FROM due_work');
  const again = () =>
    instance.rows(
      `INSERT INTO due_work (id, kind, subject_id, due_at, payload, attempts)
       SELECT gen_random_uuid(), kind, subject_id, due_at, payload, 0
         FROM jsonb_to_recordset($1) AS kept (kind text, subject_id uuid, due_at timestamptz, payload jsonb)
        WHERE kind LIKE 'mandate.%' ON CONFLICT DO NOTHING RETURNING id`,
      [JSON.stringify(kept)],
    );
  await instance.goTo(firstOfDecember);
  const mails = instance.mailServer.mails.length;
  expect(await openDecisions()).toHaveLength(1);
  const closeSecond = await instance.startSecondWorker();
  for (let round = 0; round < 3; round += 1) {
    expect(await again()).toHaveLength(4);
    await instance.settled();
  }
  await closeSecond();
  expect(instance.mailServer.mails).toHaveLength(mails);
  expect(await openDecisions()).toHaveLength(1);
  const sent = await instance.rows('SELECT id FROM audit_entry WHERE action = $1', ['invitation.withdraw']);
  expect(sent).toHaveLength(1);
});

it('catches up when nobody worked at midnight', async () => {
  await startOn(twentiethOfNovember);
  const { first } = await aStoryInNrw(instance);
  await handOver(instance, first);
  await instance.goTo(firstOfDecember.subtract({ hours: 2 }));
  await instance.stopWorker();
  instance.clock.moveTo(firstOfDecember.add({ hours: 9 }));
  expect(await told('nachher-1@nrw.example')).toEqual([]);
  await instance.startWorker();
  await instance.settled();
  expect((await told('vorher-1@nrw.example')).at(-1)).toEqual(uninvited('vorher-1@nrw.example'));
  expect(await told('nachher-1@nrw.example')).toEqual([asked('nachher-1@nrw.example')]);
});

it('leaves a meeting alone that began while nobody worked', async () => {
  await startOn(twentiethOfNovember);
  const { first, meeting } = await aStoryInNrw(instance);
  await handOver(instance, first);
  await instance.stopWorker();
  instance.clock.moveTo('2026-12-10T09:30:00Z');
  await instance.startWorker();
  await instance.settled();
  expect(await instance.mailsTo('vorher-1@nrw.example')).toHaveLength(1);
  const invitations = await instance.invitations(meeting.id);
  expect(invitationOf(invitations, first.before)?.state).toBe('active');
});

it('previews what follows, and changes nothing by it', async () => {
  await startOn(twentiethOfNovember);
  const { first, second, invitations } = await aStoryInNrw(instance);
  await instance.answer(invitationOf(invitations, second.before) ?? { link: '' }, 'yes');
  const preview = async ({ office, before, after }: typeof first) => {
    const [mandate] = await instance.rows<{ id: string }>(
      'SELECT id FROM mandate WHERE office_id = $1 AND person_id = $2',
      [office.id, before.id],
    );
    return instance.ask<HandoverPreviewDto>('POST', `/mandates/${mandate?.id}/hand-over-preview`, {
      successorId: after.id,
      lastDay: '2026-11-30',
    });
  };
  expect(await preview(first)).toMatchObject({
    isDue: false,
    firstDay: '2026-12-01',
    invitations: [{ answer: null, effect: 'withdraw', otherReasons: 0, isSuccessorInvited: false }],
    hiddenInvitations: 0,
    grantsLost: [{ role: 'cluster_manager' }],
    mails: { withdrawals: 1, invitations: 1 },
  });
  expect(await preview(second)).toMatchObject({
    invitations: [{ answer: 'yes', effect: 'decide' }],
    mails: { withdrawals: 0, invitations: 0 },
  });
  expect(await instance.rows('SELECT id FROM handover')).toEqual([]);
});

it('lets a successor say yes who is invited only after answers were due', async () => {
  await startOn(twentiethOfNovember);
  const { meeting, first } = await aStoryInNrw(instance);
  const { version } = await instance.ask<{ version: number }>('GET', `/meetings/${meeting.id}`);
  await instance.ask('PATCH', `/meetings/${meeting.id}`, { answerByLocal: '2026-11-27T23:59' }, version);
  await handOver(instance, first);
  await instance.goTo(firstOfDecember);
  const invitations = await instance.invitations(meeting.id);
  expect((await instance.lastMailTo('nachher-1@nrw.example')).text).not.toContain('27. November');
  expect(await instance.answer(invitationOf(invitations, first.after) ?? { link: '' }, 'yes')).toBe(303);
  // Who was asked in time is too late now.
  const other = invitations.find(({ address }) => address === 'vorher-3@nrw.example');
  expect(await instance.answer(other ?? { link: '' }, 'yes')).toBe(422);
});
