import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { changeInstitution, publicPath } from '#directory';
import { PostgresFileStore } from '#files';
import { Temporal } from '#kernel';
import { aMembership, anInstitution } from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
let reader: Reader;
beforeAll(async () => {
  api = await startTestApi();
  ({ reader } = api.app.get(UnitOfWork));
});
beforeEach(() => api.database.clear());
afterAll(() => api.close());

describe('the page of a cluster', () => {
  it('shows what it does, where, who runs it, its logo, and what it belongs to', async () => {
    const operator = await anInstitution(reader, { kind: 'organisation', name: { de: 'Agentur' } });
    const cluster = await anInstitution(reader, {
      name: { de: 'Chemiecluster', en: 'Chemistry cluster' },
      field: { de: 'Chemie und Kunststoffe', en: 'Chemistry and plastics' },
      laender: ['SN', 'ST'],
      seat: 'Halle (Saale)',
      website: 'https://chemie.example/start',
      operatorId: operator.id,
      logoFileId: await aLogo(),
    });
    const network = await anInstitution(reader, { kind: 'network', name: { de: 'Mitteldeutschland' } });
    await aMembership(reader, { institutionId: network.id, memberId: cluster.id });
    await aMeeting(reader, { institutionId: cluster.id, title: { de: 'Themenabend' } });
    const german = await page(`/c/${cluster.slug}`);
    expect(german).toMatch(/<h1>Chemiecluster<\/h1>/);
    expect(german).toContain('Chemie und Kunststoffe');
    expect(german).toContain('Sachsen und Sachsen-Anhalt');
    expect(german).toContain('Halle (Saale)');
    expect(german).toContain('<a href="https://chemie.example/start" rel="noopener">chemie.example</a>');
    expect(german).toContain(`<a href="/o/${operator.slug}">Agentur</a>`);
    expect(german).toContain(`<a href="/n/${network.slug}">Mitteldeutschland</a>`);
    expect(german).toContain(`src="/files/${cluster.logoFileId}"`);
    expect(german).toContain('Themenabend');
    const english = await page(`/en/c/${cluster.slug}`);
    expect(english).toContain('Chemistry and plastics');
    expect(english).toContain(`<a href="/en/n/${network.slug}">Mitteldeutschland</a>`);
    expect(english).toContain('Saxony and Saxony-Anhalt');
  });

  it('leads from its former address to the present one', async () => {
    const cluster = await anInstitution(reader, { slug: 'alt' });
    const acting = { actor: systemActor(), now: api.clock.now() };
    const change = { id: cluster.id, ifMatch: 1, patch: { slug: 'neu' } };
    await api.app.get(UnitOfWork).run((tx) => changeInstitution(tx, acting, change));
    const { status, headers } = await api.browser().get('/en/c/alt');
    expect([status, headers.get('location')]).toEqual([301, '/en/c/neu']);
  });

  it('has a calendar whose entry leads back to it', async () => {
    const { id, slug } = await anInstitution(reader);
    await aMeeting(reader, { institutionId: id });
    const feed = await api.browser().get<string>(`/feeds/clusters/${slug}.ics`);
    expect(feed.status).toBe(200);
    expect(feed.body.replaceAll(/\r\n /g, '')).toContain(`/c/${slug}`);
    expect(await page(`/c/${slug}`)).toContain(`/feeds/clusters/${slug}.ics`);
  });

  it('asks as many queries for one member as for three', async () => {
    const { id: institutionId, slug } = await anInstitution(reader, { kind: 'network' });
    await aMembership(reader, { institutionId });
    const one = await queriesOf(api.database.dataSource, () => page(`/n/${slug}`));
    for (let more = 0; more < 2; more += 1) await aMembership(reader, { institutionId });
    expect(await queriesOf(api.database.dataSource, () => page(`/n/${slug}`))).toHaveLength(one.length);
  });
});

describe('the page of an organisation', () => {
  it('shows its members of today and nobody of before', async () => {
    const association = await anInstitution(reader, { kind: 'organisation' });
    const member = await anInstitution(reader, { kind: 'organisation', name: { de: 'Werk Nord' } });
    const former = await anInstitution(reader, { kind: 'organisation', name: { de: 'Werk Alt' } });
    await aMembership(reader, { institutionId: association.id, memberId: member.id });
    await aMembership(reader, {
      institutionId: association.id,
      memberId: former.id,
      validUntil: Temporal.PlainDate.from('2026-01-31'),
    });
    const html = await page(`/o/${association.slug}`);
    expect(html).toContain(`<a href="/o/${member.slug}">Werk Nord</a>`);
    expect(html).not.toContain('Werk Alt');
  });
});

describe('a committee', () => {
  it('has no page, and is named without a link', async () => {
    const committee = await anInstitution(reader, { kind: 'committee', name: { de: 'Beirat' } });
    expect(publicPath(committee)).toBeNull();
    const network = await anInstitution(reader, { kind: 'network' });
    await aMembership(reader, { institutionId: network.id, memberId: committee.id });
    expect(await page(`/n/${network.slug}`)).toContain('<li>Beirat</li>');
    for (const letter of ['n', 'c', 'o']) {
      expect((await api.browser().get(`/${letter}/${committee.slug}`)).status).toBe(404);
    }
  });
});

async function page(path: string): Promise<string> {
  const { status, body } = await api.browser().get<string>(path);
  expect(status).toBe(200);
  return body;
}

async function aLogo(): Promise<string> {
  const bytes = Buffer.from('\u0089PNG\r\n\u001a\n picture', 'latin1');
  const owner = { kind: 'institution-logo', id: '01930000-0000-7000-8000-000000000001' };
  const file = { bytes, owner, public: true, at: api.clock.now() };
  return (await api.app.get(UnitOfWork).run((tx) => new PostgresFileStore().put(tx, file))).id;
}
