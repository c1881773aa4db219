import { DomainError, newId } from '#kernel';
import type { MandateView } from '../../office/office-view.js';
import { firstFreeSeat } from '../../office/seat.rules.js';
import { checkPeriod, isLonger, overlaps } from '../../period.rules.js';
import type { Period } from '../../period.rules.js';
import { foldName } from '../reading/fold.js';
import type { ImportRecord, RowProblem } from '../reading/record.js';
import type { Known, KnownOffice } from './known.js';
import type { PersonDraft, PlannedPerson } from './person-planner.js';
import type { Outcome, PlannedPart } from './plan.js';

interface Wish extends Period {
  readonly office: KnownOffice & { readonly present: MandateView[] };
  readonly name: string;
  readonly person: PlannedPerson;
  readonly draft: PersonDraft;
  /** The office gives this person rights that the actor does not have: neither the mandate nor a longer one is theirs to give. */
  readonly tooFar: boolean;
}

/** Decides which office a row gives to its person, and takes account of the rows before it. */
export class MandatePlanner {
  private readonly offices: readonly (KnownOffice & { readonly present: MandateView[] })[];

  constructor(private readonly known: Pick<Known, 'offices' | 'mayGiveMandates' | 'beyondOwn' | 'risers'>) {
    this.offices = known.offices.map((office) => ({ ...office, present: [...office.mandates] }));
  }

  /** What becomes of the row's office; undefined where it names none. */
  plan(
    { values }: ImportRecord,
    person: PlannedPerson,
    draft: PersonDraft,
  ): Outcome<PlannedPart> | undefined {
    const { office: name, officeFrom: validFrom, officeUntil: validUntil = null } = values;
    if (name === undefined) return undefined;
    if (!this.known.mayGiveMandates) return refused('office', 'import.no-mandates');
    if (!person.reached) return refused('office', 'import.person-out-of-reach');
    if (validFrom === undefined) return refused('officeFrom', 'import.office-from-missing');
    const found = this.offices.filter((office) => isNamed(office, name));
    const [office, another] = found;
    if (office === undefined) return refused('office', 'import.office-unknown', { value: name });
    if (another !== undefined) return refused('office', 'import.office-ambiguous', { value: name });
    const { beyondOwn, risers } = this.known;
    const tooFar = beyondOwn.has(office.id) && risers.has(person.personId);
    return settle({ office, name, person, draft, validFrom, validUntil, tooFar });
  }
}

function settle(wish: Wish): Outcome<PlannedPart> {
  const { office, person, validFrom, validUntil } = wish;
  const held = office.present.find(
    (mandate) => mandate.person.id === person.personId && mandate.validFrom.equals(validFrom),
  );
  try {
    checkPeriod(wish);
    if (held !== undefined && (validUntil === null || held.validUntil?.equals(validUntil) === true)) {
      return { state: 'unchanged', changes: [], commit: () => undefined };
    }
    if (wish.tooFar && (held === undefined || isLonger(wish, held)))
      throw new DomainError('access.more-than-own');
    return held === undefined ? giveSeat(wish) : moveEnd(wish, held);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { problem: { field: 'office', code: error.code, params: error.params } };
  }
}

function giveSeat({ office, name, person, draft, validFrom, validUntil }: Wish): PlannedPart {
  const period = { validFrom, validUntil };
  const seat = firstFreeSeat(office.seats, office.present, { personId: person.personId, ...period });
  const mandate = { ...period, id: newId(), officeId: office.id, personId: person.personId, seat };
  const holder = { academicTitle: null, ...draft.fields, id: person.personId };
  office.present.push({ ...period, id: mandate.id, officeId: office.id, person: holder, seat });
  return {
    state: 'changed',
    changes: [{ field: 'office', before: null, after: `${name} (${periodWords(period)})` }],
    commit: (writes) => writes.mandates.push(mandate),
  };
}

function moveEnd({ office, person, validUntil }: Wish, held: MandateView): PlannedPart {
  const ended = { ...held, validUntil };
  const others = office.present.filter(
    (other) => other.id !== held.id && (other.seat === held.seat || other.person.id === person.personId),
  );
  if (others.some((other) => overlaps(other, ended))) throw new DomainError('mandate.overlaps');
  office.present.splice(office.present.indexOf(held), 1, ended);
  const { id, officeId, seat, validFrom } = held;
  const row = { id, officeId, seat, personId: person.personId, validFrom, validUntil: held.validUntil };
  return {
    state: 'changed',
    changes: [
      { field: 'officeUntil', before: held.validUntil?.toString() ?? null, after: String(validUntil) },
    ],
    commit: (writes) => writes.mandateEnds.push({ row, validUntil }),
  };
}

function isNamed({ name }: KnownOffice, wanted: string): boolean {
  return [name.de, name.en].some((text) => text !== undefined && foldName(text) === foldName(wanted));
}

function periodWords({ validFrom, validUntil }: Period): string {
  return [validFrom.toString(), '–', validUntil?.toString() ?? ''].join(' ').trim();
}

function refused(
  field: RowProblem['field'],
  code: string,
  params: RowProblem['params'] = {},
): { readonly problem: RowProblem } {
  return { problem: { field, code, params } };
}
