import type { InvitationDto, MeetingDto } from '#contracts';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { eventually } from '../../support/eventually.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());
beforeEach(() => (instance.mailServer.refuse = () => null));

/** From now on nothing leaves the house: the mail server is busy. */
const block = () => {
  instance.mailServer.refuse = () => ({ at: 'recipient', code: 451 });
};

/** The server takes its time over the next mail, and over no other, until it is let go. */
function holdNextMail(): { isHolding(): boolean; now(): void } {
  const held = Promise.withResolvers<null>();
  let tries = 0;
  instance.mailServer.refuse = () => ((tries += 1) === 1 ? held.promise : null);
  return { isHolding: () => tries > 0, now: () => held.resolve(null) };
}

/** The mail server works again and the next tries are due. */
async function release(): Promise<void> {
  instance.mailServer.refuse = () => null;
  await instance.later({ minutes: 20 });
}

async function then(work: () => Promise<unknown>): Promise<void> {
  instance.clock.advance({ seconds: 5 });
  await work();
  await instance.settled();
}

interface Invited {
  readonly meeting: MeetingDto;
  readonly invitation: InvitationDto;
  readonly networkId: string;
  /** Kinds and methods of the mails that arrived. */
  arrived(): Promise<readonly string[]>;
  states(): Promise<readonly string[]>;
}

async function invite({ blocked }: { blocked: boolean }): Promise<Invited> {
  const { network, clusters } = await aNetworkOfManagers(instance.reader, [{}]);
  const meeting = await instance.publish({ institutionId: network.id });
  if (blocked) block();
  const [invitation] = await instance.invite(meeting.id, network.id);
  if (invitation === undefined) throw new Error('nobody was invited');
  const personId = clusters[0]?.manager?.id;
  return {
    meeting,
    invitation,
    networkId: network.id,
    arrived: async () => {
      const mails = await instance.mailsTo(invitation.address ?? '');
      return mails.map(({ subject, calendar }) => `${subject.split(':')[0]} ${calendar?.method}`);
    },
    states: async () => {
      const rows = await instance.rows<{ kind: string; state: string }>(
        'SELECT kind, state FROM outgoing_mail WHERE person_id = $1 ORDER BY id',
        [personId],
      );
      return rows.map(({ kind, state }) => `${kind} ${state}`);
    },
  };
}

const change = async ({ meeting }: Invited, changes: object) => {
  const { version } = await instance.ask<MeetingDto>('GET', `/meetings/${meeting.id}`);
  await instance.ask('PATCH', `/meetings/${meeting.id}`, changes, version);
};

const cancel = async ({ meeting }: Invited) => {
  const { version } = await instance.ask<MeetingDto>('GET', `/meetings/${meeting.id}`);
  await instance.ask('POST', `/meetings/${meeting.id}/cancel`, {}, version);
};

const withdraw = ({ invitation }: Invited) => instance.ask('POST', `/invitations/${invitation.id}/withdraw`);

describe('a calendar mail that has not left', () => {
  it('is superseded by the next one', async () => {
    const invited = await invite({ blocked: false });
    block();
    await then(() => instance.answer(invited.invitation, 'yes'));
    await then(() => instance.answer(invited.invitation, 'no'));
    await release();
    expect(await invited.states()).toEqual([
      'invitation sent',
      'confirmation superseded',
      'confirmation sent',
    ]);
    expect(await invited.arrived()).toEqual(['Einladung REQUEST', 'Ihre Absage CANCEL']);
  });

  it('is an invitation again when the meeting changes, as it is now, and no change is told', async () => {
    const invited = await invite({ blocked: true });
    await then(() => change(invited, { title: { de: 'Frühjahrstreffen' } }));
    await release();
    expect(await invited.states()).toEqual(['invitation superseded', 'invitation sent']);
    expect(await invited.arrived()).toEqual(['Einladung REQUEST']);
    const { subject } = await instance.lastMailTo(invited.invitation.address ?? '');
    expect(subject).toContain('Frühjahrstreffen');
  });

  it('stays at home when the meeting is cancelled, and so does the cancellation, as the preview has said', async () => {
    const invited = await invite({ blocked: true });
    expect(await instance.ask('POST', `/meetings/${invited.meeting.id}/cancel-preview`)).toMatchObject({
      silent: 1,
      mails: { de: 0, en: 0 },
    });
    await then(() => cancel(invited));
    await release();
    expect(await invited.states()).toEqual(['invitation superseded']);
    expect(await invited.arrived()).toEqual([]);
  });

  it('stays at home when the invitation is withdrawn, and so does the withdrawal', async () => {
    const invited = await invite({ blocked: true });
    await then(() => withdraw(invited));
    await release();
    expect(await invited.states()).toEqual(['invitation superseded']);
  });

  it('is sent all the same when it removes an entry and the invitation is then withdrawn', async () => {
    const invited = await invite({ blocked: false });
    block();
    await then(() => instance.answer(invited.invitation, 'no'));
    await then(() => withdraw(invited));
    await release();
    expect(await invited.arrived()).toEqual(['Einladung REQUEST', 'Ihre Absage CANCEL']);
  });

  it('of a second invitation is not cancelled either: the withdrawal has removed the entry', async () => {
    const invited = await invite({ blocked: false });
    await then(() => withdraw(invited));
    block();
    await then(() => instance.invite(invited.meeting.id, invited.networkId));
    await then(() => cancel(invited));
    await release();
    expect(await invited.arrived()).toEqual(['Einladung REQUEST', 'Einladung zurückgezogen CANCEL']);
  });
});

describe('answers one after another', () => {
  it('are each confirmed, even within one millisecond', async () => {
    const invited = await invite({ blocked: false });
    for (const answer of ['yes', 'maybe', 'yes']) {
      await instance.answer(invited.invitation, answer);
      await instance.settled();
    }
    expect(await invited.arrived()).toEqual([
      'Einladung REQUEST',
      'Angemeldet REQUEST',
      'Vielleicht REQUEST',
      'Angemeldet REQUEST',
    ]);
  });

  it('that say the same send one mail', async () => {
    const invited = await invite({ blocked: false });
    await then(() => instance.answer(invited.invitation, 'yes', 'bin dabei'));
    await then(() => instance.answer(invited.invitation, 'yes', 'bin wirklich dabei'));
    expect(await invited.arrived()).toEqual(['Einladung REQUEST', 'Angemeldet REQUEST']);
  });
});

/** Without waiting for the mail. */
async function answerLater({ invitation }: Invited, answer: string): Promise<void> {
  instance.clock.advance({ seconds: 2 });
  await instance.answer(invitation, answer);
}

it('mails of one person arrive in the order of writing, however long the server takes over one', async () => {
  const invited = await invite({ blocked: false });
  const bystander = await invite({ blocked: false });
  for (let round = 0; round < 3; round += 1) {
    const letGo = holdNextMail();
    await answerLater(invited, 'yes');
    await eventually(() => letGo.isHolding());
    await answerLater(invited, 'no');
    await answerLater(invited, 'yes');
    // Written after them all, and sent past the one that is held: so could have been a younger one.
    const taken = () => instance.mailServer.mailsTo(bystander.invitation.address ?? '').length;
    const before = taken();
    await answerLater(bystander, round % 2 === 0 ? 'yes' : 'no');
    await eventually(() => taken() > before);
    letGo.now();
    await instance.settled();
    await answerLater(invited, 'no');
    await instance.settled();
  }
  const round = ['Angemeldet REQUEST', 'Angemeldet REQUEST', 'Ihre Absage CANCEL'];
  expect(await invited.arrived()).toEqual(['Einladung REQUEST', ...round, ...round, ...round]);
  const mails = await instance.mailsTo(invited.invitation.address ?? '');
  expect(mails.map(({ calendar }) => calendar?.event.sequence)).toEqual([0, 0, 2, 3, 4, 6, 7, 8, 10, 11]);
});
