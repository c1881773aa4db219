import type { DateRuleDto } from '#contracts';
import { emptyDates, WEEKDAYS, type DatesDraft } from './dates-draft.js';

type Parts = ReadonlyMap<string, string>;

const KNOWN = new Set([
  'FREQ',
  'INTERVAL',
  'BYMONTH',
  'BYDAY',
  'BYMONTHDAY',
  'BYSETPOS',
  'UNTIL',
  'COUNT',
  'WKST',
]);

/** A rule as it stands in the form; what the form has no fields for stays as it was written. */
export function draftOf(rule: DateRuleDto): DatesDraft {
  if (rule.kind === 'picked') {
    const [first = ''] = rule.dates;
    return {
      ...emptyDates,
      rhythm: 'picked',
      startTime: first.slice(11, 16) || emptyDates.startTime,
      picked: [...rule.dates],
    };
  }
  const given = {
    ...emptyDates,
    startDay: rule.startsLocal.slice(0, 10),
    startTime: rule.startsLocal.slice(11, 16),
    except: [...rule.except],
  };
  const read = readParts(rule.rrule);
  return read === null
    ? { ...given, rhythm: 'written', rrule: rule.rrule }
    : { ...given, ...read, rrule: rule.rrule };
}

function readParts(rrule: string): Partial<DatesDraft> | null {
  const parts: Parts = new Map(
    rrule.split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name.toUpperCase(), value];
    }),
  );
  if ([...parts.keys()].some((name) => !KNOWN.has(name))) return null;
  const rhythm = rhythmOf(parts);
  const days = rhythm === null ? null : readDays(rhythm, parts);
  if (rhythm === null || days === null) return null;
  return {
    rhythm,
    ...days,
    interval: Number(parts.get('INTERVAL') ?? 1),
    months: numbers(parts.get('BYMONTH')),
    ...readEnd(parts),
  };
}

function rhythmOf(parts: Parts): 'weekly' | 'monthly' | 'yearly' | null {
  const frequency = parts.get('FREQ');
  if (frequency === 'WEEKLY') return 'weekly';
  if (frequency === 'MONTHLY') return 'monthly';
  // Without its month the nth weekday counts within the year.
  return frequency === 'YEARLY' && parts.has('BYMONTH') ? 'yearly' : null;
}

function readDays(rhythm: 'weekly' | 'monthly' | 'yearly', parts: Parts): Partial<DatesDraft> | null {
  const [days, monthDay, setPos] = [parts.get('BYDAY'), parts.get('BYMONTHDAY'), parts.get('BYSETPOS')];
  if (rhythm === 'weekly') {
    if (monthDay !== undefined || setPos !== undefined) return null;
    const weekdays = days === undefined ? [] : weekdaysOf(days);
    return weekdays === null ? null : { weekdays };
  }
  if (days === undefined) return readMonthDay(monthDay, setPos);
  if (monthDay !== undefined) return null;
  if (setPos !== undefined) {
    return days === 'MO,TU,WE,TH,FR' && setPos === '-1' ? { monthly: 'last-workday' } : null;
  }
  const weekdays = weekdaysOf(days);
  // Every one of them.
  if (weekdays !== null) return { monthly: 'weekday', weekdays, nths: [] };
  return readPositions(days);
}

function readMonthDay(monthDay: string | undefined, setPos: string | undefined): Partial<DatesDraft> | null {
  if (setPos !== undefined || monthDay === undefined || !/^(?:-1|\d{1,2})$/.test(monthDay)) return null;
  return monthDay === '-1' ? { monthly: 'last-day' } : { monthly: 'day', monthDay: Number(monthDay) };
}

/** `1MO,3MO`: every position with every weekday, or it is none of the form's. */
function readPositions(days: string): Partial<DatesDraft> | null {
  const found = days.split(',').map((part) => /^(-1|[1-4])([A-Z]{2})$/.exec(part));
  const nths = [...new Set(found.map((match) => Number(match?.[1])))];
  const weekdays = weekdaysOf([...new Set(found.map((match) => match?.[2] ?? ''))].join(','));
  const isWhole =
    found.every((match) => match !== null) && found.length === nths.length * (weekdays?.length ?? 0);
  return isWhole && weekdays !== null ? { monthly: 'weekday', nths, weekdays } : null;
}

function readEnd(parts: Parts): Partial<DatesDraft> {
  const [until, count] = [parts.get('UNTIL'), parts.get('COUNT')];
  if (until !== undefined) {
    const untilDay = [until.slice(0, 4), until.slice(4, 6), until.slice(6, 8)].join('-');
    return { end: 'until', untilDay };
  }
  return count === undefined ? {} : { end: 'count', count: Number(count) };
}

function weekdaysOf(text: string): number[] | null {
  const found = text.split(',').map((name) => WEEKDAYS.findIndex((day) => day === name) + 1);
  return found.includes(0) ? null : found;
}

function numbers(text: string | undefined): number[] {
  return text === undefined ? [] : text.split(',').map(Number);
}
