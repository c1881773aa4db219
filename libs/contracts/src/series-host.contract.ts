import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, instant, named, version, fileQuery } from './fields.js';
import { turnState } from './series-date.contract.js';

const within = (least: number, most: number) =>
  z.int('validation.not-a-number').min(least, 'validation.too-small').max(most, 'validation.too-large');

const hostInput = z.strictObject({
  institutionId: id,
  /** How often its turn comes in proportion to the others. */
  weight: within(1, 10).default(1),
  /** Months in which it does not host, 1 to 12. */
  awayMonths: z.array(within(1, 12)).max(12).default([]),
});

const hostsInput = z
  .strictObject({
    /** In the order in which those begin who never hosted; whoever hosted and is not named any more has left. */
    hosts: z.array(hostInput).max(200),
    /** So many days before its date a host is asked to confirm. */
    askHostLeadDays: within(1, 730).default(90),
    /** Within so many days, and in any case in the first half of the time that remains. */
    confirmHostDays: within(1, 90).default(14),
    /** So many days before that deadline a silent host is reminded; 0: not at all. */
    remindHostDays: within(0, 60).default(3),
  })
  .refine(({ hosts }) => new Set(hosts.map(({ institutionId }) => institutionId)).size === hosts.length, {
    path: ['hosts'],
    message: 'series.host-twice',
  });
export type SeriesHostsInput = z.output<typeof hostsInput>;

const hosts = z
  .object({
    hosts: z.array(z.object({ institution: named, weight: z.int(), awayMonths: z.array(z.int()) })),
    /** Who took turns and does not any more. */
    left: z.array(z.object({ institution: named, leftAt: instant })),
    askHostLeadDays: z.int(),
    confirmHostDays: z.int(),
    remindHostDays: z.int(),
    /** The series' version. */
    version,
  })
  .meta({ id: 'SeriesHosts' });
export type SeriesHostsDto = z.output<typeof hosts>;

const hostedDate = z.object({
  dateId: id,
  startsLocal: z.string(),
  isPast: z.boolean(),
  state: turnState,
});

const history = z
  .object({
    hosts: z.array(
      z.object({
        institution: named,
        weight: z.int(),
        /** Takes no turns any more. */
        hasLeft: z.boolean(),
        /** Dates hosted so far. */
        times: z.int(),
        /** The same by weight: who bears what the list says is level with the others. */
        weighed: z.number(),
        last: z.string().nullable(),
        next: z.string().nullable(),
        dates: z.array(hostedDate),
      }),
    ),
  })
  .meta({ id: 'HostHistory' });
export type HostHistoryDto = z.output<typeof history>;

const swapSide = z.object({
  dateId: id,
  institution: named,
  startsLocal: z.string(),
  consentedAt: instant.nullable(),
});
const swap = z
  .object({
    id,
    state: z.enum(['open', 'done', 'refused', 'lapsed', 'withdrawn', 'taken-back']),
    first: swapSide,
    second: swapSide,
    consentBy: instant,
    /** Whether whoever asks may take it back. */
    mayTakeBack: z.boolean(),
  })
  .meta({ id: 'HostSwap' });
export type HostSwapDto = z.output<typeof swap>;
export type HostSwapState = HostSwapDto['state'];

const tag = 'Series';

/** Who takes turns in hosting a series. */
export const seriesHostEndpoints = {
  getSeriesHosts: defineEndpoint({
    name: 'getSeriesHosts',
    method: 'GET',
    path: '/series/:id/hosts',
    tag,
    access: 'meeting.read',
    status: 200,
    versioned: true,
    summary: 'Who takes turns in hosting, in which order, and when they are asked',
    params: byId,
    response: hosts,
  }),
  setSeriesHosts: defineEndpoint({
    name: 'setSeriesHosts',
    method: 'PUT',
    path: '/series/:id/hosts',
    tag,
    access: 'meeting.change',
    status: 200,
    versioned: true,
    summary: 'Say who takes turns; coming dates for which nobody was asked yet are proposed anew',
    params: byId,
    body: hostsInput,
    response: hosts,
  }),
  getHostHistory: defineEndpoint({
    name: 'getHostHistory',
    method: 'GET',
    path: '/series/:id/host-history',
    tag,
    access: 'meeting.read',
    status: 200,
    summary: 'Who hosted how often and when last, and whose turn comes when',
    params: byId,
    response: history,
  }),
  askHostSwap: defineEndpoint({
    name: 'askHostSwap',
    method: 'POST',
    path: '/series/:id/host-swaps',
    tag,
    access: 'meeting.change',
    status: 201,
    summary: 'Ask the hosts of two dates to swap them; it is done once both have consented by their links',
    params: byId,
    body: z.strictObject({ firstDateId: id, secondDateId: id }),
    response: swap,
  }),
  listHostSwaps: defineEndpoint({
    name: 'listHostSwaps',
    method: 'GET',
    path: '/series/:id/host-swaps',
    tag,
    access: 'meeting.read',
    status: 200,
    summary: 'The swaps that both hosts have not agreed to yet',
    params: byId,
    query: fileQuery,
    response: z.object({ items: z.array(swap) }),
  }),
  takeBackHostSwap: defineEndpoint({
    name: 'takeBackHostSwap',
    method: 'POST',
    path: '/series/:id/host-swaps/:swapId/take-back',
    tag,
    access: 'meeting.change',
    status: 200,
    summary:
      'Take back a swap that is open, by whoever proposed it or may change the series; both hosts are told',
    params: z.strictObject({ id, swapId: id }),
    response: swap,
  }),
};
