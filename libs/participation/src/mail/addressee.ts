import type { RegistrationState } from '#contracts';
import type { Reader } from '#database';
import { displayName, findPeople } from '#directory';
import type { PersonContact } from '#directory';
import { pickText, Temporal } from '#kernel';
import type { Id, Language, LocalizedText } from '#kernel';
import type { TakesPart } from '../seats/where-reader.js';
import type { Linked } from './registration-path.js';
import type { ReasonWords } from './templates/reason-sentence.js';

/** Whom a mail goes to, with what is personal in it. */
export interface Addressee {
  readonly person: PersonContact;
  readonly registration: RegistrationState | null;
  /** Until when a seat is held for them. */
  readonly offeredUntil: Temporal.Instant | null;
  /** The kind of seat that they named. */
  readonly contingentId: Id | null;
  /** Who comes along, by name; empty where only the number is known. */
  readonly companions: readonly string[];
  /** What the host says of their request. */
  readonly decisionNote: string | null;
  readonly toConfirmAgain: boolean;
  /** Who named them, as whose substitute or colleague they are asked. */
  readonly through: { readonly kind: 'substitute' | 'colleague'; readonly name: string } | null;
  /** Who comes instead, as they were named. */
  readonly substitute: string | null;
  /** Whether the invitation holds. */
  readonly isInvited: boolean;
  readonly token: { readonly rowId: Id; readonly generation: number; readonly keyId: string };
  /** What the link to their registration is derived from; null before there is one. */
  readonly ownPage: Linked | null;
  readonly reasonsIn: (language: Language) => readonly ReasonWords[];
}

/** How they take part, as far as they have said so. */
export function partOf({ registration, contingentId }: Addressee): TakesPart {
  return { state: registration, contingentId };
}

interface InvitationRow {
  readonly id: Id;
  readonly personId: Id;
  readonly keyId: string;
  readonly generation: number;
  readonly toConfirmAgain: boolean;
  readonly isInvited: boolean;
  readonly registration: RegistrationState | null;
  readonly offeredUntil: Temporal.Instant | null;
  readonly decisionNote: string | null;
  readonly contingentId: Id | null;
  readonly companions: readonly string[];
  readonly registrationId: Id | null;
  readonly registrationKeyId: string | null;
  readonly registrationGeneration: number | null;
  readonly throughId: Id | null;
  readonly isSubstitute: boolean;
  readonly substitute: string | null;
}

type OwnPageColumns = Pick<InvitationRow, 'registrationId' | 'registrationKeyId' | 'registrationGeneration'>;

interface ReasonRow {
  readonly invitationId: Id;
  readonly kind: ReasonWords['kind'];
  readonly office: LocalizedText | null;
  readonly institution: LocalizedText | null;
  readonly deputyForId: Id | null;
}

/** The invitees of these invitations, by invitation; four queries. */
export async function findAddressees(
  reader: Reader,
  invitationIds: readonly Id[],
): Promise<ReadonlyMap<Id, Addressee>> {
  const invitations = await findInvitations(reader, invitationIds);
  const rows = await findReasons(reader, invitationIds);
  const people = await findPeople(reader, [
    ...invitations.map(({ personId }) => personId),
    ...rows.flatMap(({ deputyForId }) => deputyForId ?? []),
    ...invitations.flatMap(({ throughId }) => throughId ?? []),
  ]);
  const reasons = Map.groupBy(rows, ({ invitationId }) => invitationId);
  return new Map(
    invitations.flatMap(({ id, personId, keyId, generation, throughId, isSubstitute, ...rest }) => {
      const person = people.get(personId);
      if (person === undefined) return [];
      const token = { rowId: id, generation, keyId };
      const through = throughOf(people.get(throughId ?? ''), isSubstitute);
      const reasonsIn = through === null ? wordsOf(reasons.get(id) ?? [], people) : wordsOfThrough(through);
      return [[id, { ...rest, person, token, ownPage: ownPageOf(rest), through, reasonsIn }] as const];
    }),
  );
}

async function findInvitations(
  reader: Reader,
  invitationIds: readonly Id[],
): Promise<readonly InvitationRow[]> {
  return reader.manager.query(
    `SELECT invitation.id, invitation.person_id AS "personId", invitation.token_key_id AS "keyId",
            invitation.token_generation AS generation, registration.id AS "registrationId",
            registration.token_key_id AS "registrationKeyId",
            registration.token_generation AS "registrationGeneration",
            invitation.to_confirm_again AS "toConfirmAgain",
            invitation.state = 'active' AS "isInvited", registration.state AS registration,
            registration.offered_until AS "offeredUntil", registration.decision_note AS "decisionNote",
            registration.contingent_id AS "contingentId", coalesce(registration.companions, '{}') AS companions,
            through.person_id AS "throughId", invitation.in_place_of_id IS NOT NULL AS "isSubstitute",
            (SELECT other.named_as FROM invitation AS other
              WHERE other.in_place_of_id = invitation.id AND other.state = 'active'
              ORDER BY other.invited_at DESC, other.id DESC LIMIT 1) AS substitute
       FROM invitation
       LEFT JOIN registration ON registration.invitation_id = invitation.id
       LEFT JOIN invitation AS through
         ON through.id = coalesce(invitation.in_place_of_id, invitation.registered_by_id)
      WHERE invitation.id = ANY($1)`,
    [invitationIds],
  );
}

function ownPageOf(row: OwnPageColumns): Linked | null {
  const { registrationId: id, registrationKeyId: tokenKeyId, registrationGeneration } = row;
  return id === null ? null : { id, tokenKeyId, tokenGeneration: registrationGeneration ?? 1 };
}

function throughOf(person: PersonContact | undefined, isSubstitute: boolean): Addressee['through'] {
  if (person === undefined) return null;
  return { kind: isSubstitute ? 'substitute' : 'colleague', name: displayName(person) };
}

/** The office or the membership is somebody else's: the reader is asked because that one named them. */
function wordsOfThrough({ kind, name }: NonNullable<Addressee['through']>): Addressee['reasonsIn'] {
  return () => [{ kind, office: null, institution: name }];
}

async function findReasons(reader: Reader, invitationIds: readonly Id[]): Promise<readonly ReasonRow[]> {
  return reader.manager.query(
    `SELECT reason.invitation_id AS "invitationId", office.name AS office, institution.name AS institution,
            CASE WHEN reason.as_deputy_for_id IS NULL THEN reason.kind ELSE 'deputy' END AS kind,
            reason.as_deputy_for_id AS "deputyForId"
       FROM invitation_reason AS reason
       LEFT JOIN office ON office.id = reason.office_id
       LEFT JOIN institution ON institution.id = reason.institution_id
      WHERE reason.invitation_id = ANY($1) AND reason.ended_at IS NULL
      ORDER BY reason.invitation_id, institution.sort_name, reason.id`,
    [invitationIds],
  );
}

function wordsOf(rows: readonly ReasonRow[], people: ReadonlyMap<Id, PersonContact>): Addressee['reasonsIn'] {
  const nameOf = (id: Id | null) => {
    const person = people.get(id ?? '');
    return person === undefined ? null : displayName(person);
  };
  return (language) =>
    rows.map(({ kind, office, institution, deputyForId }) => ({
      kind,
      office: pick(office, language),
      institution: pick(institution, language),
      deputyFor: nameOf(deputyForId),
    }));
}

function pick(text: LocalizedText | null, language: Language): string | null {
  return text === null ? null : pickText(text, language).text;
}
