import { Injectable } from '@nestjs/common';
import { countAccess, lockRights, moveAccess } from '#access';
import { moveAudit } from '#audit';
import type { Reader, Tx } from '#database';
import { countMailsOf, moveMails } from '#mail';
import { countedEffect, PersonMerger } from './person-merger.js';
import type { MergeEffect, MergePair } from './person-merger.js';

/** Sign-in addresses, keys and rights by name, mails and the audit: rows of libs that know nothing of the directory. */
@Injectable()
export class AccountMerger extends PersonMerger {
  readonly turn = 5;
  readonly moves = [
    'login.person_id',
    'api_key.person_id',
    'role_grant.person_id',
    'idempotency_key.person_id',
    'outgoing_mail.person_id',
    'audit_entry.actor_person_id',
    'audit_entry.subject_id',
  ];

  /** What both may do: nobody gives one of them a login or a right while it is asked whether the two may be one. */
  override async lock(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    await lockRights(tx, [survivorId, otherId]);
  }

  async foresee(reader: Reader, { otherId }: MergePair): Promise<readonly MergeEffect[]> {
    const { logins, keys, grants } = await countAccess(reader, otherId);
    return [
      ...countedEffect('sign-ins', logins),
      ...countedEffect('api-keys', keys),
      ...countedEffect('grants', grants),
      ...countedEffect('mails', await countMailsOf(reader, otherId)),
    ];
  }

  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    await moveAccess(tx, otherId, survivorId);
    await moveMails(tx, otherId, survivorId);
    await moveAudit(tx, { kind: 'person', from: otherId, to: survivorId });
  }
}
