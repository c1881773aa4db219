import { Injectable } from '@nestjs/common';
import { GrantSource, scopeOf } from '#access';
import type { Actor } from '#access';
import type { PersonField } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Reader, Tx } from '#database';
import { Clock, DomainError, newId } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { PeopleMerged } from '../directory.facts.js';
import { foldAddress } from '../person/address.rules.js';
import { getPerson } from '../person/list-people.js';
import { PersonAddress } from '../person/person-address.entity.js';
import type { PersonView } from '../person/person-view.js';
import { Person } from '../person/person.entity.js';
import { checkVersion } from '../version-check.js';
import { homesOf } from '../rights/person-home.js';
import { lockPair } from './lock-pair.js';
import { differingFields, mergedAddresses, mergedFields } from './merged-fields.js';
import type { MergeChoices } from './merged-fields.js';
import { MergedPerson } from './merged-person.entity.js';
import { assertMayMerge } from './moved-rights.js';
import type { MergeEffect, MergePair } from './person-merger.js';
import { PersonMergers } from './person-mergers.js';

export interface MergePreview {
  readonly own: PersonView;
  readonly other: PersonView;
  readonly differing: readonly PersonField[];
  readonly effects: readonly MergeEffect[];
}

export interface Merge extends MergePair {
  /** The versions that were looked at. */
  readonly versions: { readonly own: number; readonly other: number };
  readonly choices: MergeChoices;
  /** Null: the survivor's stays preferred. */
  readonly preferredAddress: string | null;
}

export interface MergeResult {
  readonly person: PersonView;
  /** They were one already; nothing was done. */
  readonly alreadyDone: boolean;
}

/** Makes two people one. */
@Injectable()
export class MergePeople {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mergers: PersonMergers,
    private readonly source: GrantSource,
    private readonly clock: Clock,
  ) {}

  /**
   * What a merge would do; changes nothing. Throws `merge.with-itself`, `person.not-found`, `access.denied`,
   * `merge.rights-too-far` and `merge.both-sign-in`, as the merge does.
   */
  async preview(actor: Actor, pair: MergePair): Promise<MergePreview> {
    const { reader } = this.work;
    const [own, other] = await readPair(reader, actor, pair);
    await assertMayMerge(reader, { actor, now: this.clock.now(), source: this.source }, [own, other]);
    const effects: MergeEffect[] = [];
    for (const merger of this.mergers.list()) effects.push(...(await merger.foresee(reader, pair)));
    return { own, other, differing: differingFields(own, other), effects };
  }

  /**
   * Moves everything that the other has to the survivor, in one transaction; the other's row goes, and its id leads to
   * the survivor. Locks meetings, invitations and offices, what both may do, then both people. A second call says that it is done. Throws
   * what `preview` throws, `version.stale` for either of the two and `merge.unknown-address`.
   */
  async merge(actor: Actor, merge: Merge): Promise<MergeResult> {
    return this.work.run(async (tx) => {
      const done = await findDone(tx, actor, merge);
      if (done !== null) return { person: done, alreadyDone: true };
      for (const merger of this.mergers.list()) await merger.lock(tx, merge);
      await lockPair(tx, merge);
      return { person: await this.unite(tx, { actor, now: this.clock.now() }, merge), alreadyDone: false };
    });
  }

  private async unite(tx: Tx, acting: Acting, merge: Merge): Promise<PersonView> {
    const [own, other] = await readPair(tx, acting.actor, merge);
    checkVersion(own, merge.versions.own);
    checkVersion(other, merge.versions.other);
    await assertMayMerge(tx, { ...acting, source: this.source }, [own, other]);
    const addresses = mergedAddresses(own, other, merge.preferredAddress);
    for (const merger of this.mergers.list()) await merger.move(tx, merge, acting);
    await tx.manager.delete(Person, { id: other.id });
    await tx.manager.update(
      Person,
      { id: own.id },
      { ...mergedFields(own, other, merge.choices), version: own.version + 1, changedAt: acting.now },
    );
    await replaceAddresses(tx, own.id, addresses);
    await insertRows(tx, MergedPerson, [{ id: other.id, survivorId: own.id, mergedAt: acting.now }]);
    const person = await getPerson(tx, scopeOf(acting.actor, 'person.read'), own.id);
    await record(tx, acting, { own, other, person });
    return person;
  }
}

async function readPair(
  reader: Reader,
  actor: Actor,
  { survivorId, otherId }: MergePair,
): Promise<readonly [PersonView, PersonView]> {
  if (survivorId === otherId) throw new DomainError('merge.with-itself');
  const scope = scopeOf(actor, 'person.read');
  return [await getPerson(reader, scope, survivorId), await getPerson(reader, scope, otherId)];
}

async function findDone(
  tx: Tx,
  actor: Actor,
  { survivorId, otherId }: MergePair,
): Promise<PersonView | null> {
  const done = await tx.manager.existsBy(MergedPerson, { id: otherId, survivorId });
  return done ? getPerson(tx, scopeOf(actor, 'person.read'), survivorId) : null;
}

/** Keeps the rows that are there, whose ids stand for what was sent to them. */
async function replaceAddresses(
  tx: Tx,
  personId: Id,
  addresses: ReturnType<typeof mergedAddresses>,
): Promise<void> {
  const present = await tx.manager.findBy(PersonAddress, { personId });
  const byFolded = new Map(present.map((row) => [row.addressFolded, row]));
  await tx.manager.update(PersonAddress, { personId }, { preferred: false });
  for (const [place, { address, state }] of addresses.entries()) {
    const known = byFolded.get(foldAddress(address));
    const columns = { state, preferred: place === 0 };
    if (known !== undefined) await tx.manager.update(PersonAddress, { id: known.id }, columns);
    else {
      const row = { ...columns, id: newId(), personId, address, addressFolded: foldAddress(address) };
      await insertRows(tx, PersonAddress, [row]);
    }
  }
}

interface Merged {
  readonly own: PersonView;
  readonly other: PersonView;
  readonly person: PersonView;
}

async function record(tx: Tx, acting: Acting, { own, other, person }: Merged): Promise<void> {
  const personal = { before: { own, other }, after: { person } };
  await recordChange(tx, acting, {
    action: 'person.merge',
    subjectKind: 'person',
    subjectId: own.id,
    institutionIds: [own, other, person].flatMap(homesOf),
    before: { id: own.id, otherId: other.id },
    after: { id: own.id },
    personal,
    fact: factOf(PeopleMerged, { personId: own.id, otherId: other.id }, acting.now),
  });
}
