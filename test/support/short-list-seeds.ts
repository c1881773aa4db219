import type { Reader } from '#database';
import { newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { aDoorLink } from '../factories/attendance.factory.js';
import { aMandate, anInstitution, anOffice, aPerson } from '../factories/directory.factory.js';
import { aDeputy, aReason } from '../factories/handover.factory.js';
import { aMeetingFile, aNote } from '../factories/host-view.factory.js';
import { aMeeting, anInvitation } from '../factories/meetings.factory.js';
import { aSeries, aSeriesDate } from '../factories/series.factory.js';
import { testKeys } from './test-api.js';

const at = Temporal.Instant.from('2026-02-02T08:00:00Z');

/** How each list that comes whole is filled with two items, by the name of its endpoint; where it is asked for. */
export const shortListSeeds: Readonly<Partial<Record<string, (reader: Reader) => Promise<string>>>> = {
  async listDeputies(reader) {
    const { id: officeId } = await anOffice(reader);
    for (const rank of [1, 2]) await aDeputy(reader, { officeId, rank });
    return `/offices/${officeId}/deputies`;
  },
  async listVacantOffices(reader) {
    const { id: meetingId } = await aMeeting(reader);
    for (let n = 0; n < 2; n += 1) {
      const { officeId, personId } = await aMandate(reader, {
        validUntil: Temporal.PlainDate.from('2026-01-31'),
      });
      const { id: invitationId } = await anInvitation(reader, testKeys, { meetingId, personId });
      const { id: institutionId } = await anInstitution(reader);
      const ended = { endedAt: at, endCause: 'office-left' };
      await aReason(reader, { invitationId, officeId, institutionId, ...ended });
    }
    return `/meetings/${meetingId}/vacant-offices`;
  },
  async listDoorLinks(reader) {
    const { id: meetingId } = await aMeeting(reader);
    for (let n = 0; n < 2; n += 1) await aDoorLink(reader, testKeys, { meetingId });
    return `/meetings/${meetingId}/door-links`;
  },
  async listNotes(reader) {
    const { id: meetingId } = await aMeeting(reader);
    const { id: authorId } = await aPerson(reader);
    for (let n = 0; n < 2; n += 1) await aNote(reader, { meetingId, authorId });
    return `/meetings/${meetingId}/notes`;
  },
  async listMeetingFiles(reader) {
    const { id: meetingId } = await aMeeting(reader);
    for (let n = 0; n < 2; n += 1) await aMeetingFile(reader, { meetingId });
    return `/meetings/${meetingId}/files`;
  },
  async listMessages(reader) {
    const { id: meetingId } = await aMeeting(reader);
    const { id: writtenBy } = await aPerson(reader);
    const { id: invitationId } = await anInvitation(reader, testKeys, { meetingId });
    for (const to of [[invitationId], []]) {
      const words = { subject: { de: '=1+1' }, text: { de: 'Guten Tag' } };
      const messageId = newId();
      const message = { ...words, id: messageId, meetingId, writtenBy, writtenAt: at };
      await reader.manager.insert('MeetingMessage', message);
      for (const each of to)
        await reader.manager.insert('MeetingMessageRecipient', { messageId, invitationId: each });
    }
    return `/meetings/${meetingId}/messages`;
  },
  async listHostSwaps(reader) {
    const { id: seriesId } = await aSeries(reader, { state: 'active' });
    for (const months of [
      ['04', '05'],
      ['06', '07'],
    ] as const)
      await anOpenSwap(reader, seriesId, months);
    return `/series/${seriesId}/host-swaps`;
  },
};

async function anOpenSwap(reader: Reader, seriesId: Id, months: readonly [string, string]): Promise<void> {
  const side = async (month: string) => {
    const { id: hostId } = await anInstitution(reader);
    const originalLocal = Temporal.PlainDateTime.from(`2026-${month}-07T10:00`);
    return { hostId, dateId: (await aSeriesDate(reader, { seriesId, hostId, originalLocal })).id };
  };
  const [first, second] = [await side(months[0]), await side(months[1])];
  const dates = { firstDateId: first.dateId, secondDateId: second.dateId };
  const hosts = { firstHostId: first.hostId, secondHostId: second.hostId };
  const row = { id: newId(), seriesId, state: 'open', askedAt: at, consentBy: at };
  await reader.manager.insert('HostSwap', { ...row, ...dates, ...hosts });
}
