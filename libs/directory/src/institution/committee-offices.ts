import type { OfficeKind } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { languages, translator } from '#i18n';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { OfficeChanged } from '../directory.facts.js';
import { Office } from '../office/office.entity.js';

type Function = Extract<OfficeKind, 'chair' | 'member' | 'guest'>;

const GUEST_SEATS = 5;

/** The seats of a committee's members where nobody says how many. */
export const usualMemberSeats = 12;

/** Gives a new committee its functions as offices, vacant at first, so that its members are mandates. */
export async function createCommitteeOffices(
  tx: Tx,
  acting: Acting,
  { institutionId, memberSeats }: { readonly institutionId: Id; readonly memberSeats: number },
): Promise<void> {
  const seatsOf: Readonly<Record<Function, number>> = { chair: 1, member: memberSeats, guest: GUEST_SEATS };
  for (const kind of ['chair', 'member', 'guest'] as const) {
    const office = { institutionId, kind, name: nameOf(kind), seats: seatsOf[kind] };
    const id = newId();
    const row = { ...office, id, mailbox: null, copyAddress: null, version: 1, createdAt: acting.now };
    await insertRows(tx, Office, [row]);
    await recordChange(tx, acting, {
      action: 'office.create',
      subjectKind: 'office',
      subjectId: id,
      institutionIds: [institutionId],
      after: office,
      fact: factOf(OfficeChanged, { officeId: id, institutionId }, acting.now),
    });
  }
}

function nameOf(kind: Function): Record<string, string> {
  return Object.fromEntries(
    languages.map((language) => [language, translator(language)(`directory.functions.${kind}`)]),
  );
}
