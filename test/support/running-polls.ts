import type { PollDto, PollInput, PollParticipantDto, PollResultDto, VoteValue } from '#contracts';
import { pollBody } from '../factories/polls.factory.js';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import type { ManagedCluster } from '../factories/network.factory.js';
import type { TestInstance } from './test-instance.js';

/**
 * A network that polls: Anna (German), Bert (English) and Carla, who has no address, manage its clusters; the fourth
 * cluster has nobody.
 */
export class PollWorld {
  private constructor(
    readonly instance: TestInstance,
    readonly networkId: string,
    readonly clusters: readonly ManagedCluster[],
  ) {}

  static async create(instance: TestInstance): Promise<PollWorld> {
    const { network, clusters } = await aNetworkOfManagers(instance.reader, [
      { givenName: 'Anna', familyName: 'Ahorn', addresses: ['anna@cluster.example'] },
      { givenName: 'Bert', familyName: 'Buche', language: 'en', addresses: ['bert@cluster.example'] },
      { givenName: 'Carla', familyName: 'Cedern', addresses: [] },
      null,
    ]);
    await instance.settled();
    instance.mailServer.mails.length = 0;
    return new PollWorld(instance, network.id, clusters);
  }

  create(fields: Partial<PollInput> = {}): Promise<PollDto> {
    return this.instance.ask('POST', '/polls', pollBody(this.networkId, fields));
  }

  read({ id }: Pick<PollDto, 'id'>): Promise<PollDto> {
    return this.instance.ask('GET', `/polls/${id}`);
  }

  resultOf({ id }: PollDto): Promise<PollResultDto> {
    return this.instance.ask('GET', `/polls/${id}/result`);
  }

  /** Adds a poll, opens it, and waits for the mails. */
  async open(fields: Partial<PollInput> = {}): Promise<PollDto> {
    const draft = await this.create(fields);
    await this.instance.ask('POST', `/polls/${draft.id}/open`);
    await this.instance.settled();
    return this.read(draft);
  }

  async participants({ id }: PollDto): Promise<readonly PollParticipantDto[]> {
    const path = `/polls/${id}/participants`;
    return (await this.instance.ask<{ items: PollParticipantDto[] }>('GET', path)).items;
  }

  /** The participant whose name begins so. */
  async called(poll: PollDto, name: string): Promise<PollParticipantDto> {
    const found = (await this.participants(poll)).find(({ person }) => person.name.startsWith(name));
    if (found === undefined) throw new Error(`${name} is not asked`);
    return found;
  }

  /** Opens the page of a link. */
  browse(link: string, query = '') {
    return this.instance.api.browser().get<string>(`${new URL(link).pathname}${query}`);
  }

  /** Votes as the participant does, by the form of the page; null: nothing said to this date. */
  async vote(poll: PollDto, name: string, values: readonly (VoteValue | null)[], note = '') {
    const { link } = await this.called(poll, name);
    const form = new URLSearchParams({ note });
    for (const [index, value] of values.entries()) {
      if (value !== null) form.set(`vote-${poll.options[index]?.id}`, value);
    }
    return this.instance.api.browser().post<string>(new URL(link).pathname, form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  }

  /** Takes the date at this place in the list and waits for what follows. */
  async take(poll: PollDto, index: number, body: object = {}): Promise<PollDto> {
    const { version } = await this.read(poll);
    const optionId = poll.options[index]?.id;
    const path = `/polls/${poll.id}/take`;
    const taken = await this.instance.ask<PollDto>('POST', path, { optionId, ...body }, version);
    await this.instance.settled();
    return taken;
  }

  /** What a poll with these fields is refused with: the status, and each field with its code. */
  async refusal(fields: Partial<PollInput>): Promise<readonly string[]> {
    const sending = { body: pollBody(this.networkId, fields) };
    return refusedFields(await this.instance.owner.send<Refused>('POST', '/api/v1/polls', sending));
  }

  /** As `refusal`, of a change to this poll as it stands. */
  async refusalOfChange(poll: Pick<PollDto, 'id'>, patch: Partial<PollInput>): Promise<readonly string[]> {
    return refusedFields(await this.sent('PATCH', poll, patch));
  }

  /** What a change or a deletion is answered with; without a version by the present one. */
  async sent(method: 'PATCH' | 'DELETE', { id }: Pick<PollDto, 'id'>, body?: object, version?: number) {
    const seen = version ?? (await this.read({ id })).version;
    const headers = { 'if-match': `"${seen}"` };
    return this.instance.owner.send<Refused>(method, `/api/v1/polls/${id}`, {
      headers,
      ...(body !== undefined && { body }),
    });
  }

  /** Lets due work run once more than it has to. */
  async repeat(kind: string, subjectId: string): Promise<void> {
    await this.instance.rows(
      `INSERT INTO due_work (id, kind, subject_id, due_at, payload, attempts)
       VALUES (gen_random_uuid(), $1, $2, $3, '{}', 0)`,
      [kind, subjectId, this.instance.clock.now()],
    );
    await this.instance.settled();
  }
}

interface Refused {
  readonly code?: string;
  readonly errors?: { pointer: string; code: string }[];
}

function refusedFields({ status, body }: { readonly status: number; readonly body: Refused }): string[] {
  return [`${status}`, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)];
}
