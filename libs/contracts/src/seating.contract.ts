import { z } from 'zod';
import { id, line, localized } from './fields.js';

const count = (least: number, most: number) =>
  z.int('validation.not-a-number').min(least, 'validation.too-small').max(most, 'validation.too-large');

/** Seats of a kind, on site and online for instance; null: as many as come. */
const contingent = z.strictObject({
  id,
  name: localized(line(100)),
  seats: count(1, 100_000).nullable().default(null),
  /** Whoever takes one stays where they are: no place to go to, no sheet to sign. */
  online: z.boolean().default(false),
});
export type Contingent = z.output<typeof contingent>;

/** At most so many seats for each cluster or organisation that somebody comes for. */
const quota = z.strictObject({ per: z.enum(['cluster', 'organisation']), seats: count(1, 10_000) });
export type Quota = z.output<typeof quota>;

/** How a meeting's seats are given. */
export const seating = z.strictObject({
  /** Kinds of seats to choose from; none: all seats are alike. */
  contingents: z
    .array(contingent)
    .max(10)
    .refine((list) => new Set(list.map((one) => one.id)).size === list.length, 'seating.same-id')
    .default([]),
  quota: quota.nullable().default(null),
  /** So many of the seats are kept for hosts and for whom the host keeps one, speakers for instance. */
  reserved: count(0, 10_000).default(0),
  /** Who of those waiting comes first. */
  line: z.enum(['arrival', 'clusters-first']).default('arrival'),
  /** A freed seat is held so long for the first in line, in hours; null: it is theirs at once. */
  offerHours: count(1, 336).nullable().default(24),
  /** What becomes of a seat that comes free after answers were due. */
  afterAnswerBy: z.enum(['promote', 'host']).default('promote'),
  /** The host decides on each request. */
  approval: z.boolean().default(false),
  /** So many companions each person may bring. */
  companions: count(0, 50).default(0),
  /** Everybody may register on the meeting's public page. */
  open: z.boolean().default(false),
  /** Whether a colleague may come instead: for nobody, for whoever the host invited, or for their substitutes too. */
  substitutes: z.enum(['none', 'once', 'chain']).default('once'),
  /** So many colleagues of their organisation each person may register. */
  colleagues: count(0, 50).default(0),
});
export type Seating = z.output<typeof seating>;

export const ordinarySeating: Seating = {
  contingents: [],
  quota: null,
  reserved: 0,
  line: 'arrival',
  offerHours: 24,
  afterAnswerBy: 'promote',
  approval: false,
  companions: 0,
  open: false,
  substitutes: 'once',
  colleagues: 0,
};

/** What somebody who comes asks for besides; what is absent stays as it was. */
/** What can be too small for people who come together: a number for each institution, or of seats that many share. */
export const seatLimit = z.enum([
  'cluster-quota',
  'organisation-quota',
  'capacity',
  /** Seats that are not kept back. */
  'ordinary',
  'contingent',
]);
export type SeatLimit = z.output<typeof seatLimit>;

export const seatWish = z.strictObject({
  /** The companions' names, one for each; empty where only their number is known. */
  companions: z.array(z.string().trim().max(200, 'validation.too-long')).max(500).nullable().default(null),
  contingentId: id.nullable().default(null),
});
export type SeatWish = z.output<typeof seatWish>;
