import { writeAudit } from '#audit';
import type { AuditRecord } from '#audit';
import { insertRows } from '#database';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { factOf, recordFacts } from '#queue';
import type { NewFact } from '#queue';
import type { Acting } from '../../acting.js';
import { refusing } from '../../constraint-refusals.js';
import {
  InstitutionChanged,
  MandateEnded,
  MandateGiven,
  MembershipAdded,
  MembershipChanged,
  PersonChanged,
  TagsChanged,
} from '../../directory.facts.js';
import { Institution } from '../../institution/institution.entity.js';
import { Membership } from '../../institution/membership.entity.js';
import { Mandate } from '../../office/mandate.entity.js';
import { scheduleTurns } from '../../office/mandate-turn.js';
import { PersonAddress } from '../../person/person-address.entity.js';
import { Person } from '../../person/person.entity.js';
import { groupRows } from '../../group-rows.js';
import { inParts } from '../in-parts.js';
import type { ImportWrites } from '../planning/plan.js';
import { writeTags } from './write-tags.js';
import { updateInstitutions, updateMandateEnds, updateMembershipEnds, updatePeople } from './update-rows.js';

/** Enough for few statements; what is made for them is gone before the next. */
const ROWS_AT_ONCE = 1000;

type Entry = Omit<AuditRecord, 'at' | 'actorPersonId' | 'channel' | 'requestId'>;

interface Told {
  readonly entry: Entry;
  readonly fact?: NewFact;
}

interface Writing {
  /** The institution that the import was made for, whose managers may read what it did. */
  readonly within: Id;
  readonly writes: ImportWrites;
  /** Is told after each step how much of all is written, from 0 to 1. */
  readonly onWritten: (share: number) => Promise<void>;
}

/**
 * Writes a plan as multi-row statements, with an audit entry and a fact for every row that is new or changed. Throws the
 * refusals of the tables' constraints; the transaction is lost then.
 */
export async function writeImport(tx: Tx, acting: Acting, writing: Writing): Promise<void> {
  const { writes, onWritten } = writing;
  const steps: readonly (() => Promise<void>)[] = [
    () => writeInstitutions(tx, writes, acting.now),
    () => writePeople(tx, writes, acting.now),
    () => insertRows(tx, PersonAddress, writes.addresses),
    () => writeMandates(tx, acting, writing),
    () => writeTags(tx, writes),
    () => tell(tx, acting, allTold(writing, acting)),
  ];
  for (const [index, step] of steps.entries()) {
    await refusing(step);
    await onWritten((index + 1) / steps.length);
  }
}

async function writeInstitutions(tx: Tx, writes: ImportWrites, now: Temporal.Instant): Promise<void> {
  const times = { version: 1, createdAt: now, changedAt: now };
  await insertRows(
    tx,
    Institution,
    writes.institutions.map((row) => ({ ...row, ...times })),
  );
  await updateInstitutions(tx, writes.institutionChanges, now);
  await updateMembershipEnds(tx, writes.membershipEnds);
  await insertRows(tx, Membership, writes.memberships);
}

async function writePeople(tx: Tx, writes: ImportWrites, now: Temporal.Instant): Promise<void> {
  const times = { version: 1, createdAt: now, changedAt: now };
  for (const part of inParts(writes.people, ROWS_AT_ONCE)) {
    await insertRows(
      tx,
      Person,
      part.map((row) => ({ ...row, ...times })),
    );
  }
  await updatePeople(tx, writes.personChanges, now);
}

/** What follows when an office changes hands, follows here as well. */
async function writeMandates(tx: Tx, acting: Acting, { writes, within }: Writing): Promise<void> {
  await updateMandateEnds(tx, writes.mandateEnds);
  await insertRows(tx, Mandate, writes.mandates);
  const ended = writes.mandateEnds.map(({ row, validUntil }) => ({
    ...row,
    validUntil,
    formerLastDay: row.validUntil,
  }));
  const changed = [...ended, ...writes.mandates].map((mandate) => ({ ...mandate, institutionId: within }));
  await scheduleTurns(tx, acting, changed);
}

async function tell(tx: Tx, { actor, now }: Acting, all: Iterable<Told>): Promise<void> {
  const { personId, requestId } = actor;
  for (const told of inParts(all, ROWS_AT_ONCE)) {
    await writeAudit(
      tx,
      told.map(({ entry }) => ({
        ...entry,
        at: now,
        actorPersonId: personId,
        channel: 'import' as const,
        requestId,
      })),
    );
    await recordFacts(
      tx,
      told.flatMap(({ fact }) => fact ?? []),
    );
  }
}

/** Made as it is written, for it says once more all that is new. */
function* allTold(writing: Writing, acting: Acting): Generator<Told> {
  yield* institutionsTold(writing, acting);
  yield* membershipsTold(writing, acting);
  yield* peopleTold(writing, acting);
  yield* mandatesTold(writing, acting);
  yield* tagsTold(writing, acting);
}

function institutionsTold({ writes, within }: Writing, { now }: Acting): readonly Told[] {
  const subjectKind = 'institution';
  const fact = (institutionId: string) => factOf(InstitutionChanged, { institutionId }, now);
  return [
    ...writes.institutions.map(({ id, ...after }) => ({
      entry: {
        action: 'institution.create' as const,
        subjectKind,
        subjectId: id,
        institutionIds: [id, within],
        after,
      },
      fact: fact(id),
    })),
    ...writes.institutionChanges.map(({ id, before, after }) => ({
      entry: {
        action: 'institution.change' as const,
        subjectKind,
        subjectId: id,
        institutionIds: [id, within],
        before,
        after,
      },
      fact: fact(id),
    })),
  ];
}

function membershipsTold({ writes }: Writing, { now }: Acting): readonly Told[] {
  return [
    ...writes.memberships.map(({ id, ...after }) => ({
      entry: {
        action: 'membership.add' as const,
        subjectKind: 'membership',
        subjectId: id,
        institutionIds: [after.institutionId, after.memberId],
        after,
      },
      fact: factOf(
        MembershipAdded,
        { membershipId: id, institutionId: after.institutionId, memberId: after.memberId },
        now,
      ),
    })),
    ...writes.membershipEnds.map(({ row, validUntil }) => ({
      entry: {
        action: 'membership.end' as const,
        subjectKind: 'membership',
        subjectId: row.id,
        institutionIds: [row.institutionId, row.memberId],
        before: { validUntil: row.validUntil },
        after: { validUntil },
      },
      fact: factOf(
        MembershipChanged,
        { membershipId: row.id, institutionId: row.institutionId, memberId: row.memberId },
        now,
      ),
    })),
  ];
}

function* peopleTold({ writes, within }: Writing, { now }: Acting): Generator<Told> {
  const subjectKind = 'person';
  const added = groupRows(writes.addresses, ({ personId }) => personId);
  const addressesOf = (id: string) => (added.get(id) ?? []).map(({ address }) => address);
  const fact = (personId: string) => factOf(PersonChanged, { personId }, now);
  for (const { id, ...fields } of writes.people) {
    const entry = {
      action: 'person.create' as const,
      subjectKind,
      subjectId: id,
      institutionIds: [fields.homeInstitutionId ?? within],
      personal: { after: { ...fields, addresses: addressesOf(id) } },
    };
    yield { entry, fact: fact(id) };
  }
  for (const { id, before, after } of writes.personChanges) {
    const entry = {
      action: 'person.change' as const,
      subjectKind,
      subjectId: id,
      institutionIds: [within],
      personal: { before, after: { ...after, addedAddresses: addressesOf(id) } },
    };
    yield { entry, fact: fact(id) };
  }
}

function mandatesTold({ writes, within }: Writing, { now }: Acting): readonly Told[] {
  const subjectKind = 'mandate';
  return [
    ...writes.mandates.map(({ id, ...after }) => ({
      entry: { action: 'mandate.give' as const, subjectKind, subjectId: id, institutionIds: [within], after },
      fact: factOf(MandateGiven, { mandateId: id, officeId: after.officeId, personId: after.personId }, now),
    })),
    ...writes.mandateEnds.map(({ row, validUntil }) => ({
      entry: {
        action: 'mandate.end' as const,
        subjectKind,
        subjectId: row.id,
        institutionIds: [within],
        before: { validUntil: row.validUntil },
        after: { validUntil },
      },
      fact: factOf(MandateEnded, { mandateId: row.id, officeId: row.officeId, personId: row.personId }, now),
    })),
  ];
}

function tagsTold({ writes, within }: Writing, { now }: Acting): readonly Told[] {
  const institutionIds = [within];
  return [
    ...writes.tags.map(({ id, ...after }) => ({
      entry: { action: 'tag.create' as const, subjectKind: 'tag', subjectId: id, institutionIds, after },
      fact: factOf(TagsChanged, { subjectId: id }, now),
    })),
    ...writes.taggings.map(({ kind, id, tagIds: added }) => ({
      entry: {
        action: `${kind}.tag` as const,
        subjectKind: kind,
        subjectId: id,
        institutionIds,
        personal: { after: { added, removed: [] } },
      },
      fact: factOf(TagsChanged, { subjectId: id }, now),
    })),
  ];
}
