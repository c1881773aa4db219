import type { Role } from '#contracts';
import { newId, Temporal } from '#kernel';
import type { Reader } from '#database';
import { aKey } from '../factories/access.factory.js';
import { anAudience, aTag, holdersIn } from '../factories/audience.factory.js';
import { anImportRun } from '../factories/import.factory.js';
import { aMandate, aMembership, anInstitution, anOffice, aPerson } from '../factories/directory.factory.js';
import { aDecision, aDeputy, aHandover, aReason } from '../factories/handover.factory.js';
import { aSentMail } from '../factories/mail.factory.js';
import { aMeeting, anInvitation } from '../factories/meetings.factory.js';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import { testKeys } from './test-api.js';

/** Where something lies, seen from who asks: where their role is held, in a member of that, or somewhere else. */
export const sides = ['own', 'beneath', 'foreign'] as const;
export type Side = (typeof sides)[number];

/** Makes rows, and tells what is needed of them. */
export type Maker<Made> = (world: RoleWorld, side: Side) => Made | Promise<Made>;
type Kept = Map<Maker<unknown>, Map<Side, unknown>>;

const at = Temporal.Instant.from('2026-02-02T08:00:00Z');
const officeRoles = ['network_coordinator', 'cluster_manager', 'organisation_manager'] as const;

/** Somebody with one role and an API key, and everything that they may or may not reach; each call makes a new row. */
export class RoleWorld {
  readonly role: Role | null;
  readonly personId: string;
  readonly key: string;
  /** A network with a manager to invite. */
  readonly audienceId: string;
  private readonly places: Readonly<Record<Side, string>>;

  private constructor(
    /** For cases that need rows of their own. */
    readonly reader: Reader,
    rows: Pick<RoleWorld, 'role' | 'personId' | 'key' | 'audienceId'>,
    places: Readonly<Record<Side, string>>,
    /** What was made so far, where it is used again. */
    private readonly kept: Kept | null = null,
  ) {
    this.role = rows.role;
    this.personId = rows.personId;
    this.key = rows.key;
    this.audienceId = rows.audienceId;
    this.places = places;
  }

  /** Null: a person without any right. */
  static async create(reader: Reader, role: Role | null): Promise<RoleWorld> {
    const own = await anInstitution(reader, { kind: role === 'network_coordinator' ? 'network' : 'cluster' });
    const beneath = await anInstitution(reader);
    const foreign = await anInstitution(reader);
    await aMembership(reader, { institutionId: own.id, memberId: beneath.id });
    const { id: personId } = await aPerson(reader);
    const key = await aKey(reader, personId);
    const { network } = await aNetworkOfManagers(reader, [{}]);
    const places = { own: own.id, beneath: beneath.id, foreign: foreign.id };
    const world = new RoleWorld(reader, { role, personId, key, audienceId: network.id }, places);
    await world.give(own.id);
    return world;
  }

  /** The same world for those who change nothing: what is made for one of them serves them all. */
  forReading(): RoleWorld {
    return new RoleWorld(this.reader, this, this.places, new Map());
  }

  async made<Made>(make: Maker<Made>, side: Side): Promise<Made> {
    const before = this.kept?.get(make)?.get(side);
    if (before !== undefined) return before as Made;
    const made = await make(this, side);
    const bySide = this.kept?.get(make) ?? new Map<Side, unknown>();
    this.kept?.set(make, bySide.set(side, made));
    return made;
  }

  institution(side: Side): string {
    return this.places[side];
  }

  async committee(side: Side): Promise<string> {
    const parentId = this.places[side];
    return (await anInstitution(this.reader, { kind: 'committee', parentId })).id;
  }

  async person(side: Side): Promise<string> {
    return (await aPerson(this.reader, { homeInstitutionId: this.places[side] })).id;
  }

  async personWithAddress(side: Side): Promise<{ readonly id: string; readonly address: string }> {
    const address = `${newId()}@firma.example`;
    const { id } = await aPerson(this.reader, { homeInstitutionId: this.places[side], addresses: [address] });
    return { id, address };
  }

  async personWithLogin(side: Side): Promise<{ readonly id: string; readonly address: string }> {
    const person = await this.personWithAddress(side);
    const { id: personId, address } = person;
    const row = { id: newId(), personId, address, addressFolded: address, createdAt: at };
    await this.reader.manager.insert('Login', row);
    return person;
  }

  async addressOf(personId: string): Promise<string> {
    const sql = 'SELECT id FROM person_address WHERE person_id = $1';
    const [address]: { id: string }[] = await this.reader.manager.query(sql, [personId]);
    return address?.id ?? '';
  }

  async office(side: Side): Promise<string> {
    return (await anOffice(this.reader, { institutionId: this.places[side] })).id;
  }

  /** Of a committee of the place, in the place: both ends are its own. */
  async membership(side: Side): Promise<string> {
    const [institutionId, memberId] = [this.places[side], await this.committee(side)];
    return (await aMembership(this.reader, { institutionId, memberId })).id;
  }

  async mandate(side: Side): Promise<string> {
    return (await aMandate(this.reader, { officeId: await this.office(side) })).id;
  }

  /** Published; for a meeting's host their own one is the one they are named for. */
  async meeting(side: Side, state: 'published' | 'draft' = 'published'): Promise<string> {
    const isNamed = this.role === 'meeting_host' && side === 'own';
    const institutionId = this.places[isNamed ? 'foreign' : side];
    const draft = state === 'draft' ? { state, publishedAt: null } : {};
    const { id } = await aMeeting(this.reader, { institutionId, ...draft });
    if (isNamed) await this.giveByName({ role: 'meeting_host', meetingId: id });
    return id;
  }

  async invitation(side: Side): Promise<string> {
    const personId = await this.person(side);
    return (await anInvitation(this.reader, testKeys, { meetingId: await this.meeting(side), personId })).id;
  }

  async deputy(side: Side): Promise<{ readonly id: string; readonly officeId: string }> {
    return aDeputy(this.reader, { officeId: await this.office(side) });
  }

  /** To come in April. */
  async handover(side: Side): Promise<string> {
    return (await aHandover(this.reader, { officeId: await this.office(side) })).id;
  }

  /** Open. */
  async decision(side: Side): Promise<string> {
    const officeId = await this.office(side);
    return (await aDecision(this.reader, testKeys, { officeId, meetingId: await this.meeting(side) })).id;
  }

  /** An invitation whose office has a deputy. */
  async deputised(side: Side): Promise<string> {
    const { officeId } = await this.deputy(side);
    const invitationId = await this.invitation(side);
    await aReason(this.reader, { invitationId, officeId, institutionId: this.institution(side) });
    return invitationId;
  }

  async mail(side: Side): Promise<string> {
    return aSentMail(this.reader, { topicId: await this.meeting(side) });
  }

  /** Own: asked for by this person. */
  async operation(side: Side): Promise<string> {
    const id = newId();
    await this.reader.manager.insert('Operation', {
      id,
      kind: 'invitations',
      state: 'queued',
      total: 0,
      done: 0,
      params: {},
      result: null,
      errorCode: null,
      createdBy: side === 'own' ? this.personId : null,
      createdAt: at,
      finishedAt: null,
    });
    return id;
  }

  async duplicate(side: Side): Promise<string> {
    const id = newId();
    const [firstId, secondId] = [await this.person(side), await this.person(side)].toSorted();
    await this.reader.manager.insert('Duplicate', {
      id,
      firstId,
      secondId,
      score: 90,
      reasons: ['same-name'],
      state: 'open',
      foundAt: at,
      dismissedAt: null,
    });
    return id;
  }

  async proposal(side: Side): Promise<string> {
    const id = newId();
    await this.reader.manager.insert('PersonProposal', {
      id,
      personId: await this.person(side),
      proposerId: this.personId,
      patch: { position: 'Leitung' },
      note: null,
      state: 'open',
      proposedAt: at,
      decidedAt: null,
    });
    return id;
  }

  async auditEntry(side: Side): Promise<string> {
    const id = newId();
    await this.reader.manager.insert('AuditEntry', {
      id,
      at,
      actorPersonId: null,
      channel: 'system',
      action: 'institution.change',
      subjectKind: 'institution',
      subjectId: this.places[side],
      institutionIds: [this.places[side]],
      before: null,
      after: null,
      personal: null,
      requestId: null,
    });
    return id;
  }

  async audience(side: Side): Promise<string> {
    const rule = holdersIn(this.audienceId);
    return (await anAudience(this.reader, { institutionId: this.places[side], rule })).id;
  }

  async tag(side: Side): Promise<string> {
    return (await aTag(this.reader, { institutionId: this.places[side] })).id;
  }

  /** A file that was handed in for the place; `checked` after its dry run. */
  importRun(side: Side, state: 'mapping' | 'checked' = 'mapping'): Promise<string> {
    return anImportRun(this.reader, { institutionId: this.places[side], state });
  }

  /** A right by name: as a member of the place. */
  async grant(side: Side): Promise<string> {
    const row = { role: 'member', institutionId: this.places[side] } as const;
    return this.giveByName({ ...row, personId: await this.person(side) });
  }

  private async give(institutionId: string): Promise<void> {
    const kind = officeRoles.find((role) => role === this.role);
    if (kind !== undefined) {
      const office = await anOffice(this.reader, { institutionId, kind });
      await aMandate(this.reader, { officeId: office.id, personId: this.personId });
    } else if (this.role === 'owner') {
      await this.giveByName({ role: 'owner' });
    } else if (this.role === 'meeting_host') {
      await this.meeting('own');
    } else if (this.role !== null) {
      await this.giveByName({ role: this.role, institutionId });
    }
  }

  private async giveByName(right: {
    role: Role;
    institutionId?: string;
    meetingId?: string;
    personId?: string;
  }): Promise<string> {
    const id = newId();
    await this.reader.manager.insert('RoleGrant', {
      id,
      personId: this.personId,
      institutionId: null,
      meetingId: null,
      validFrom: Temporal.PlainDate.from('2026-01-01'),
      validUntil: null,
      ...right,
    });
    return id;
  }
}
