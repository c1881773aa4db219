import type { HandoverDecisionDto, HandoverDto, InvitationDto } from '#contracts';
import type { Office, Person } from '#directory';
import { aPerson } from '../factories/directory.factory.js';
import { givenAtOnce } from '../factories/meetings.factory.js';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import type { TestInstance } from './test-instance.js';

/** A meeting to which the holder of an office is invited, and who follows. */
export interface Setting {
  readonly meetingId: string;
  readonly networkId: string;
  readonly office: Office;
  readonly holder: Person;
  readonly mandateId: string;
  readonly successor: Person;
  readonly invitation: InvitationDto;
}

/** What a mandate's last day is handed over by, on the test's clock. */
export const yesterday = { lastDay: '2026-03-01' };

/** Offices that change hands, on an instance that is started later. */
export function handoversOn(instance: () => TestInstance) {
  async function aSetting({ capacity = null as number | null, clusters = 1 } = {}): Promise<Setting> {
    const people = Array.from({ length: clusters }, () => ({ givenName: 'Alex' }));
    const made = await aNetworkOfManagers(instance().reader, people);
    const { office, manager: holder } = made.clusters[0] ?? {};
    if (office === undefined || holder == null) throw new Error('no cluster');
    const meeting = await instance().publish({
      institutionId: made.network.id,
      capacity,
      seating: givenAtOnce,
    });
    const invitations = await instance().invite(meeting.id, made.network.id);
    const [mandate] = await mandatesOf(office);
    const successor = await aPerson(instance().reader, { givenName: 'Robin' });
    const invitation = invitations.find(({ person }) => person.id === holder.id);
    if (invitation === undefined) throw new Error('the holder was not invited');
    const base = { meetingId: meeting.id, networkId: made.network.id, office, holder, successor };
    return { ...base, mandateId: mandate?.id ?? '', invitation };
  }

  const mandatesOf = ({ id }: Pick<Office, 'id'>) =>
    instance().rows<{ id: string; personId: string; from: string; until: string | null }>(
      `SELECT id, person_id AS "personId", valid_from::text AS from, valid_until::text AS until FROM mandate
      WHERE office_id = $1 ORDER BY valid_from, seat`,
      [id],
    );

  const handOver = ({ mandateId, successor }: Setting, days: object) =>
    instance().ask<HandoverDto>('POST', `/mandates/${mandateId}/hand-over`, {
      successorId: successor.id,
      ...days,
    });

  /** State and whether the office is a reason now, of holder and successor. */
  async function standing({ meetingId, holder, successor }: Setting) {
    const invitations = await instance().invitations(meetingId);
    return [holder, successor].map(
      ({ id }) => invitations.find(({ person }) => person.id === id)?.state ?? null,
    );
  }

  async function refusal(path: string, body: object): Promise<string> {
    const reply = await instance().owner.post<{ code: string }>(`/api/v1${path}`, body);
    return reply.body.code;
  }

  const decisionsOf = async ({ meetingId }: Setting) =>
    (
      await instance().ask<{ items: HandoverDecisionDto[] }>(
        'GET',
        `/handover-decisions?meetingId=${meetingId}`,
      )
    ).items;

  async function anOpenDecision(): Promise<Setting & { decisionId: string }> {
    const setting = await aSetting();
    await instance().answer(setting.invitation, 'yes');
    await handOver(setting, yesterday);
    await instance().settled();
    const [decision] = await decisionsOf(setting);
    return { ...setting, decisionId: decision?.id ?? '' };
  }
  const decide = (id: string, decision: string) =>
    instance().ask<HandoverDecisionDto>('POST', `/handover-decisions/${id}/decide`, { decision });

  /** The holder is coming, and names somebody instead; gives what each has been mailed from then on. */
  async function withSubstitute(colleague: { readonly givenName: string; readonly address: string }) {
    const setting = await aSetting({ capacity: 1 });
    await instance().answer(setting.invitation, 'yes');
    await instance().ask('POST', `/invitations/${setting.invitation.id}/substitute`, {
      familyName: 'Vertretung',
      language: 'de',
      ...colleague,
    });
    await instance().settled();
    instance().mailServer.mails.length = 0;
    const subjectsTo = async (address: string) =>
      (await instance().mailsTo(address)).map(({ subject }) => subject.split(':')[0]);
    return { setting, subjectsTo };
  }

  const addressOf = async ({ id }: Pick<Person, 'id'>) => {
    const [row] = await instance().rows<{ address: string }>(
      'SELECT address FROM person_address WHERE person_id = $1',
      [id],
    );
    return row?.address ?? '';
  };

  return {
    aSetting,
    mandatesOf,
    handOver,
    standing,
    refusal,
    decisionsOf,
    anOpenDecision,
    decide,
    withSubstitute,
    addressOf,
  };
}
