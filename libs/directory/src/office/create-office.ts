import { assertMay, scopeOf } from '#access';
import type { OfficeInput } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { OfficeChanged } from '../directory.facts.js';
import { getInstitution } from '../institution/list-institutions.js';
import type { OfficeView } from './office-view.js';
import { Office } from './office.entity.js';

/** Adds an office, vacant at first. Throws `access.denied` and `institution.not-found`. */
export async function createOffice(tx: Tx, acting: Acting, input: OfficeInput): Promise<OfficeView> {
  const { institutionId, mailbox, copyAddress, ...rest } = input;
  assertMay(acting.actor, 'office.change', { institutionIds: [institutionId] });
  const scope = scopeOf(acting.actor, 'institution.read');
  const { name } = await getInstitution(tx, scope, institutionId);
  const id = newId();
  await insertRows(tx, Office, [{ ...input, id, version: 1, createdAt: acting.now }]);
  await recordChange(tx, acting, {
    action: 'office.create',
    subjectKind: 'office',
    subjectId: id,
    institutionIds: [institutionId],
    after: { ...rest, institutionId },
    personal: { after: { mailbox, copyAddress } },
    fact: factOf(OfficeChanged, { officeId: id, institutionId }, acting.now),
  });
  const institution = { id: institutionId, name };
  return { ...rest, mailbox, copyAddress, id, institution, holders: [], deputies: [], version: 1 };
}
