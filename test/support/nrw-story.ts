import type { HandoverDto, InvitationDto, MeetingDto } from '#contracts';
import type { Office, Person } from '#directory';
import { Temporal } from '#kernel';
import { aPerson } from '../factories/directory.factory.js';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import type { TestInstance } from './test-instance.js';

/** Where the clock of story 2 stands at first: on 20 November, when the invitations are sent. */
export const twentiethOfNovember = Temporal.Instant.from('2026-11-20T09:00:00Z');
/** 00:00 of 1 December in Düsseldorf. */
export const firstOfDecember = Temporal.Instant.from('2026-11-30T23:00:00Z');

const CLUSTERS = 16;

/** An office that changes hands on 1 December. */
interface ChangingOffice {
  readonly office: Office;
  readonly before: Person;
  readonly after: Person;
}

export interface NrwStory {
  readonly networkId: string;
  readonly meeting: MeetingDto;
  readonly first: ChangingOffice;
  readonly second: ChangingOffice;
  readonly invitations: readonly InvitationDto[];
}

/**
 * Sixteen state clusters, their meeting on 10 December, invited on 20 November; in two of them somebody else takes
 * office on 1 December. Addresses are `vorher-1@nrw.example`, `nachher-1@nrw.example` and so on.
 */
export async function aStoryInNrw(instance: TestInstance, mark = ''): Promise<NrwStory> {
  const { reader } = instance;
  const managers = Array.from({ length: CLUSTERS }, (_, index) => ({
    givenName: 'Alex',
    familyName: `Vorher ${index + 1}`,
    addresses: [`vorher-${index + 1}${mark}@nrw.example`],
  }));
  const { network, clusters } = await aNetworkOfManagers(reader, managers);
  const meeting = await instance.publish({
    institutionId: network.id,
    startsLocal: '2026-12-10T10:00',
    endsLocal: '2026-12-10T15:30',
  });
  const invitations = await instance.invite(meeting.id, network.id);
  const changing = async (number: number): Promise<ChangingOffice> => {
    const cluster = clusters[number - 1];
    if (cluster?.manager == null) throw new Error(`cluster ${number} has no manager`);
    const after = await aPerson(reader, {
      givenName: 'Robin',
      familyName: `Nachher ${number}`,
      addresses: [`nachher-${number}${mark}@nrw.example`],
    });
    return { office: cluster.office, before: cluster.manager, after };
  };
  const networkId = network.id;
  return { networkId, meeting, invitations, first: await changing(1), second: await changing(2) };
}

/** Hands the office over: the last day is 30 November unless another is given. */
export async function handOver(
  instance: TestInstance,
  { office, after }: ChangingOffice,
  lastDay = '2026-11-30',
): Promise<HandoverDto> {
  const [mandate] = await instance.rows<{ id: string }>(
    'SELECT id FROM mandate WHERE office_id = $1 AND person_id <> $2 ORDER BY valid_from DESC LIMIT 1',
    [office.id, after.id],
  );
  return instance.ask('POST', `/mandates/${mandate?.id}/hand-over`, { successorId: after.id, lastDay });
}
