import { ordinarySeating } from '#contracts';
import type { InvitationDto, MeetingInput, Seating } from '#contracts';
import { newId } from '#kernel';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import type { TestInstance } from './test-instance.js';

/** A meeting whose seats are given by rule, with one guest per cluster, by family name. */
export class SeatMeeting {
  private constructor(
    private readonly instance: TestInstance,
    readonly id: string,
    readonly networkId: string,
    private readonly guests: ReadonlyMap<string, InvitationDto>,
  ) {}

  static async open(
    instance: TestInstance,
    names: readonly string[],
    { seating, ...fields }: Partial<Omit<MeetingInput, 'seating'>> & { readonly seating?: Partial<Seating> },
  ): Promise<SeatMeeting> {
    const { network } = await aNetworkOfManagers(
      instance.reader,
      names.map((familyName) => ({ familyName, addresses: [`${familyName}-${newId()}@plaetze.example`] })),
    );
    const meeting = await instance.publish({
      institutionId: network.id,
      ...fields,
      seating: { ...ordinarySeating, ...seating },
    });
    const invited = await instance.invite(meeting.id, network.id);
    const guests = new Map(names.map((name) => [name, invited.find(ofName(name)) as InvitationDto]));
    instance.mailServer.mails.length = 0;
    return new SeatMeeting(instance, meeting.id, network.id, guests);
  }

  of(name: string): InvitationDto {
    const guest = this.guests.get(name);
    if (guest === undefined) throw new Error(`nobody is called ${name}`);
    return guest;
  }

  /** Sends the form of the invitee's page. */
  post(name: string, fields: Readonly<Record<string, string>>) {
    const { pathname } = new URL(this.of(name).link);
    return this.instance.api.browser().post<string>(pathname, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  }

  /** Everybody answers in this order, and every mail about it is sent. */
  async answer(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, answer] of Object.entries(answers)) {
      this.instance.clock.advance({ seconds: 1 });
      await this.post(name, { answer });
    }
    await this.instance.settled();
  }

  async page(name: string): Promise<string> {
    const { pathname } = new URL(this.of(name).link);
    return (await this.instance.api.browser().get<string>(pathname)).body;
  }

  decide(decision: string, names: readonly string[], note: string | null = null) {
    const invitationIds = names.map((name) => this.of(name).id);
    return this.instance.ask('POST', `/meetings/${this.id}/requests`, { decision, invitationIds, note });
  }

  async change(patch: object, query = '') {
    const { version } = await this.instance.ask<{ version: number }>('GET', `/meetings/${this.id}`);
    return this.instance.owner.patch<{ code?: string; params?: object }>(
      `/api/v1/meetings/${this.id}${query}`,
      patch,
      { 'if-match': `"${version}"` },
    );
  }

  /** "confirmed", "waitlisted 2" and so on, by name; null: no answer yet. */
  async standings(): Promise<Record<string, string | null>> {
    const now = await this.instance.invitations(this.id);
    return Object.fromEntries(
      [...this.guests.keys()].map((name) => {
        const { registration, placeInLine } = now.find(ofName(name)) as InvitationDto;
        return [name, placeInLine === null ? registration : `${registration} ${placeInLine}`];
      }),
    );
  }

  /** What the log says of the meeting, field by field. */
  async changes(): Promise<readonly object[]> {
    const path = `/audit?subjectKind=meeting&subjectId=${this.id}`;
    const { items } = await this.instance.ask<{ items: { changes: object[] }[] }>('GET', path);
    return items.flatMap(({ changes }) => changes);
  }

  lastMail(name: string) {
    return this.instance.lastMailTo(this.of(name).address ?? '');
  }

  /** The first words of the subjects of what somebody got after the invitation. */
  async heard(name: string): Promise<readonly string[]> {
    const mails = await this.instance.mailsTo(this.of(name).address ?? '');
    return mails.map(({ subject }) => subject.split(':')[0] ?? '');
  }
}

function ofName(name: string) {
  return ({ person }: InvitationDto) => person.name.endsWith(` ${name}`);
}
