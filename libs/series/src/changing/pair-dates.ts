import type { Temporal } from '#kernel';

/**
 * Which of the old dates becomes which of the new: the same moment or day first, then, in order, whatever lies nearest,
 * but no further than half the usual distance between the old. Pairs never cross, so the third date stays the third.
 * Both lists sorted; the result has an entry for every old date, null where none is left.
 */
export function pairDates(
  old: readonly Temporal.PlainDateTime[],
  fresh: readonly Temporal.PlainDateTime[],
): readonly (number | null)[] {
  const [before, after] = [old.map(toHours), fresh.map(toHours)];
  const reach = reachOf(before, after);
  let free = 0;
  return before.map((date, index) => {
    const chosen = nearest(date, after, { from: free, reach, next: before[index + 1] ?? Infinity });
    if (chosen !== null) free = chosen + 1;
    return chosen;
  });
}

interface Choice {
  readonly from: number;
  readonly reach: number;
  /** The old date that comes after: what is nearer to it is left to it. */
  readonly next: number;
}

function nearest(date: number, fresh: readonly number[], { from, reach, next }: Choice): number | null {
  let chosen: number | null = null;
  let away = Infinity;
  for (let index = from; index < fresh.length; index += 1) {
    const at = fresh[index] ?? Infinity;
    const distance = Math.abs(at - date);
    if (at > date + reach) break;
    if (distance <= reach && distance <= Math.abs(next - at) && distance < away) {
      [chosen, away] = [index, distance];
    }
  }
  return chosen;
}

/** Half the median distance between dates; for a single date a fortnight. */
function reachOf(old: readonly number[], fresh: readonly number[]): number {
  const dates = old.length > 1 ? old : fresh;
  const gaps = dates
    .slice(1)
    .map((date, index) => date - (dates[index] ?? date))
    .toSorted((one, other) => one - other);
  return gaps.length === 0 ? 14 * 24 : (gaps[Math.floor(gaps.length / 2)] ?? 0) / 2;
}

/** Hours since 1970 by the wall clock. */
function toHours(date: Temporal.PlainDateTime): number {
  return date.toZonedDateTime('UTC').epochMilliseconds / 3_600_000;
}
