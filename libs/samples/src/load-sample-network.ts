import { systemActor } from '#access';
import { writeAudit } from '#audit';
import type { Tx } from '#database';
import { addDirectoryRows, findInstitutions } from '#directory';
import { holdMeeting } from './hold-meeting.js';
import type { SampleTools } from './hold-meeting.js';
import { sampleIds } from './sample-ids.js';
import type { SampleNetwork } from './sample-network.schema.js';
import { sampleRows } from './sample-rows.js';
import { SAMPLE_ZONE } from './sample-zone.js';

/**
 * Loads a sample network with its meetings, days seen from the clock's present one, and returns whether it did: an
 * instance that has it already stays as it is, whatever was changed in it since. Nobody is written to. Holds an advisory
 * lock until the end of the transaction. Throws `institution.slug-taken` if somebody uses one of its addresses.
 */
export async function loadSampleNetwork(tx: Tx, sample: SampleNetwork, tools: SampleTools): Promise<boolean> {
  await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtext('sample networks'))`);
  const ids = sampleIds(sample);
  const root = ids.institution(sample.root);
  if ((await findInstitutions(tx, [root])).has(root)) return false;
  const now = tools.clock.now();
  const rows = sampleRows(sample, tools.clock.today(SAMPLE_ZONE));
  await addDirectoryRows(tx, rows, now);
  const { personId: actorPersonId, channel } = systemActor();
  const subject = { subjectKind: 'institution', subjectId: root, institutionIds: [root] };
  await writeAudit(tx, [{ at: now, actorPersonId, channel, action: 'sample.load', ...subject }]);
  for (const meeting of sample.meetings) await holdMeeting(tx, meeting, { ...tools, ids, rows });
  return true;
}
