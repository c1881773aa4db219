import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConflictDto, ImportedCalendarDto } from '#contracts';
import { anInstitution } from '../../factories/directory.factory.js';
import { aCalendarFile } from '../../factories/imported-calendar.factory.js';
import { eventually } from '../../support/eventually.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
let server: Server;
let address: string;
let respond: RequestListener;
const asked: (string | undefined)[] = [];

const withCalendar: RequestListener = (request, response) => {
  asked.push(request.headers['if-none-match']);
  if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
  else response.writeHead(200, { etag: '"1"' }).end(aCalendarFile);
};

beforeAll(async () => {
  server = createServer((request, response) => respond(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sachsen.ics`;
  instance = await TestInstance.start({ withMail: false, settings: { OUTBOUND_PRIVATE: '127.0.0.1' } });
});

afterAll(async () => {
  await instance?.close();
  server?.close();
});

const show = (id: string) => instance.ask<ImportedCalendarDto>('GET', `/imported-calendars/${id}`);
const refresh = (id: string) => instance.ask('POST', `/imported-calendars/${id}/refresh`);
const until = async (id: string, holds: (calendar: ImportedCalendarDto) => boolean) => {
  await eventually(async () => holds(await show(id)));
  return show(id);
};

describe('an imported calendar', () => {
  it('is fetched, asked for changes only, and keeps its last good state when it cannot be had', async () => {
    respond = withCalendar;
    const { id } = await instance.ask<ImportedCalendarDto>('POST', '/imported-calendars', {
      name: { de: 'Ferien in Sachsen', en: 'School holidays in Saxony' },
      laender: ['SN'],
      address,
    });
    const good = await until(id, ({ refreshedAt }) => refreshedAt !== null);
    expect(good).toMatchObject({ entries: 1, failure: null });

    await refresh(id);
    await eventually(() => asked.length === 2);
    expect(asked).toEqual([undefined, '"1"']);
    for (const [answer, failure] of [
      ['<html>Wartung</html>', 'calendar.not-a-calendar'],
      ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 'calendar.empty'],
    ] as const) {
      respond = (_request, response) => response.end(answer);
      await refresh(id);
      const failing = await until(id, (calendar) => calendar.failure?.code === failure);
      expect(failing).toMatchObject({ entries: 1, refreshedAt: good.refreshedAt });
      expect(await instance.rows('SELECT summary FROM imported_entry')).toEqual([
        { summary: 'Sommerferien' },
      ]);
    }
    respond = withCalendar;
    await refresh(id);
    await until(id, ({ failure }) => failure === null);
  });

  it('stands against the dates of those who work in its Land, and says whom it affects', async () => {
    const saxon = await anInstitution(instance.reader, { name: { de: 'Sächsischer' }, laender: ['SN'] });
    const other = await anInstitution(instance.reader, { laender: ['BY'] });
    const find = async (institutionIds: string[]) => {
      const dates = ['2026-07-07', '2026-08-18'].map((day) => ({
        startsLocal: `${day}T10:00`,
        endsLocal: `${day}T12:00`,
      }));
      const reply = await instance.ask<{ dates: { conflicts: ConflictDto[] }[] }>(
        'POST',
        '/meetings/conflicts',
        {
          dates,
          institutionIds,
        },
      );
      return reply.dates.map(({ conflicts }) => conflicts);
    };
    const affected = [{ id: saxon.id, name: saxon.name }];
    const calendar = { de: 'Ferien in Sachsen', en: 'School holidays in Saxony' };
    expect(await find([saxon.id, other.id])).toEqual([
      [{ kind: 'imported', summary: 'Sommerferien', calendar, affected }],
      [],
    ]);
    expect(await find([other.id])).toEqual([[], []]);
  });

  it('of an address inside is refused in words, and nothing is asked there', async () => {
    const inside = address.replace('127.0.0.1', '127.0.0.2');
    const body = { name: { de: 'Innen' }, address: inside };
    const { id } = await instance.ask<ImportedCalendarDto>('POST', '/imported-calendars', body);
    const { failure } = await until(id, (calendar) => calendar.failure !== null);
    expect(failure?.code).toBe('outbound.private-address');
  });
});
