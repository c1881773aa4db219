import type { Tone } from './state-mark.js';

export interface StepPlotProps {
  /** Ascending, as 2027-03-04. */
  readonly days: readonly string[];
  /** From the bottom up; a count for every day, which holds until the next. */
  readonly layers: readonly {
    readonly key: string;
    readonly tone: Tone;
    readonly counts: readonly number[];
  }[];
}

interface Plot extends StepPlotProps {
  readonly width: number;
  readonly height: number;
}

/** The outline of each layer as an SVG path, and the largest sum, which reaches the top. The last day is a day wide. */
export function stepLayers({ days, layers, width, height }: Plot) {
  const numbers = days.map((day) => Date.parse(day) / 86_400_000);
  const [first = 0] = numbers;
  const ends = [...numbers.slice(1), (numbers.at(-1) ?? first) + 1];
  const span = (ends.at(-1) ?? first + 1) - first;
  const x = (day: number) => rounded(((day - first) / span) * width);
  const most = Math.max(
    1,
    ...days.map((_, at) => layers.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)),
  );
  const y = (count: number) => rounded(height - (count / most) * height);
  const steps = (heights: readonly number[]) =>
    heights.flatMap((count, at) => [
      `${x(numbers[at] ?? first)},${y(count)}`,
      `${x(ends[at] ?? first)},${y(count)}`,
    ]);
  const below = days.map(() => 0);
  const paths = layers.map(({ key, tone, counts }) => {
    const lower = [...below];
    const upper = lower.map((base, at) => base + (counts[at] ?? 0));
    below.splice(0, below.length, ...upper);
    return { key, tone, path: `M${[...steps(upper), ...steps(lower).toReversed()].join('L')}Z` };
  });
  return { most, paths };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
