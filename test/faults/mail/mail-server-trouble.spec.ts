import { UnitOfWork } from '#database';
import { newId } from '#kernel';
import { writeMails } from '#mail';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { MailServer } from '../../support/mail-server.js';
import { readMail } from '../../support/received-mail.js';
import { TestInstance } from '../../support/test-instance.js';

interface Row {
  readonly state: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

const noMail = { raw: Buffer.from('') };

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
beforeEach(() => (instance.mailServer.refuse = () => null));
afterAll(() => instance.close());

/** Invites people, one per cluster, while the server is as it is. Gives their addresses. */
async function invite(count: number): Promise<readonly string[]> {
  const { network, clusters } = await aNetworkOfManagers(
    instance.reader,
    Array.from({ length: count }, () => ({})),
  );
  const meeting = await instance.publish({ institutionId: network.id });
  await instance.invite(meeting.id, network.id);
  const rows = await instance.rows<{ address: string }>(
    'SELECT address FROM person_address WHERE person_id = ANY($1) ORDER BY id',
    [clusters.map(({ manager }) => manager?.id)],
  );
  return rows.map(({ address }) => address);
}

async function mailTo(address: string | undefined): Promise<Row | undefined> {
  const [row] = await instance.rows<Row>(
    'SELECT state, attempts, last_error AS "lastError" FROM outgoing_mail WHERE address = $1',
    [address],
  );
  return row;
}

async function wait(minutes: number, seconds = 0): Promise<void> {
  await instance.later({ seconds: minutes * 60 + seconds });
}

describe('a server that says "not now"', () => {
  it('is asked again after 1, 5, 15, 60, 180, 360 and 720 minutes, and the mail is then given up', async () => {
    instance.mailServer.refuse = () => ({ at: 'recipient', code: 451 });
    const [address] = await invite(1);
    const waits = [1, 5, 15, 60, 180, 360, 720];
    for (const [index, minutes] of waits.entries()) {
      expect(await mailTo(address)).toEqual({ state: 'retrying', attempts: index + 1, lastError: '451' });
      await wait(minutes, -30);
      expect(await mailTo(address)).toMatchObject({ attempts: index + 1 });
      await wait(0, 30);
    }
    expect(await mailTo(address)).toEqual({ state: 'failed', attempts: 8, lastError: '451' });
    await wait(10_000);
    expect(await mailTo(address)).toMatchObject({ attempts: 8 });
  });

  it('gets the mail in the end, with the Message-ID of its row, once', async () => {
    instance.mailServer.refuse = () => ({ at: 'data', code: 452 });
    const [address = ''] = await invite(1);
    expect(await mailTo(address)).toMatchObject({ state: 'retrying', lastError: '452' });
    instance.mailServer.refuse = () => null;
    await wait(1);
    expect(await mailTo(address)).toEqual({ state: 'sent', attempts: 2, lastError: null });
    const [row] = await instance.rows<{ id: string }>('SELECT id FROM outgoing_mail WHERE address = $1', [
      address,
    ]);
    const mails = await instance.mailsTo(address);
    expect(mails.map(({ messageId }) => messageId)).toEqual([`<${row?.id}@localhost>`]);
  });
});

describe('a server that says "never"', () => {
  it.each(['recipient', 'data'] as const)('to the %s is not asked again; others get theirs', async (at) => {
    const bad = `bad-${at}@weg.example`;
    instance.mailServer.refuse = (recipient) => (recipient === bad ? { at, code: 550 } : null);
    const { network, clusters } = await aNetworkOfManagers(instance.reader, [{ addresses: [bad] }, {}]);
    const meeting = await instance.publish({ institutionId: network.id });
    await instance.invite(meeting.id, network.id);
    expect(await mailTo(bad)).toEqual({ state: 'failed', attempts: 1, lastError: '550' });
    const other = `person-${clusters[1]?.manager?.id.slice(-12)}@firma.example`;
    expect(await mailTo(other)).toMatchObject({ state: 'sent' });
  });
});

describe('a connection that is cut', () => {
  it('after the last byte leads to the same mail once more, which can be told to be the same', async () => {
    const tries: string[] = [];
    instance.mailServer.refuse = (recipient) => {
      tries.push(recipient);
      // Asked at the recipient and at the data; the first time round it is cut at the data.
      return tries.length <= 2 ? 'cut' : null;
    };
    const [address = ''] = await invite(1);
    await wait(1);
    expect(await mailTo(address)).toMatchObject({ state: 'sent', lastError: null });
    expect(instance.mailServer.mailsTo(address)).toHaveLength(1);
  });

  it('every time is no reason to hammer the server: once, then after a minute', async () => {
    let tries = 0;
    instance.mailServer.refuse = () => {
      tries += 0.5;
      return 'cut';
    };
    const [address] = await invite(1);
    expect(await mailTo(address)).toMatchObject({ state: 'retrying', attempts: 1, lastError: 'ECONNECTION' });
    expect(tries).toBe(1);
    await wait(1);
    expect(await mailTo(address)).toMatchObject({ state: 'retrying', attempts: 2 });
    expect(tries).toBe(2);
  });
});

describe('a mail that cannot be rendered', () => {
  it('is tried again later and holds up none of those it came with', async () => {
    const { network } = await aNetworkOfManagers(instance.reader, [{}, {}, {}]);
    const meeting = await instance.publish({ institutionId: network.id });
    const mail = { kind: 'of-no-kind', language: 'de', address: 'nobody@weg.example' } as const;
    const rest = { personId: null, topicId: meeting.id, threadId: null, sequence: null, params: {} };
    await instance.api.app
      .get(UnitOfWork)
      .run((tx) => writeMails(tx, [{ ...mail, ...rest, dedupKey: newId() }], instance.clock.now()));
    await instance.invite(meeting.id, network.id);
    const states = await instance.rows(
      'SELECT kind, state, last_error FROM outgoing_mail WHERE topic_id = $1 ORDER BY kind DESC',
      [meeting.id],
    );
    expect(states).toEqual([
      { kind: 'of-no-kind', state: 'retrying', last_error: 'rendering' },
      ...[1, 2, 3].map(() => ({ kind: 'invitation', state: 'sent', last_error: null })),
    ]);
  });
});

it('reads what was sent as it was written: the raw bytes have no bare line breaks', async () => {
  const [address = ''] = await invite(1);
  const [received] = instance.mailServer.mailsTo(address);
  expect(received?.raw.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
  expect((await readMail(received ?? noMail)).subject).not.toBe('');
});

describe('a server that is down', () => {
  it('gets everything once it is back', async () => {
    const { port } = instance.mailServer;
    await instance.mailServer.stop();
    const addresses = await invite(3);
    for (const address of addresses) {
      expect(await mailTo(address)).toMatchObject({ state: 'retrying', attempts: 1 });
    }
    const back = await MailServer.start({ port });
    try {
      await wait(1);
      for (const address of addresses)
        expect(await mailTo(address)).toMatchObject({ state: 'sent', attempts: 2 });
      expect(addresses.map((address) => back.mailsTo(address).length)).toEqual([1, 1, 1]);
    } finally {
      await back.stop();
    }
  });
});
