import type {
  AttendanceSummaryDto,
  AttendeeDto,
  DoorLinkDto,
  InvitationDto,
  MeetingDto,
  MeetingInput,
} from '#contracts';
import { ordinarySeating } from '#contracts';
import { newId } from '#kernel';
import { entryCode } from '#participation';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import { testKeys } from './test-api.js';
import type { TestInstance } from './test-instance.js';

// In Berlin, whose clocks are an hour ahead in March.
const days = { startsLocal: '2026-03-04T10:00', endsLocal: '2026-03-04T15:30' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
export const asking = '2026-03-02T09:00:00Z';
export const meetingDay = '2026-03-04T08:00:00Z';

/** What a device gets of the list. */
export interface KeptList {
  readonly rows: readonly {
    key: string;
    name: string;
    about: string;
    here: boolean;
    walkIn: boolean;
    online: boolean;
  }[];
}

interface MarksReply {
  readonly outcomes: readonly string[];
  readonly state: KeptList;
}

/** A mark as a device sends it. */
export const aMark = (key: string | undefined, here: boolean, more: object = {}) => ({
  id: newId(),
  key: key ?? '',
  here,
  ago: 0,
  ...more,
});

/** A meeting on 4 March with three invited, Drei and Eins with a seat, and its door. */
export class DoorWorld {
  private constructor(
    private readonly instance: TestInstance,
    readonly meeting: MeetingDto,
    readonly guests: readonly InvitationDto[],
    /** Of the seats. */
    readonly keys: readonly string[],
  ) {}

  static async create(instance: TestInstance, more: Partial<MeetingInput> = {}): Promise<DoorWorld> {
    await instance.goTo(asking);
    const names = ['Eins', 'Zwei', 'Drei'];
    const people = names.map((familyName) => ({ familyName, addresses: [`${newId()}@tuer.example`] }));
    const { network } = await aNetworkOfManagers(instance.reader, people);
    const meeting = await instance.publish({ institutionId: network.id, ...days, ...more });
    const guests = await instance.invite(meeting.id, network.id);
    for (const one of guests.slice(0, 2)) await instance.answer(one, 'yes');
    const keys = await Promise.all(
      guests.slice(0, 2).map(async (one) => `${await registrationOf(instance, one)}.0`),
    );
    await instance.goTo(meetingDay);
    return new DoorWorld(instance, meeting, guests, keys);
  }

  /** The same with kinds of seats, and Eins takes part online. */
  static async hybrid(instance: TestInstance): Promise<DoorWorld> {
    const [onSite, online] = [false, true].map((online) => ({
      id: newId(),
      name: { de: online ? 'Per Video' : 'Im Saal' },
      seats: null,
      online,
    }));
    const contingents = [onSite, online].filter((kind) => kind !== undefined);
    const door = await DoorWorld.create(instance, { seating: { ...ordinarySeating, contingents } });
    const seats = { contingentId: online?.id };
    await instance.ask('POST', `/invitations/${door.guests[1]?.id}/answer`, { answer: 'yes', seats });
    return door;
  }

  get path(): string {
    return `/meetings/${this.meeting.id}/attendance`;
  }

  async link(name = 'Eingang'): Promise<{ readonly path: string; readonly id: string }> {
    const path = `/meetings/${this.meeting.id}/door-links`;
    const { id } = await this.instance.ask<DoorLinkDto>('POST', path, { name });
    const { items } = await this.instance.ask<{ items: DoorLinkDto[] }>('GET', path);
    return { id, path: new URL(items.find((one) => one.id === id)?.link ?? '').pathname };
  }

  async code(guest: InvitationDto | undefined): Promise<string> {
    const registrationId = guest === undefined ? '' : await registrationOf(this.instance, guest);
    return entryCode(testKeys, { meetingId: this.meeting.id, registrationId });
  }

  async list(): Promise<readonly AttendeeDto[]> {
    return (await this.instance.ask<{ items: AttendeeDto[] }>('GET', this.path)).items;
  }

  async states(): Promise<readonly AttendeeDto['state'][]> {
    return (await this.list()).map(({ state }) => state);
  }

  sum(): Promise<AttendanceSummaryDto> {
    return this.instance.ask('GET', `${this.path}/summary`);
  }

  /** As a device. */
  send(path: string, ...marks: readonly object[]) {
    return this.instance.api.browser().post<MarksReply>(`${path}/marks`, { marks });
  }

  /** As a form. */
  post(path: string, fields: Readonly<Record<string, string>>) {
    return this.instance.api.browser().post<string>(path, new URLSearchParams(fields).toString(), form);
  }

  /** What the page says after a code was typed. */
  async said(path: string, code: string): Promise<string | null> {
    const reply = await this.post(path, { do: 'code', code });
    return new URL(reply.headers.get('location') ?? '', 'http://x').searchParams.get('said');
  }

  /** Status and code of what the api refuses. */
  async refusal(method: string, path: string, body?: unknown): Promise<readonly [number, string]> {
    const reply = await this.instance.owner.send<{ type: string }>(method, `/api/v1${path}`, { body });
    return [reply.status, reply.body.type.replace('urn:jourfixe:problem:', '')];
  }
}

async function registrationOf(instance: TestInstance, { id }: InvitationDto): Promise<string> {
  const sql = 'SELECT id FROM registration WHERE invitation_id = $1';
  const [row] = await instance.rows<{ id: string }>(sql, [id]);
  return row?.id ?? '';
}
