import { ordinarySeating } from '#contracts';
import type { MeetingDto, MeetingInput, Seating } from '#contracts';
import { newId } from '#kernel';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import type { Reply } from './test-browser.js';
import type { TestInstance } from './test-instance.js';

type Fields = Readonly<Record<string, string>>;

/** A public meeting for which everybody may register; one cluster's manager can be invited. */
export class OpenMeeting {
  private constructor(
    readonly instance: TestInstance,
    readonly meeting: MeetingDto,
    readonly networkId: string,
    readonly managerAddress: string,
  ) {}

  static async publish(
    instance: TestInstance,
    {
      seating,
      ...fields
    }: Partial<Omit<MeetingInput, 'seating'>> & { readonly seating?: Partial<Seating> } = {},
  ): Promise<OpenMeeting> {
    const managerAddress = `manager-${newId()}@offen.example`;
    const { network } = await aNetworkOfManagers(instance.reader, [
      { familyName: 'Manager', addresses: [managerAddress] },
    ]);
    const meeting = await instance.publish({
      institutionId: network.id,
      visibility: 'public',
      ...fields,
      seating: { ...ordinarySeating, open: true, ...seating },
    });
    return new OpenMeeting(instance, meeting, network.id, managerAddress);
  }

  get path(): string {
    return `/m/${this.meeting.slug}`;
  }

  page(path = this.path): Promise<Reply<string>> {
    return this.instance.api.browser().get<string>(path);
  }

  /** Sends the form of the public page; gives `303 <where>` or the page that says what is wrong. */
  register(address: string, fields: Fields = {}): Promise<Reply<string>> {
    const typed = { givenName: 'Toni', familyName: 'Offen', address, organisation: 'Werk', ...fields };
    return this.post(this.path, typed);
  }

  post(path: string, fields: Fields): Promise<Reply<string>> {
    return this.instance.api.browser().post<string>(path, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  }

  /** The path of the link in the last mail to an address. */
  async mailedPath(address: string): Promise<string> {
    await this.instance.settled();
    const { text } = await this.instance.lastMailTo(address);
    const link = /http:\S+\/(?:r\/confirm|i|r)\/[a-z2-7]{32}/.exec(text)?.[0];
    if (link === undefined) throw new Error(`no link in: ${text}`);
    return new URL(link).pathname;
  }

  /** Registers and confirms by the mailed link; gives the path of their own page. */
  async join(address: string, fields: Fields = {}): Promise<string> {
    await this.register(address, fields);
    const path = await this.mailedPath(address);
    const reply = await this.post(path, { confirm: 'yes' });
    const location = reply.headers.get('location');
    if (location === null) throw new Error(`confirming answered ${reply.status}: ${reply.body}`);
    return location.replace(/\?.*/, '');
  }

  /** So many who have not confirmed yet; the first of them lapses in ten minutes. */
  async fillPending(count: number): Promise<void> {
    await this.instance.rows(
      `INSERT INTO open_registration (id, meeting_id, state, language, given_name, family_name, address, answers,
                                      companions, holds_seats, token_hash, token_key_id, token_generation, created_at,
                                      expires_at)
       SELECT gen_random_uuid(), $1::uuid, 'pending', 'de', 'Toni', 'Offen', 'viele@fremd.example', '{}', '{}', false,
              $1::text || number, 'key', 1, $2::timestamptz,
              $2::timestamptz + make_interval(mins => CASE number WHEN 1 THEN 10 ELSE 30 END)
         FROM generate_series(1, $3::int) AS number`,
      [this.meeting.id, this.instance.clock.now(), count],
    );
  }

  /** Who has which state, by the address of the person, in order of arrival. */
  async standings(): Promise<Readonly<Record<string, string>>> {
    const rows = await this.instance.rows<{ address: string; state: string }>(
      `SELECT person_address.address, registration.state FROM registration
         JOIN person_address USING (person_id) WHERE meeting_id = $1 AND preferred ORDER BY arrival`,
      [this.meeting.id],
    );
    return Object.fromEntries(rows.map(({ address, state }) => [address, state]));
  }

  /** The snapshots, oldest first. */
  snapshots() {
    return this.instance.rows<{ state: string; holds: boolean; familyName: string; address: string }>(
      `SELECT state, holds_seats AS holds, family_name AS "familyName", address
         FROM open_registration WHERE meeting_id = $1 ORDER BY created_at, id`,
      [this.meeting.id],
    );
  }
}
