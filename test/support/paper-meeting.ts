import type { InvitationDto, MeetingInput, OperationDto } from '#contracts';
import { entryCode } from '#participation';
import { anInstitution } from '../factories/directory.factory.js';
import { wasPresent } from '../factories/papers.factory.js';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import { testKeys } from './test-api.js';
import { readPdf } from './read-pdf.js';
import type { ReadPdf } from './read-pdf.js';
import type { TestInstance } from './test-instance.js';

export const longest = {
  academicTitle: 'Dr.-Ing.',
  givenName: 'Friederike-Charlotte',
  familyName: 'von und zu Müller-Lüdenscheidt-Großweißenfels',
} as const;

export const longName = `${longest.academicTitle} ${longest.givenName} ${longest.familyName}`;

const guests = [
  longest,
  { academicTitle: null, givenName: 'Łukasz', familyName: 'Źródlański' },
  { academicTitle: null, givenName: 'Jiří', familyName: 'Dvořák-Žižka' },
  { academicTitle: 'Prof. Dr.', givenName: 'Ava', familyName: 'Ärger' },
  { academicTitle: null, givenName: 'Kim', familyName: 'Arnold' },
];

/** A meeting whose guests have names that papers have to bear; all but the last have said yes. */
export class PaperMeeting {
  private constructor(
    private readonly instance: TestInstance,
    readonly id: string,
    readonly institutionId: string,
    readonly invitations: readonly InvitationDto[],
  ) {}

  static async open(instance: TestInstance, fields: Partial<MeetingInput> = {}): Promise<PaperMeeting> {
    const { reader } = instance;
    const organisation = await anInstitution(reader, {
      kind: 'organisation',
      name: { de: 'Škoda Výzkum & Söhne €-AG' },
    });
    const people = guests.map((guest, index) => ({
      ...guest,
      homeInstitutionId: index < 3 ? organisation.id : null,
    }));
    const { network } = await aNetworkOfManagers(reader, people);
    const { id } = await instance.publish({ institutionId: network.id, ...fields });
    const invitations = await instance.invite(id, network.id);
    const last = byFamilyName(invitations, 'Arnold');
    for (const invitation of invitations) {
      if (invitation !== last) await instance.answer(invitation, 'yes');
    }
    await instance.settled();
    return new PaperMeeting(instance, id, network.id, invitations);
  }

  personId(familyName: string): string {
    return this.invitationOf(familyName).person.id;
  }

  invitationOf(familyName: string): InvitationDto {
    return byFamilyName(this.invitations, familyName);
  }

  /** Marks somebody with a seat as having been there. */
  async wasPresent(familyName: string): Promise<void> {
    const personId = this.personId(familyName);
    const [seat] = await this.instance.rows<{ id: string }>(
      'SELECT id FROM registration WHERE meeting_id = $1 AND person_id = $2',
      [this.id, personId],
    );
    const seated = seat === undefined ? {} : { registrationId: seat.id };
    await wasPresent(this.instance.reader, { meetingId: this.id, personId, ...seated });
  }

  /** The entry code of somebody with a seat. */
  async entryCodeOf(familyName: string): Promise<string> {
    const [seat] = await this.instance.rows<{ id: string }>(
      'SELECT id FROM registration WHERE meeting_id = $1 AND person_id = $2',
      [this.id, this.personId(familyName)],
    );
    return entryCode(testKeys, { meetingId: this.id, registrationId: seat?.id ?? '' });
  }

  /** Has a paper made over HTTP, by the worker, and gives its operation when that has ended. */
  async order(order: object): Promise<OperationDto> {
    const { id } = await this.instance.ask<OperationDto>('POST', `/meetings/${this.id}/papers`, order);
    await this.instance.settled();
    return this.instance.ask('GET', `/operations/${id}`);
  }

  /** As `order`, fetched and read. */
  async read(order: object): Promise<ReadPdf & { readonly bytes: Uint8Array }> {
    const { id, state, errorCode } = await this.order(order);
    if (state !== 'done') throw new Error(`the paper is ${state}: ${errorCode}`);
    return fetchPaper(this.instance, id);
  }
}

/** Fetches a paper and reads it. */
export async function fetchPaper(
  instance: TestInstance,
  id: string,
): Promise<ReadPdf & { readonly bytes: Uint8Array }> {
  const reply = await instance.owner.getBytes(`/api/v1/papers/${id}`);
  if (reply.status !== 200) throw new Error(`the paper answered ${reply.status}`);
  return { ...(await readPdf(reply.body)), bytes: reply.body };
}

function byFamilyName(invitations: readonly InvitationDto[], familyName: string): InvitationDto {
  const found = invitations.find(({ person }) => person.name.endsWith(familyName));
  if (found === undefined) throw new Error(`nobody is called ${familyName}`);
  return found;
}
