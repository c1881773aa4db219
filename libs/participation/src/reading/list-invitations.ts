import type { AuthorizedScope } from '#access';
import type { SelectQueryBuilder } from 'typeorm';
import type { Contingent, Question, ReasonKind, RegistrationState } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { displayName, findPeople } from '#directory';
import type { PersonContact } from '#directory';
import type { Id, LocalizedText } from '#kernel';
import { DomainError } from '#kernel';
import { getMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { findOpenQuestions, findToldAnswers } from '../questions/find-question-answers.js';
import type { ToldAnswer } from '../questions/find-question-answers.js';
import { contingentOf } from '../seats/party-of.js';
import { Invitation } from '../tables/invitation.entity.js';
import { Registration } from '../tables/registration.entity.js';
import { findPlacesInLine, NO_PLACE } from './places-in-line.js';
import type { PlaceInLine } from './places-in-line.js';
import { IS_SUSPECT } from './suspect.sql.js';

export interface ReasonView {
  readonly kind: ReasonKind;
  readonly institution: { readonly id: Id; readonly name: LocalizedText } | null;
  readonly office: LocalizedText | null;
  /** Asked as deputy, in place of this person. */
  readonly deputyFor: { readonly id: Id; readonly name: string } | null;
}

/** An invitation with everything a host wants to know of it. */
export interface InvitationView {
  readonly invitation: Invitation;
  readonly person: PersonContact | null;
  readonly reasons: readonly ReasonView[];
  /** In whose place they are asked. */
  readonly inPlaceOf: { readonly id: Id; readonly name: string } | null;
  /** Who has given the answer by naming them; null where somebody else has, or they themselves. */
  readonly enteredBy: { readonly id: Id; readonly name: string } | null;
  readonly registration: Registration | null;
  /** The answer may be a scanner's. */
  readonly suspect: boolean;
  readonly placeInLine: number | null;
  /** The limit that has become too small for them while they wait. */
  readonly exceeds: PlaceInLine['exceeds'];
  /** The kind of seat. */
  readonly contingent: Contingent | null;
  /** State of the latest mail. */
  readonly mail: string | null;
  /** To the meeting's questions, but for what is sensitive. */
  readonly answers: readonly ToldAnswer[];
  /** Required of whoever comes, and left open. */
  readonly open: readonly Question[];
}

/** SQL: `yes` and `no` as they were answered, `waiting` for a seat, with an offer, or for the host’s decision. */
const ONLY = {
  yes: `invitation.state = 'active' AND invitation.answer = 'yes'`,
  no: `invitation.state = 'active' AND invitation.answer = 'no'`,
  waiting: `invitation.state = 'active' AND EXISTS (
    SELECT FROM registration AS waiting WHERE waiting.invitation_id = invitation.id
       AND waiting.state IN ('waitlisted', 'offered', 'awaiting_approval'))`,
  silent: `invitation.state = 'active' AND invitation.answer IS NULL`,
  suspect: IS_SUSPECT,
} as const;

interface Narrowing {
  readonly registration?: RegistrationState | undefined;
  readonly only?: keyof typeof ONLY | undefined;
}

interface Row {
  readonly id: Id;
  readonly familyName: string;
  readonly givenName: string;
}

const byName: Keyset<Row> = {
  list: 'invitations',
  parts: [
    { path: 'person.family_name', kind: 'text', of: ({ familyName }) => familyName },
    { path: 'person.given_name', kind: 'text', of: ({ givenName }) => givenName },
    idPart('invitation.id'),
  ],
};

/** A meeting's invitations by name, with a fixed number of queries. Throws `meeting.not-found`. */
export async function listInvitations(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
  request: PageRequest & Narrowing,
): Promise<Page<InvitationView>> {
  const meeting = await getMeeting(reader, scope, meetingId);
  const query = reader.manager
    .createQueryBuilder(Invitation, 'invitation')
    .innerJoin('person', 'person', 'person.id = invitation.person_id')
    .select('invitation.id', 'id')
    .addSelect('person.family_name', 'familyName')
    .addSelect('person.given_name', 'givenName')
    .where('invitation.meeting_id = :meetingId', { meetingId });
  narrow(query, request);
  const page = toPage(await selectPage(query, byName, request).getRawMany<Row>(), byName, request);
  const views = await viewInvitations(
    reader,
    page.items.map(({ id }) => id),
    meeting,
  );
  return { items: views, next: page.next };
}

function narrow(query: SelectQueryBuilder<Invitation>, { registration: state, only }: Narrowing): void {
  if (only !== undefined) query.andWhere(ONLY[only]);
  if (state === undefined) return;
  query
    .innerJoin('registration', 'registration', 'registration.invitation_id = invitation.id')
    .andWhere('registration.state = :state', { state });
}

/** One invitation. Throws `invitation.not-found`, or `meeting.not-found` for a meeting the scope does not reach. */
export async function getInvitation(reader: Reader, scope: AuthorizedScope, id: Id): Promise<InvitationView> {
  const found = await reader.manager.findOneBy(Invitation, { id });
  if (found === null) throw new DomainError('invitation.not-found');
  const meeting = await getMeeting(reader, scope, found.meetingId);
  const [view] = await viewInvitations(reader, [id], meeting);
  if (view === undefined) throw new DomainError('invitation.not-found');
  return view;
}

async function viewInvitations(
  reader: Reader,
  ids: readonly Id[],
  meeting: Meeting,
): Promise<readonly InvitationView[]> {
  if (ids.length === 0) return [];
  const invitations = await reader.manager
    .createQueryBuilder(Invitation, 'invitation')
    .where('invitation.id = ANY(:ids)', { ids })
    .getMany();
  const namers = await findNamers(reader, invitations);
  const personIds = invitations.map(({ personId }) => personId);
  const people = await findPeople(reader, [...personIds, ...namers.values()]);
  const reasons = await findReasons(reader, ids);
  const registrations = await findRegistrations(reader, ids);
  const mails = await findMailFacts(reader, ids);
  const placeOf = await readPlaces(reader, meeting, [...registrations.values()]);
  const told = await findToldAnswers(reader, meeting.questions, { invitationIds: ids, sensitive: false });
  const openFor = await findOpenQuestions(reader, meeting.questions, ids);
  const byId = new Map(invitations.map((invitation) => [invitation.id, invitation]));
  return ids.flatMap((id) => {
    const invitation = byId.get(id);
    if (invitation === undefined) return [];
    const registration = registrations.get(id) ?? null;
    return [
      {
        invitation,
        person: people.get(invitation.personId) ?? null,
        reasons: reasons.get(id) ?? [],
        ...namedBy(invitation, people.get(namers.get(id) ?? '')),
        registration,
        ...placeOf(registration),
        contingent: kindOf(meeting, registration),
        ...(mails.get(id) ?? NO_MAIL),
        answers: told.get(id) ?? [],
        open: invitation.answer === 'yes' ? openFor(id) : [],
      },
    ];
  });
}

/** How those who wait stand in line; read only where somebody waits. */
async function readPlaces(reader: Reader, meeting: Meeting, registrations: readonly Registration[]) {
  const waits = registrations.some(({ state }) => state === 'waitlisted');
  const places = waits ? await findPlacesInLine(reader, meeting) : null;
  return (registration: Registration | null) => {
    const { place: placeInLine, exceeds } = places?.get(registration?.id) ?? NO_PLACE;
    return { placeInLine, exceeds };
  };
}

/** Who has named the invitee, as their substitute or as a colleague, and whether the answer is theirs too. */
function namedBy(
  { inPlaceOfId, answerChannel }: Invitation,
  person: PersonContact | undefined,
): Pick<InvitationView, 'inPlaceOf' | 'enteredBy'> {
  const namer = namedPerson(person);
  return {
    inPlaceOf: inPlaceOfId === null ? null : namer,
    enteredBy: answerChannel === 'colleague' ? namer : null,
  };
}

/** Whoever comes or waits and has named no kind takes a seat of the first. */
function kindOf({ seating }: Meeting, registration: Registration | null): Contingent | null {
  if (registration === null) return null;
  const { contingentId, state } = registration;
  const isOut = state === 'declined' || state === 'cancelled';
  const named = seating.contingents.find(({ id }) => id === contingentId) ?? null;
  return isOut ? named : contingentOf(seating, contingentId);
}

/** By invitation: who was asked first, or has registered the invitee. */
async function findNamers(reader: Reader, invitations: readonly Invitation[]): Promise<ReadonlyMap<Id, Id>> {
  const ids = invitations
    .filter(({ inPlaceOfId, registeredById }) => inPlaceOfId !== null || registeredById !== null)
    .map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows: { id: Id; personId: Id }[] = await reader.manager.query(
    `SELECT invitation.id, first.person_id AS "personId"
       FROM invitation JOIN invitation AS first
         ON first.id = coalesce(invitation.in_place_of_id, invitation.registered_by_id)
      WHERE invitation.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}

async function findReasons(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly ReasonView[]>> {
  const rows: {
    invitationId: Id;
    kind: ReasonKind;
    institutionId: Id | null;
    institution: LocalizedText | null;
    office: LocalizedText | null;
    deputyForId: Id | null;
  }[] = await reader.manager.query(
    `SELECT reason.invitation_id AS "invitationId", reason.kind, institution.id AS "institutionId",
            institution.name AS institution, office.name AS office, reason.as_deputy_for_id AS "deputyForId"
       FROM invitation_reason AS reason
       JOIN invitation ON invitation.id = reason.invitation_id
       LEFT JOIN institution ON institution.id = reason.institution_id
       LEFT JOIN office ON office.id = reason.office_id
      WHERE reason.invitation_id = ANY($1) AND (reason.ended_at IS NULL OR invitation.state = 'withdrawn')
      ORDER BY institution.sort_name, reason.id`,
    [ids],
  );
  const people = await findPeople(
    reader,
    rows.flatMap(({ deputyForId }) => deputyForId ?? []),
  );
  const views = Map.groupBy(rows, ({ invitationId }) => invitationId);
  return new Map(
    [...views].map(([id, own]) => [
      id,
      own.map(({ kind, institutionId, institution, office, deputyForId }) => ({
        kind,
        institution:
          institutionId === null || institution === null ? null : { id: institutionId, name: institution },
        office,
        deputyFor: namedPerson(people.get(deputyForId ?? '')),
      })),
    ]),
  );
}

function namedPerson(person: PersonContact | undefined): ReasonView['deputyFor'] {
  return person === undefined ? null : { id: person.id, name: displayName(person) };
}

async function findRegistrations(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id | null, Registration>> {
  const registrations = await reader.manager
    .createQueryBuilder(Registration, 'registration')
    .where('registration.invitationId = ANY(:ids)', { ids })
    .getMany();
  return new Map(registrations.map((registration) => [registration.invitationId, registration]));
}

interface MailFacts {
  readonly mail: string | null;
  readonly suspect: boolean;
}

const NO_MAIL: MailFacts = { mail: null, suspect: false };

/** The state of the latest mail, and whether the answer came within seconds of one. */
async function findMailFacts(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, MailFacts>> {
  const rows: (MailFacts & { readonly id: Id })[] = await reader.manager.query(
    `SELECT invitation.id, ${IS_SUSPECT} AS suspect,
            (SELECT state FROM outgoing_mail WHERE thread_id = invitation.id ORDER BY id DESC LIMIT 1) AS mail
       FROM invitation WHERE invitation.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
