import type { Problem } from '#contracts';
import { Temporal } from '#kernel';
import { anInstitution, aPerson } from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { wasPresent } from '../../factories/papers.factory.js';
import { fetchPaper, longName, PaperMeeting } from '../../support/paper-meeting.js';
import { pageOf, squeezed } from '../../support/read-pdf.js';
import { RoleWorld } from '../../support/role-world.js';
import type { TestInstance } from '../../support/test-instance.js';

interface World {
  readonly instance: () => TestInstance;
  readonly meeting: () => PaperMeeting;
}

/** Certificates of a meeting and of a year, in the instance that the other papers are made in. */
export function describeCertificates(world: World): void {
  describe('certificates', () => {
    let instance: TestInstance;
    let meeting: PaperMeeting;
    beforeAll(() => {
      instance = world.instance();
      meeting = world.meeting();
    });

    it('are for who was present alone: what, when, where and for how long', async () => {
      const held = await PaperMeeting.open(instance, {
        agenda: [
          {
            kind: 'talk',
            title: { de: 'Klebstoffe für den Leichtbau', en: 'Adhesives' },
            speaker: null,
            minutes: 60,
          },
          { kind: 'break', title: { de: 'Kaffee' }, speaker: null, minutes: 15 },
        ],
      });
      await held.wasPresent('Großweißenfels');
      await held.wasPresent('Arnold');
      const german = await held.read({ kind: 'certificates' });
      expect(german.pages.map(({ text }) => /Kim Arnold|Großweißenfels/.exec(text)?.[0])).toEqual([
        'Kim Arnold',
        'Großweißenfels',
      ]);
      const { text } = pageOf(german, 1);
      expect(squeezed(text)).toContain(squeezed(longName));
      expect(text).toContain('Teilnahmebestätigung');
      expect(text).toContain('Dauer: 5 Stunden 30 Minuten');
      expect(text).toContain('Klebstoffe für den Leichtbau');
      expect(text).not.toContain('Kaffee');
      expect(text).toContain('Solarvalley, Sonnenallee 1, 06766 Wolfen');
      expect(text).toContain('Ort, Datum');
      const walkIn = { walkIn: true, name: 'Zoë Ungeladen', organisation: 'Ætna GmbH' };
      await wasPresent(instance.reader, { meetingId: held.id, ...walkIn });
      const withWalkIn = await held.read({ kind: 'certificates' });
      expect(withWalkIn.pages).toHaveLength(3);
      expect(pageOf(withWalkIn, 2).text).toContain('Zoë Ungeladen Ætna GmbH');
      const personIds = [held.personId('Großweißenfels')];
      const english = await held.read({ kind: 'certificates', language: 'en', personIds });
      expect(english.pages).toHaveLength(1);
      expect(pageOf(english, 0).text).toContain('Duration: 5 hours 30 minutes');
      const absent = await instance.owner.post<Problem>(`/api/v1/meetings/${held.id}/papers`, {
        kind: 'certificates',
        personIds: [held.personId('Ärger')],
      });
      expect([absent.status, absent.body.code]).toEqual([409, 'paper.nobody-present']);
    });

    it('of a year add up what a person was present at in it, and nothing else', async () => {
      const { reader } = instance;
      const { id: institutionId } = await anInstitution(reader, { name: { de: 'Solarvalley e. V.' } });
      const { id: personId } = await aPerson(reader, { givenName: 'Zoë', familyName: 'Ölçer' });
      const first = { title: { de: 'Frühjahrstreffen' }, institutionId };
      const meetings = [
        await aMeeting(reader, { ...first, ...daysFrom('2026-03-05T10:00', '2026-03-05T12:00') }),
        await aMeeting(reader, {
          ...first,
          title: { de: 'Herbsttreffen' },
          ...daysFrom('2026-10-05T09:00', '2026-10-05T12:30'),
        }),
        await aMeeting(reader, {
          ...first,
          title: { de: 'Vorjahr' },
          ...daysFrom('2025-12-05T09:00', '2025-12-05T12:30'),
        }),
      ];
      for (const { id } of meetings) await wasPresent(reader, { meetingId: id, personId });
      await aMeeting(reader, { ...first, title: { de: 'Versäumt' } });
      const order = { year: 2026, institutionId };
      const path = `/people/${personId}/year-certificates`;
      const { id } = await instance.ask<{ id: string }>('POST', path, order);
      await instance.settled();
      const certificate = await fetchPaper(instance, id);
      const { text } = pageOf(certificate, 0);
      expect(certificate.title).toBe('Teilnahmebestätigung 2026');
      expect(text).toContain('Zoë Ölçer');
      expect(text).toContain('im Jahr 2026 an 2 Treffen teilgenommen hat');
      expect(text).toMatch(
        /5\. März 2026 Frühjahrstreffen .*2\sh .*5\. Oktober 2026 Herbsttreffen .*3\sh\s30\smin/,
      );
      expect(text).toContain('Insgesamt: 5 Stunden 30 Minuten');
      expect(text).toContain('Solarvalley e. V.');
      expect(text).not.toMatch(/Vorjahr|Versäumt/);
      // Whoever may read any meeting's papers does not get what was collected about a person for somebody else.
      const { key } = await RoleWorld.create(reader, 'owner');
      const colleague = instance.api.browser({ authorization: `Bearer ${key}` });
      const sheet = await meeting.order({ kind: 'sign-in-sheet' });
      expect((await colleague.getBytes(`/api/v1/papers/${sheet.id}`)).status).toBe(200);
      expect((await colleague.getBytes(`/api/v1/papers/${id}`)).status).toBe(404);
      const none = await instance.owner.post<Problem>(`/api/v1${path}`, { ...order, year: 2024 });
      expect([none.status, none.body.code]).toEqual([409, 'paper.nobody-present']);
    });
  });
}

function daysFrom(from: string, until: string) {
  return {
    startsLocal: Temporal.PlainDateTime.from(from),
    endsLocal: Temporal.PlainDateTime.from(until),
    startsAt: Temporal.Instant.from(`${from}:00Z`),
    endsAt: Temporal.Instant.from(`${until}:00Z`),
  };
}
