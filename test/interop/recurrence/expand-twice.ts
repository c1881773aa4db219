import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { expandRule, instantOf, publicHolidays } from '#calendar';
import { Temporal } from '#kernel';
import { generatedRules } from './generated-rules.js';
import type { GeneratedRule } from './generated-rules.js';

/*
 * Expands generated rules by our engine and by `rrule`, which shares no code with it, and prints whether they agree; with the holidays,
 * which the process's zone must not move either.
 * `rrule` is given wall clocks as if they were UTC and read by UTC, which keeps the process's zone out of it.
 */

const { RRule } = createRequire(import.meta.url)('rrule') as typeof import('rrule');

const [seed = '1', runs = '400', control = ''] = process.argv.slice(2);
const YEARS = 10;
const CLOCKS_CHANGE_IN = /-(?:03|10)-/;
const inBerlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});
const hash = createHash('sha256');
let dates = 0;
let empty = 0;

const agreed = fc.property(generatedRules, (rule) => {
  const [ours, theirs] = [expandOurs(rule), expandTheirs(rule)];
  hash.update(JSON.stringify(ours));
  dates += ours.length;
  if (ours.length === 0) empty += 1;
  const at = ours.findIndex((date, index) => date !== theirs[index]);
  const differing = at === -1 && theirs.length > ours.length ? ours.length : at;
  if (differing !== -1)
    throw new Error(`date ${differing}: ours ${ours[differing]}, theirs ${theirs[differing]}`);
  for (const date of ours) if (CLOCKS_CHANGE_IN.test(date)) assertOnTheWall(date);
});

const LANDS = 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' ');
const [first, last] = [Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2036-01-01')];
hash.update(JSON.stringify(publicHolidays(LANDS, first, last)));

const result = fc.check(agreed, { seed: Number(seed), numRuns: Number(runs), endOnFailure: control !== '' });
process.stdout.write(
  JSON.stringify({
    // Shows that the process really stands in the zone it was given.
    offset: String(new Date('2027-07-01T00:00:00Z').getTimezoneOffset()),
    rules: result.numRuns,
    dates,
    empty,
    hash: hash.digest('hex'),
    failure: result.failed ? `${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}` : null,
  }),
);

function expandOurs({ startsLocal, rrule, exceptAt }: GeneratedRule): readonly string[] {
  const from = Temporal.PlainDateTime.from(startsLocal);
  const span = { from, until: Temporal.PlainDateTime.from(endOf(startsLocal)) };
  const rule = { kind: 'rrule', startsLocal, rrule, except: [] } as const;
  const first = expandRule(rule, { ...span, limit: 13 });
  const except = exceptAt.flatMap((index) => first[index]?.toString({ smallestUnit: 'minute' }) ?? []);
  return expandRule({ ...rule, except }, span).map((date) => date.toString({ smallestUnit: 'minute' }));
}

function expandTheirs({ startsLocal, rrule, exceptAt }: GeneratedRule): readonly string[] {
  const from = new Date(`${startsLocal}:00Z`);
  const until = new Date(`${endOf(startsLocal)}:00Z`);
  // The control keeps a part from the second engine: the two must then differ, or nothing is compared.
  const kept = control === '' ? rrule : rrule.replace(new RegExp(`;${control}=[^;]*`), '');
  const given = kept.replace(/(UNTIL=\d+T\d+)/, '$1Z');
  const options = { ...RRule.parseString(given), dtstart: from };
  return new RRule(options)
    .between(from, until, true)
    .filter((date, index) => date < until && !exceptAt.includes(index))
    .map((date) => date.toISOString().slice(0, 16));
}

/** When both stop: the beginning of a year, so that no leap day is added to. */
function endOf(startsLocal: string): string {
  return `${Number(startsLocal.slice(0, 4)) + YEARS}-01-01T00:00`;
}

/** The instant that follows from the date is the one at which a clock in the zone shows it, says Intl. */
function assertOnTheWall(date: string): void {
  const instant = instantOf(Temporal.PlainDateTime.from(date), 'Europe/Berlin');
  const shown = inBerlin.format(instant.epochMilliseconds).replace(' ', 'T');
  if (shown !== date) throw new Error(`${date} is shown as ${shown}`);
}
