import { DomainError, newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import type { Membership } from '../../institution/membership.entity.js';
import { checkPeriod, overlaps, periodText } from '../../period.rules.js';
import type { Period } from '../../period.rules.js';
import type { ImportRecord } from '../reading/record.js';
import type { Known } from './known.js';
import type { Outcome, PlannedPart } from './plan.js';

type Present = Membership[];

/**
 * Decides since and until when a row's organisation is a member. Without a day, one that is no member becomes one today,
 * and a member stays as it is.
 */
export class MembershipPlanner {
  private readonly present = new Map<Id, Present>();

  constructor(
    private readonly known: Pick<Known, 'institutionId' | 'memberships' | 'above'>,
    private readonly today: Temporal.PlainDate,
  ) {
    for (const membership of known.memberships) {
      const { memberId } = membership;
      this.present.set(memberId, [...(this.present.get(memberId) ?? []), membership]);
    }
  }

  plan({ values }: ImportRecord, memberId: Id): Outcome<PlannedPart> {
    const { memberSince, memberUntil: validUntil = null } = values;
    const present = this.present.get(memberId) ?? [];
    if (memberSince === undefined && validUntil === null && present.length > 0) return unchanged;
    const validFrom = memberSince ?? present.at(-1)?.validFrom ?? this.today;
    const same = present.find((membership) => membership.validFrom.equals(validFrom));
    try {
      checkPeriod({ validFrom, validUntil });
      return same === undefined
        ? this.begin(present, { memberId, validFrom, validUntil })
        : moveEnd(present, same, validUntil);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { problem: { field: 'memberSince', code: error.code, params: error.params } };
    }
  }

  private begin(
    present: Present,
    period: Pick<Membership, 'memberId' | 'validFrom' | 'validUntil'>,
  ): PlannedPart {
    if (period.memberId === this.known.institutionId) throw new DomainError('membership.of-itself');
    if (present.some((membership) => overlaps(membership, period)))
      throw new DomainError('membership.overlaps');
    const membership = { ...period, id: newId(), institutionId: this.known.institutionId };
    const { validFrom, validUntil } = period;
    return {
      state: 'changed',
      changes: [
        { field: 'memberSince', before: null, after: validFrom.toString() },
        ...(validUntil === null
          ? []
          : [{ field: 'memberUntil' as const, before: null, after: validUntil.toString() }]),
      ],
      commit: (writes) => writes.memberships.push(membership),
    };
  }
}

const unchanged: PlannedPart = { state: 'unchanged', changes: [], commit: () => undefined };

function moveEnd(present: Present, row: Membership, validUntil: Temporal.PlainDate | null): PlannedPart {
  if (validUntil === null || row.validUntil?.equals(validUntil) === true) return unchanged;
  refuseOverlap(
    present.filter(({ id }) => id !== row.id),
    { ...row, validUntil },
  );
  return {
    state: 'changed',
    changes: [
      { field: 'memberUntil', before: row.validUntil?.toString() ?? null, after: validUntil.toString() },
    ],
    commit: (writes) => writes.membershipEnds.push({ row, validUntil }),
  };
}

function refuseOverlap(present: Present, period: Period): void {
  const inTheWay = present.find((membership) => overlaps(membership, period));
  if (inTheWay !== undefined) throw new DomainError('membership.overlaps', { period: periodText(inTheWay) });
}
