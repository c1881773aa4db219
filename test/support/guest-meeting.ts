import type { InvitationDto, MeetingDto, ReachDto } from '#contracts';
import { givenAtOnce } from '../factories/meetings.factory.js';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import type { TestInstance } from './test-instance.js';

export const guestNames = ['seated', 'waiting', 'undecided', 'declined', 'silent', 'english'] as const;
export type Guest = (typeof guestNames)[number];

/** What guests got, by the first word of the subject. */
type Heard = Readonly<Partial<Record<Guest, readonly string[]>>>;

/** A meeting of one seat with one guest in every state; `english` is silent and reads English. */
export class GuestMeeting {
  private constructor(
    private readonly instance: TestInstance,
    readonly id: string,
    readonly guests: Readonly<Record<Guest, InvitationDto>>,
  ) {}

  static async open(instance: TestInstance): Promise<GuestMeeting> {
    const { network } = await aNetworkOfManagers(
      instance.reader,
      guestNames.map((familyName) => ({ familyName, language: familyName === 'english' ? 'en' : 'de' })),
    );
    const { id } = await instance.publish({
      institutionId: network.id,
      capacity: 1,
      seating: givenAtOnce,
    });
    const guests = byName(await instance.invite(id, network.id));
    await instance.answer(guests.seated, 'yes');
    await instance.answer(guests.waiting, 'yes');
    await instance.answer(guests.undecided, 'maybe');
    await instance.answer(guests.declined, 'no');
    await instance.settled();
    const opened = new GuestMeeting(instance, id, guests);
    await opened.heard();
    return opened;
  }

  async version(): Promise<number> {
    return (await this.read()).version;
  }

  read(): Promise<MeetingDto> {
    return this.instance.ask('GET', `/meetings/${this.id}`);
  }

  preview(patch: object, query = ''): Promise<ReachDto> {
    return this.instance.ask('POST', `/meetings/${this.id}/change-preview${query}`, patch);
  }

  async change(patch: object, query = ''): Promise<MeetingDto> {
    this.instance.clock.advance({ minutes: 1 });
    const path = `/meetings/${this.id}${query}`;
    const changed = await this.instance.ask<MeetingDto>('PATCH', path, patch, await this.version());
    await this.instance.settled();
    return changed;
  }

  async cancel(note: string | null = null): Promise<MeetingDto> {
    this.instance.clock.advance({ minutes: 1 });
    const path = `/meetings/${this.id}/cancel`;
    const cancelled = await this.instance.ask<MeetingDto>('POST', path, { note }, await this.version());
    await this.instance.settled();
    return cancelled;
  }

  async answer(guest: Guest, answer: string): Promise<void> {
    this.instance.clock.advance({ minutes: 1 });
    await this.instance.answer(this.guests[guest], answer);
    await this.instance.settled();
  }

  /** Who got which mails since this was asked last. */
  async heard(): Promise<Heard> {
    const heard: Partial<Record<Guest, readonly string[]>> = {};
    for (const name of guestNames) {
      const mails = await this.instance.mailsTo(this.guests[name].address ?? '');
      if (mails.length > 0) heard[name] = mails.map(({ subject }) => subject.split(':')[0] ?? '');
    }
    this.instance.mailServer.mails.length = 0;
    return heard;
  }

  /** `yes, confirmed, to confirm again`, by guest. */
  async standings(): Promise<Readonly<Record<Guest, string>>> {
    const now = byName(await this.instance.invitations(this.id));
    const entries = guestNames.map((name) => {
      const { answer, registration, toConfirmAgain } = now[name];
      const again = toConfirmAgain ? ', to confirm again' : '';
      return [name, `${answer ?? 'no answer'}, ${registration ?? 'none'}${again}`];
    });
    return Object.fromEntries(entries);
  }
}

/** How many mails that makes, as a preview counts them. */
export function countMails({ english = [], ...german }: Heard): ReachDto['mails'] {
  return { de: Object.values(german).flat().length, en: english.length };
}

function byName(invitations: readonly InvitationDto[]): Readonly<Record<Guest, InvitationDto>> {
  const named = invitations.map((invitation) => [invitation.person.name.replace('Kim ', ''), invitation]);
  return Object.fromEntries(named);
}
