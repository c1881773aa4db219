import { ordinarySeating, type Quota, type Seating } from '#contracts';
import { both, numberOrNull, written, type Both } from '../../ui/typed-values.js';

export interface ContingentDraft {
  id: string;
  name: Both;
  seats: number | string;
  online: boolean;
}

/** How seats are given, as it stands in the form; what is empty is not wanted. */
export interface SeatingDraft {
  contingents: ContingentDraft[];
  quotaSeats: number | string;
  quotaPer: Quota['per'];
  reserved: number | string;
  line: Seating['line'];
  offerHours: number | string;
  afterAnswerBy: Seating['afterAnswerBy'];
  approval: boolean;
  companions: number | string;
  open: boolean;
  substitutes: Seating['substitutes'];
  colleagues: number | string;
}

export function emptyContingent(): ContingentDraft {
  return { id: crypto.randomUUID(), name: { de: '', en: '' }, seats: '', online: false };
}

/** How many places the kinds add up to; null: no kinds, or one without a limit. */
export function seatsOf(contingents: readonly ContingentDraft[]): number | null {
  if (contingents.length === 0) return null;
  return contingents.reduce<number | null>((sum, { seats }) => {
    const own = numberOrNull(seats);
    return sum === null || own === null ? null : sum + own;
  }, 0);
}

export function seatingValues(seating: Seating): SeatingDraft {
  const { contingents, quota, reserved, companions, colleagues, offerHours } = seating;
  return {
    contingents: contingents.map(({ id, name, seats, online }) => ({
      id,
      name: both(name),
      seats: seats ?? '',
      online,
    })),
    quotaSeats: quota?.seats ?? '',
    quotaPer: quota?.per ?? 'cluster',
    reserved: reserved === 0 ? '' : reserved,
    line: seating.line,
    offerHours: offerHours ?? '',
    afterAnswerBy: seating.afterAnswerBy,
    approval: seating.approval,
    companions: companions === 0 ? '' : companions,
    open: seating.open,
    substitutes: seating.substitutes,
    colleagues: colleagues === 0 ? '' : colleagues,
  };
}

export const usualSeating: SeatingDraft = seatingValues(ordinarySeating);

export function seatingBody(draft: SeatingDraft): Seating {
  const quotaSeats = numberOrNull(draft.quotaSeats);
  return {
    contingents: draft.contingents.map(({ id, name, seats, online }) => ({
      id,
      name: written(name) ?? {},
      seats: numberOrNull(seats),
      online,
    })),
    quota: quotaSeats === null ? null : { per: draft.quotaPer, seats: quotaSeats },
    reserved: numberOrNull(draft.reserved) ?? 0,
    line: draft.line,
    offerHours: numberOrNull(draft.offerHours),
    afterAnswerBy: draft.afterAnswerBy,
    approval: draft.approval,
    companions: numberOrNull(draft.companions) ?? 0,
    open: draft.open,
    substitutes: draft.substitutes,
    colleagues: numberOrNull(draft.colleagues) ?? 0,
  };
}

/** The field of the form that shows what is wrong with a part of the seating. */
export function seatingField(path: string): string {
  if (path === 'seating') return 'seating.reserved';
  if (path === 'seating.quota.seats') return 'seating.quotaSeats';
  return /^seating\.contingents\.\d+\.name$/.test(path) ? `${path}.de` : path;
}
