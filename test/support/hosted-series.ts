import type { HostSwapDto, SeriesDateDto, SeriesDto, SeriesHostsDto } from '#contracts';
import { aKey } from '../factories/access.factory.js';
import { datesOf } from './running-series.js';
import type { SeriesWorld } from './running-series.js';
import type { ReadMail } from './received-mail.js';
import type { TestInstance } from './test-instance.js';

interface HostsBody {
  readonly hosts: readonly { institutionId: string; weight?: number; awayMonths?: number[] }[];
  readonly askHostLeadDays?: number;
}

/** Says who takes turns, at the series' present version; the clusters of the world by their numbers, from 0. */
export async function setHosts(
  instance: TestInstance,
  { id }: Pick<SeriesDto, 'id'>,
  body: HostsBody,
): Promise<SeriesHostsDto> {
  const { version } = await instance.ask<SeriesDto>('GET', `/series/${id}`);
  const hosts = await instance.ask<SeriesHostsDto>('PUT', `/series/${id}/hosts`, body, version);
  await instance.settled();
  return hosts;
}

/** These clusters of the world as hosts. */
export function hostsOf({ clusters }: SeriesWorld, ...numbers: readonly number[]): HostsBody['hosts'] {
  return numbers.map((number) => ({ institutionId: clusters[number]?.cluster.id ?? '' }));
}

/** Whose turn each date is, by the number of the cluster, and its state: `1 asked`. */
export async function turnsOf(
  instance: TestInstance,
  series: Pick<SeriesDto, 'id'>,
  { clusters }: SeriesWorld,
): Promise<readonly string[]> {
  const numberOf = (id: string | undefined) => clusters.findIndex(({ cluster }) => cluster.id === id);
  return (await datesOf(instance, series)).map(({ turn, meeting }) => {
    if (turn === null) return '-';
    const isHost = meeting?.hosts.length === 1 && meeting.hosts[0]?.id === turn.institution.id;
    return `${numberOf(turn.institution.id)} ${turn.state}${isHost ? '' : ', others host'}`;
  });
}

/** Where a mail asks a host for an answer, on the port of the test. */
export function hostLink(instance: TestInstance, { text }: ReadMail): string {
  const path = /\/h\/[a-z2-7]{32}/.exec(text)?.[0];
  if (path === undefined) throw new Error(`no link in: ${text}`);
  return `${instance.api.url}${path}`;
}

/** The path of the last link mailed to this address. */
export async function mailedPath(instance: TestInstance, address: string): Promise<string> {
  return new URL(hostLink(instance, await instance.lastMailTo(address))).pathname;
}

/** Answers by the form of the page behind the last link mailed there. Returns the reply's status. */
export async function answerAsHost(
  instance: TestInstance,
  path: string,
  decision: 'confirm' | 'decline',
  reason = '',
): Promise<number> {
  const form = new URLSearchParams({ decision, reason });
  const reply = await instance.api.browser().post(path, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  await instance.settled();
  return reply.status;
}

/** Asks for a swap of two dates. */
export async function askSwap(
  instance: TestInstance,
  { id }: Pick<SeriesDto, 'id'>,
  dates: readonly (SeriesDateDto | undefined)[],
): Promise<HostSwapDto> {
  const [firstDateId, secondDateId] = dates.map((date) => date?.id);
  const swap = await instance.ask<HostSwapDto>('POST', `/series/${id}/host-swaps`, {
    firstDateId,
    secondDateId,
  });
  await instance.settled();
  return swap;
}

/** Asks the api as this person, by a key. */
export async function asking(instance: TestInstance, personId: string) {
  const browser = instance.api.browser({ authorization: `Bearer ${await aKey(instance.reader, personId)}` });
  return async (method: string, path: string, body?: unknown, version?: number): Promise<number> => {
    const headers = version === undefined ? undefined : { 'if-match': `"${version}"` };
    return (await browser.send(method, `/api/v1${path}`, { body, headers })).status;
  };
}
