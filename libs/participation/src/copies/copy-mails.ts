import type { Tx } from '#database';
import { findDeputies, findPeople } from '#directory';
import type { DeputyView, PersonContact } from '#directory';
import type { Id, Language, Temporal } from '#kernel';
import { writeMails } from '#mail';
import type { MailDraft } from '#mail';
import type { Meeting } from '#meetings';

interface AskedOffice {
  readonly invitationId: Id;
  readonly personId: Id;
  readonly officeId: Id;
  /** Rises with every time that the person is asked anew. */
  readonly sequence: number;
  readonly copyAddress: string | null;
  readonly language: Language;
}

/**
 * Tells deputies and copy addresses of the offices for which these people are invited, in the caller's transaction: a
 * mail without a calendar part and without a way to answer. Who is asked as deputy is no occasion for a copy. The same
 * copy is written once each time that they are asked. Four queries.
 */
export async function writeCopyMails(
  tx: Tx,
  meeting: Meeting,
  invitationIds: readonly Id[],
  now: Temporal.Instant,
): Promise<void> {
  const asked = await findAskedOffices(tx, invitationIds);
  const day = meeting.startsLocal.toPlainDate();
  const deputies = await findDeputies(
    tx,
    asked.map(({ officeId }) => ({ officeId, day })),
  );
  const people = await findPeople(
    tx,
    [...deputies.values()].flat().map(({ person }) => person.id),
  );
  const drafts = asked.flatMap((office) => [
    ...deskDrafts(meeting, office),
    ...(deputies.get(office.officeId) ?? []).flatMap((deputy) =>
      deputyDrafts(meeting, office, people.get(deputy.person.id)),
    ),
  ]);
  await writeMails(tx, drafts, now);
}

async function findAskedOffices(tx: Tx, invitationIds: readonly Id[]): Promise<readonly AskedOffice[]> {
  if (invitationIds.length === 0) return [];
  return tx.manager.query(
    `SELECT invitation.id AS "invitationId", invitation.person_id AS "personId", office.id AS "officeId",
            invitation.sequence, office.copy_address AS "copyAddress", institution.main_language AS language
       FROM invitation
       JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id
       JOIN office ON office.id = reason.office_id
       JOIN institution ON institution.id = office.institution_id
      WHERE invitation.id = ANY($1) AND reason.ended_at IS NULL AND reason.as_deputy_for_id IS NULL
      ORDER BY invitation.id, office.id`,
    [invitationIds],
  );
}

function deskDrafts(meeting: Meeting, office: AskedOffice): readonly MailDraft[] {
  const { copyAddress, language } = office;
  if (copyAddress === null) return [];
  return [draftOf(meeting, office, { language, address: copyAddress, personId: null })];
}

function deputyDrafts(
  meeting: Meeting,
  office: AskedOffice,
  deputy: PersonContact | undefined,
): readonly MailDraft[] {
  if (deputy === undefined || deputy.id === office.personId || deputy.address === null) return [];
  const { language, address, id: personId } = deputy;
  return [draftOf(meeting, office, { language, address, personId })];
}

function draftOf(
  meeting: Meeting,
  { invitationId, officeId, sequence: asked }: AskedOffice,
  recipient: { language: Language; address: string; personId: DeputyView['person']['id'] | null },
): MailDraft {
  return {
    ...recipient,
    kind: 'copy',
    dedupKey: ['copy', invitationId, officeId, recipient.personId ?? 'desk', asked].join(':'),
    topicId: meeting.id,
    threadId: null,
    sequence: null,
    params: { invitationId, officeId },
  };
}
