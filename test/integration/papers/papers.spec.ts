import { ordinarySeating } from '#contracts';
import type { PaperHeadDto, Problem } from '#contracts';
import { newId } from '#kernel';
import { MakePapers } from '#papers';
import { aPng } from '../../support/a-png.js';
import { packed } from '../../support/imports.js';
import { fetchPaper, longName, PaperMeeting } from '../../support/paper-meeting.js';
import { mm, pageOf, readQrCodes, squeezed } from '../../support/read-pdf.js';
import { TestInstance } from '../../support/test-instance.js';
import { describeCertificates } from './certificates.js';

const A4 = [595, 842];

let instance: TestInstance;
let meeting: PaperMeeting;
beforeAll(async () => {
  instance = await TestInstance.start();
  meeting = await PaperMeeting.open(instance);
});
afterAll(() => instance.close());

describe('a sign-in sheet', () => {
  it('has everybody with a seat in German order, what they stand for, and rows for who just comes', async () => {
    const sheet = await meeting.read({ kind: 'sign-in-sheet', orientation: 'portrait', emptyRows: 3 });
    expect(sheet.title).toBe('Teilnahmeliste: Austausch der Clustermanager');
    expect(sheet.language).toBe('de');
    expect(sheet.pages).toHaveLength(1);
    const { text, width, height } = pageOf(sheet, 0);
    expect([Math.round(width), Math.round(height)]).toEqual(A4);
    expect(text).toContain('Nr. Name Organisation Vertretenes Cluster Unterschrift');
    // Ä as A, Ź as Z: as German lists have it. Who has not answered is not on it.
    const names = ['Prof. Dr. Ava Ärger', 'Jiří Dvořák-Žižka', longName, 'Łukasz Źródlański'];
    const places = names.map((name) => placeOf(text, name));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(text).not.toContain('Kim Arnold');
    expect(squeezed(text)).toContain('ŠkodaVýzkum&Söhne€-AG');
    expect(text).toContain('Cluster 4');
    expect(text).toMatch(/\b7\b(?!.*\b8\b)/);
    expect(text).toContain('18');
    expect(text).toContain('10:00–15:30');
    expect(text).toContain('Solarvalley, Sonnenallee 1, 06766 Wolfen');
  });

  it('repeats its head on every page, in the language that was asked for', async () => {
    const sheet = await meeting.read({ kind: 'sign-in-sheet', language: 'en', emptyRows: 40 });
    expect(sheet.language).toBe('en');
    expect(sheet.pages.length).toBeGreaterThan(2);
    for (const [index, { text, width, height }] of sheet.pages.entries()) {
      expect([Math.round(height), Math.round(width)]).toEqual(A4);
      expect(text).toContain('No. Name Organisation Cluster represented Signature');
      expect(text).toContain('Exchange of the cluster managers');
      expect(text).toContain(`Page ${index + 1} of ${sheet.pages.length}`);
    }
    expect(pageOf(sheet, 0).text).toContain('Cluster No. 4');
  });

  it('can have the silent as well, and some alone', async () => {
    const all = await meeting.read({ kind: 'sign-in-sheet', circle: 'invited', emptyRows: 0 });
    expect(pageOf(all, 0).text).toContain('Kim Arnold');
    const personIds = [meeting.personId('Źródlański')];
    const some = pageOf(await meeting.read({ kind: 'sign-in-sheet', personIds, emptyRows: 0 }), 0);
    expect(some.text).toMatch(/^(?!.*Ärger).*Źródlański/s);
  });

  it('is signed anew on every day of a meeting of several', async () => {
    const days = await PaperMeeting.open(instance, {
      startsLocal: '2026-06-18T10:00',
      endsLocal: '2026-06-20T12:00',
    });
    const sheet = await days.read({ kind: 'sign-in-sheet', orientation: 'portrait', emptyRows: 0 });
    expect(sheet.pages.map(({ text }) => /Donnerstag|Freitag|Samstag/.exec(text)?.[0])).toEqual([
      'Donnerstag',
      'Freitag',
      'Samstag',
    ]);
    for (const { text } of sheet.pages) expect(squeezed(text)).toContain(squeezed(longName));
  });
});

describe('companions', () => {
  const kinds = [false, true].map((online) => ({ id: newId(), name: { de: 'Platz' }, seats: null, online }));

  it('stand behind who brings them, by name or without one, with badges of their own', async () => {
    const seating = { ...ordinarySeating, companions: 2, contingents: kinds };
    const open = await PaperMeeting.open(instance, { seating });
    const invitation = open.invitationOf('Źródlański');
    await instance.ask('POST', `/invitations/${invitation.id}/answer`, {
      answer: 'yes',
      seats: { companions: ['Zoë Begleit-Müller', ''], contingentId: null },
    });
    await instance.settled();
    const personIds = [invitation.person.id];
    const sheet = await open.read({ kind: 'sign-in-sheet', personIds, emptyRows: 0 });
    expect(pageOf(sheet, 0).text).toMatch(
      /1 Łukasz Źródlański .*2 Zoë Begleit-Müller Begleitung von Łukasz Źródlański 3 Begleitung Begleitung von/,
    );
    const badges = await open.read({ kind: 'badges', personIds });
    expect(pageOf(badges, 0).text.match(/18\. Juni 2026/g)).toHaveLength(3);

    // Kept at the host’s, a substitute is not at home there: the cluster stands beside the name, and nobody else.
    const named = {
      givenName: 'Toni',
      familyName: 'Vertretung',
      address: 'toni@vertretung.example',
      language: 'de',
    };
    await instance.ask('POST', `/invitations/${open.invitationOf('Ärger').id}/substitute`, named);
    await instance.settled();
    const everybody = await open.read({ kind: 'sign-in-sheet', emptyRows: 0 });
    expect(pageOf(everybody, 0).text).toMatch(/ Toni Vertretung Cluster 4 /);

    // Whoever takes part online is nowhere to sign, nor is who comes with them.
    await instance.ask('POST', `/invitations/${invitation.id}/answer`, {
      answer: 'yes',
      seats: { contingentId: kinds[1]?.id },
    });
    const onSite = pageOf(await open.read({ kind: 'sign-in-sheet', emptyRows: 0 }), 0).text;
    expect(onSite).toContain('3 weitere Personen nehmen online teil');
    const badged = pageOf(await open.read({ kind: 'badges' }), 0).text;
    for (const text of [onSite, badged]) expect(text).toMatch(/^(?!.*(?:Źródlański|Begleit)).*Vertretung/s);
    expect(pageOf(await open.read({ kind: 'badges', personIds }), 0).text).toContain('Źródlański');
  });
});

describe('name badges', () => {
  it('begin at the label that is left, and go on on the next sheet', async () => {
    const badges = await meeting.read({ kind: 'badges', format: 'labels-80x50', startAt: 9 });
    expect(badges.pages.map(({ text }) => text.match(/18\. Juni 2026/g)?.length)).toEqual([2, 2]);
    expect(pageOf(badges, 0).text).toContain('Prof. Dr. Ava');
    // The ninth of ten labels is the left one of the last row: 17.5 mm from the left, 13.5 + 4 * 55 mm from the top.
    const first = pageOf(badges, 0).words.find(({ text }) => text.startsWith('Prof. Dr. Ava'));
    expect(first?.x).toBeGreaterThan(mm(17.5));
    expect(first?.x).toBeLessThan(mm(97.5));
    expect(842 - (first?.y ?? 0)).toBeGreaterThan(mm(233.5));
    expect(842 - (first?.y ?? 0)).toBeLessThan(mm(283.5));
  });

  it('bear the longest name whole, within the badge', async () => {
    const personIds = [meeting.personId('Großweißenfels')];
    const card = await meeting.read({ kind: 'badges', format: 'card-90x55', personIds });
    const { text, width, height, words } = pageOf(card, 0);
    expect([Math.round(width), Math.round(height)]).toEqual([Math.round(mm(90)), Math.round(mm(55))]);
    expect(squeezed(text)).toContain(squeezed(longName));
    for (const word of words) expect(word.x).toBeGreaterThan(mm(3));
  });
});

describe('the QR code of a badge', () => {
  it('is the entry code of its person, as a camera reads it from the printed sheet', async () => {
    const badges = await meeting.read({ kind: 'badges', format: 'labels-80x50' });
    const boxes = [0, 1, 2, 3].map((label) => ({
      x: mm(17.5 + (label % 2) * 95),
      y: mm(13.5 + Math.floor(label / 2) * 55),
      width: mm(80),
      height: mm(50),
    }));
    const names = ['Ärger', 'Žižka', 'Großweißenfels', 'Źródlański'];
    const codes = await Promise.all(names.map((name) => meeting.entryCodeOf(name)));
    expect(new Set(codes).size).toBe(4);
    expect(await readQrCodes(badges.bytes, boxes)).toEqual(codes);
  });

  it.each([
    ['labels-63x38', { x: mm(7.25), y: mm(15.15), width: mm(63.5), height: mm(38.1) }],
    ['card-90x55', { x: 0, y: 0, width: mm(90), height: mm(55) }],
    ['card-a6', { x: 0, y: 0, width: mm(148), height: mm(105) }],
  ] as const)('can be read on %s', async (format, box) => {
    const personIds = [meeting.personId('Großweißenfels')];
    const badge = await meeting.read({ kind: 'badges', format, personIds });
    expect(await readQrCodes(badge.bytes, [box])).toEqual([await meeting.entryCodeOf('Großweißenfels')]);
  });

  it('is not there for who comes along or has no seat', async () => {
    const personIds = [meeting.personId('Arnold')];
    const badge = await meeting.read({ kind: 'badges', format: 'card-a6', circle: 'invited', personIds });
    const box = { x: 0, y: 0, width: mm(148), height: mm(105) };
    await expect(readQrCodes(badge.bytes, [box])).rejects.toThrow(/finder|not found|detect/i);
  });
});

describe('what stands above papers', () => {
  it('is the Union’s emblem and statement, the funding line and the logos, none larger than the emblem', async () => {
    const path = `/institutions/${meeting.institutionId}/paper-head`;
    expect(await instance.ask<PaperHeadDto>('GET', path)).toEqual({
      unionFunding: 'none',
      fundingLine: null,
      logos: [],
      version: 1,
    });
    const fundingLine = {
      de: 'Gefördert durch den Freistaat Sachsen',
      en: 'Funded by the Free State of Saxony',
    };
    const head = await instance.ask<PaperHeadDto>(
      'PATCH',
      path,
      { unionFunding: 'co-funded', fundingLine },
      1,
    );
    expect(head).toEqual({ unionFunding: 'co-funded', fundingLine, logos: [], version: 2 });
    const added = await addLogo(aPng());
    expect(added.body).toMatchObject({ logos: [{ fileId: expect.any(String) }], version: 3 });
    expect((await addLogo(aPng())).body).toEqual(added.body);
    const german = await meeting.read({ kind: 'sign-in-sheet' });
    const english = await meeting.read({ kind: 'sign-in-sheet', language: 'en' });
    expect(pageOf(german, 0).text).toContain('Kofinanziert von der Europäischen Union');
    expect(pageOf(german, 0).text).toContain('Gefördert durch den Freistaat Sachsen');
    expect(pageOf(english, 0).text).toContain('Co-funded by the European Union');
    expect(pageOf(english, 0).text).toContain('Funded by the Free State of Saxony');
    const [logo] = added.body.logos;
    const removed = await instance.ask<PaperHeadDto>('DELETE', `${path}/logos/${logo?.id ?? ''}`);
    expect(removed).toMatchObject({ logos: [], version: 4 });
    expect(await instance.rows(`SELECT FROM file_use WHERE owner_kind = 'paper-logo'`)).toEqual([]);
  });

  it('takes no picture that cannot be printed, and no more than six', async () => {
    const whole = aPng();
    const broken = Buffer.concat([whole.subarray(0, 60), Buffer.alloc(whole.length - 60, 7)]);
    for (const bytes of [
      broken,
      Buffer.from('RIFF\u0010\0\0\0WEBPVP8 two', 'latin1'),
      Buffer.from('<svg/>'),
    ]) {
      expect((await addLogo(bytes)).body).toMatchObject({ code: 'paper.logo-not-printable' });
    }
    for (let width = 1; width <= 6; width += 1) expect((await addLogo(aPng({ width }))).status).toBe(201);
    expect((await addLogo(aPng({ width: 7 }))).body).toMatchObject({
      code: 'paper.too-many-logos',
      params: { most: 6 },
    });
    expect(await instance.rows(`SELECT FROM file_use WHERE owner_kind = 'paper-logo'`)).toHaveLength(6);
    expect(pageOf(await meeting.read({ kind: 'sign-in-sheet' }), 0).text).toContain('Teilnahmeliste');
  });
});

describeCertificates({ instance: () => instance, meeting: () => meeting });

describe('a paper that was asked for', () => {
  it('is told of in the log, counted, and deleted with its file after 24 hours', async () => {
    const operation = await meeting.order({ kind: 'badges' });
    expect(operation).toMatchObject({ kind: 'paper.make', state: 'done', total: 4, done: 4 });
    const [entry] = await instance.rows<{ after: object }>(
      `SELECT after FROM audit_entry WHERE action = 'meeting.print' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry?.after).toEqual({ paper: 'badges', people: 4 });
    const reply = await instance.owner.getBytes(`/api/v1/papers/${operation.id}`);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="badges.pdf"; filename*=UTF-8''Namensschilder.pdf`,
      'cache-control': 'no-store',
    });
    instance.clock.advance({ hours: 24, minutes: 1 });
    await instance.settled();
    expect((await instance.owner.getBytes(`/api/v1/papers/${operation.id}`)).status).toBe(404);
    expect(await instance.rows(`SELECT FROM file_use WHERE owner_kind = 'paper'`)).toEqual([]);
    expect(await instance.rows('SELECT FROM paper')).toEqual([]);
  });

  it('is made once, though its work is done by two at once and again by the next worker', async () => {
    await instance.stopWorker();
    const asked = await instance.ask<{ id: string }>('POST', `/meetings/${meeting.id}/papers`, {
      kind: 'badges',
    });
    expect((await instance.owner.getBytes(`/api/v1/papers/${asked.id}`)).status).toBe(404);
    const papers = instance.api.app.get(MakePapers, { strict: false });
    await Promise.all([papers.work(asked.id), papers.work(asked.id)]);
    await instance.startWorker();
    await instance.settled();
    expect((await fetchPaper(instance, asked.id)).pages).toHaveLength(1);
    const kept = await instance.rows(`SELECT FROM file_use WHERE owner_kind = 'paper' AND owner_id = $1`, [
      asked.id,
    ]);
    expect(kept).toHaveLength(1);
  });

  it.each([
    [{ kind: 'poster' }, 422, 'validation.failed'],
    [{ kind: 'badges', format: 'labels-1x1' }, 422, 'validation.failed'],
    [{ kind: 'badges', format: 'labels-80x50', startAt: 11 }, 422, 'paper.no-such-label'],
    [{ kind: 'sign-in-sheet', emptyRows: 101 }, 422, 'validation.failed'],
    [{ kind: 'sign-in-sheet', personIds: ['00000000-0000-7000-8000-000000000000'] }, 409, 'paper.nobody'],
    [{ kind: 'certificates' }, 409, 'paper.nobody-present'],
  ])('is refused before it is begun: %j', async (order, status, code) => {
    const before = await instance.rows(`SELECT FROM operation WHERE kind = 'paper.make'`);
    const reply = await instance.owner.post<Problem>(`/api/v1/meetings/${meeting.id}/papers`, order);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    const after = await instance.rows(`SELECT FROM operation WHERE kind = 'paper.make'`);
    expect(after).toHaveLength(before.length);
  });
});

async function addLogo(bytes: Buffer) {
  const path = `/api/v1/institutions/${meeting.institutionId}/paper-head/logos`;
  return instance.owner.send<PaperHeadDto>('POST', path, await packed(bytes, 'logo.png'));
}

function placeOf(text: string, name: string): number {
  return squeezed(text).indexOf(squeezed(name));
}
