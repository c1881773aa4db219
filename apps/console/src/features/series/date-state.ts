import type { SeriesDateDto } from '#contracts';
import type { Span } from '../../ui/moment.js';
import type { PointShape, YearPoint } from './year-points.js';

/** Whether a date asks the host something: whether it takes place on a holiday, or for the nod to invite. */
export function isWaiting({ state, awaitsNod }: SeriesDateDto): boolean {
  return state === 'asked' || awaitsNod;
}

/** Whether a date takes place, as far as is known. */
export function takesPlace({ state, meeting }: SeriesDateDto): boolean {
  return state === 'planned' && meeting !== null && meeting.state !== 'cancelled';
}

/** When a date begins: its meeting, or the day that the rule gives. */
export function startOfDate({ meeting, originalLocal }: SeriesDateDto): string {
  return meeting?.startsLocal ?? originalLocal;
}

/** The date for its block; one without a meeting is as long as it would be. */
export function spanOf(date: SeriesDateDto, zone: string): Span {
  const { meeting, originalLocal } = date;
  if (meeting === null) return { allDay: false, startsLocal: originalLocal, endsLocal: originalLocal, zone };
  const { allDay, startsLocal, endsLocal } = meeting;
  return { allDay, startsLocal, endsLocal, zone };
}

/** Dates in their order on the ring: the first that is to come and takes place is the next. */
export function pointsOf(dates: readonly SeriesDateDto[], today: string): readonly YearPoint[] {
  const next = dates.find((date) => takesPlace(date) && startOfDate(date).slice(0, 10) >= today);
  return dates.map((date) => {
    const day = startOfDate(date).slice(0, 10);
    return { id: date.id, day, shape: date === next ? 'next' : shapeOf(date, day < today) };
  });
}

function shapeOf(date: SeriesDateDto, isPast: boolean): PointShape {
  if (date.state === 'asked') return 'asked';
  if (!takesPlace(date)) return 'out';
  return isPast ? 'past' : 'coming';
}
