import type { AuthorizedScope } from '#access';
import type { GivenAnswer, HandoverDecisionState } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { findPeople } from '#directory';
import type { PersonName } from '#directory';
import { DomainError } from '#kernel';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { whereMeetingReached } from '#meetings';
import { HandoverDecision } from '../tables/handover-decision.entity.js';

type Named = { readonly id: Id; readonly name: LocalizedText };
type NamedPerson = PersonName & { readonly id: Id };

/** A decision with everything the host decides by. */
export interface DecisionView {
  readonly id: Id;
  readonly meeting: {
    readonly id: Id;
    readonly title: LocalizedText;
    readonly startsLocal: Temporal.PlainDateTime;
    readonly zone: string;
  };
  readonly office: Named;
  readonly institution: Named;
  readonly predecessor: NamedPerson | null;
  readonly answer: GivenAnswer | null;
  readonly successor: NamedPerson | null;
  readonly state: HandoverDecisionState;
  readonly openedAt: Temporal.Instant;
  readonly decidedAt: Temporal.Instant | null;
}

interface Row extends Pick<DecisionView, 'id' | 'answer' | 'state' | 'openedAt' | 'decidedAt'> {
  readonly meetingId: Id;
  readonly meetingTitle: LocalizedText;
  readonly startsLocal: Temporal.PlainDateTime;
  readonly zone: string;
  readonly officeId: Id;
  readonly officeName: LocalizedText;
  readonly institutionId: Id;
  readonly institutionName: LocalizedText;
  readonly predecessorId: Id;
  readonly successorId: Id | null;
}

export interface DecisionQuery extends PageRequest {
  readonly meetingId?: Id | undefined;
  /** `open` leaves out what nobody needs to decide any more, because the meeting has begun or is cancelled. */
  readonly state?: HandoverDecisionState | undefined;
  readonly now: Temporal.Instant;
}

const byOpening: Keyset<Row> = {
  list: 'handover-decisions',
  parts: [
    { path: 'decision.openedAt', kind: 'instant', of: ({ openedAt }) => openedAt },
    idPart('decision.id'),
  ],
};

/** Decisions about meetings that the scope reaches, the oldest first. Three queries. */
export async function listDecisions(
  reader: Reader,
  scope: AuthorizedScope,
  request: DecisionQuery,
): Promise<Page<DecisionView>> {
  const { meetingId, state, now } = request;
  const query = selectDecisions(reader).where('TRUE');
  if (meetingId !== undefined) query.andWhere('meeting.id = :meetingId', { meetingId });
  if (state !== undefined) query.andWhere('decision.state = :state', { state });
  if (state === 'open') query.andWhere(`meeting.state = 'published' AND meeting.starts_at > :now`, { now });
  const rows = await selectPage(whereMeetingReached(query, scope), byOpening, request).getRawMany<Row>();
  const page = toPage(rows, byOpening, request);
  return { items: await withNames(reader, page.items), next: page.next };
}

/** One decision. Throws `handover-decision.not-found`, also for a meeting that the scope does not reach. */
export async function getDecision(reader: Reader, scope: AuthorizedScope, id: Id): Promise<DecisionView> {
  const query = selectDecisions(reader).where('decision.id = :id', { id });
  const rows = await whereMeetingReached(query, scope).getRawMany<Row>();
  const [view] = await withNames(reader, rows);
  if (view === undefined) throw new DomainError('handover-decision.not-found');
  return view;
}

function selectDecisions(reader: Reader) {
  return reader.manager
    .createQueryBuilder(HandoverDecision, 'decision')
    .innerJoin('Meeting', 'meeting', 'meeting.id = decision.meetingId')
    .innerJoin('Invitation', 'invitation', 'invitation.id = decision.invitationId')
    .innerJoin('Office', 'office', 'office.id = decision.officeId')
    .innerJoin('Institution', 'institution', 'institution.id = office.institutionId')
    .select('decision.id', 'id')
    .addSelect('decision.state', 'state')
    .addSelect('decision.openedAt', 'openedAt')
    .addSelect('decision.decidedAt', 'decidedAt')
    .addSelect('decision.successorId', 'successorId')
    .addSelect('invitation.answer', 'answer')
    .addSelect('invitation.personId', 'predecessorId')
    .addSelect('meeting.id', 'meetingId')
    .addSelect('meeting.title', 'meetingTitle')
    .addSelect('meeting.startsLocal', 'startsLocal')
    .addSelect('meeting.zone', 'zone')
    .addSelect('office.id', 'officeId')
    .addSelect('office.name', 'officeName')
    .addSelect('institution.id', 'institutionId')
    .addSelect('institution.name', 'institutionName');
}

async function withNames(reader: Reader, rows: readonly Row[]): Promise<readonly DecisionView[]> {
  const people = await findPeople(
    reader,
    rows.flatMap(({ predecessorId, successorId }) =>
      successorId === null ? [predecessorId] : [predecessorId, successorId],
    ),
  );
  return rows.map(({ id, answer, state, openedAt, decidedAt, ...row }) => ({
    id,
    answer,
    state,
    openedAt,
    decidedAt,
    meeting: { id: row.meetingId, title: row.meetingTitle, startsLocal: row.startsLocal, zone: row.zone },
    office: { id: row.officeId, name: row.officeName },
    institution: { id: row.institutionId, name: row.institutionName },
    predecessor: people.get(row.predecessorId) ?? null,
    successor: people.get(row.successorId ?? '') ?? null,
  }));
}
