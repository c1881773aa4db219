import type { AuthorizedScope } from '#access';
import { everyItem } from '#database';
import type { Reader } from '#database';
import type { Translator } from '#i18n';
import { pickText } from '#kernel';
import type { Id } from '#kernel';
import { getMeeting } from '#meetings';
import { listInvitations } from './list-invitations.js';
import type { InvitationView, ReasonView } from './list-invitations.js';

const PAGE = 200;

/**
 * Who is invited to a meeting and what they answered, by name, as a table with titles. Throws `meeting.not-found` before
 * the first row.
 */
export async function exportInvitations(
  reader: Reader,
  {
    scope,
    t,
    meetingId,
  }: { readonly scope: AuthorizedScope; readonly t: Translator; readonly meetingId: Id },
): Promise<AsyncGenerator<readonly string[]>> {
  await getMeeting(reader, scope, meetingId);
  return rowsOf(reader, scope, meetingId, t);
}

async function* rowsOf(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
  t: Translator,
): AsyncGenerator<readonly string[]> {
  yield [
    t('import.fields.academicTitle'),
    t('import.fields.givenName'),
    t('import.fields.familyName'),
    t('import.fields.email'),
    t('import.columns.reasons'),
    t('import.columns.invitation'),
    t('import.columns.answer'),
    t('import.columns.registration'),
    t('import.columns.answered-at'),
    t('import.columns.note'),
  ];
  for await (const page of everyItem((cursor) =>
    listInvitations(reader, scope, meetingId, { cursor, limit: PAGE }),
  )) {
    for (const view of page) yield cellsOf(view, t);
  }
}

function cellsOf(
  { invitation, person, reasons, registration }: InvitationView,
  t: Translator,
): readonly string[] {
  const { state, answer, answeredAt, answerNote } = invitation;
  return [
    ...personCells(person),
    reasons.map((reason) => reasonWords(reason, t)).join('; '),
    t(`import.invitation-states.${state}`),
    answer === null ? '' : t(`import.answers.${answer}`),
    registration === null ? '' : t(`import.registrations.${registration}`),
    answeredAt?.toString() ?? '',
    answerNote ?? '',
  ];
}

function personCells(person: InvitationView['person']): readonly string[] {
  if (person === null) return ['', '', '', ''];
  const { academicTitle, givenName, familyName, address } = person;
  return [academicTitle ?? '', givenName, familyName, address ?? ''];
}

function reasonWords({ office, institution }: ReasonView, { language }: Translator): string {
  return [office, institution?.name ?? null]
    .flatMap((text) => (text === null ? [] : [pickText(text, language).text]))
    .join(', ');
}
