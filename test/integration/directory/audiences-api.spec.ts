import type { AudienceDto, AudiencePreviewDto, Problem, TagDto } from '#contracts';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { newId } from '#kernel';
import { anAudience, askingFor, aTag, holdersIn, ruleOf } from '../../factories/audience.factory.js';
import { aManaged, aNetwork } from '../../factories/clusters.factory.js';
import { anInstitution, anOffice, aMandate, aPerson } from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { aKey } from '../../factories/access.factory.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

let api: TestApi;
let owner: TestBrowser;
let reader: Reader;
beforeAll(async () => {
  api = await startTestApi();
  reader = api.app.get(UnitOfWork).reader;
});
beforeEach(async () => {
  await api.database.clear();
  owner = await enterAsOwner(api);
});
afterAll(() => api.close());

const path = '/api/v1/audiences';

/** The headers of a coordinator of the institution. */
async function coordinatorOf(institutionId: string) {
  const { id } = await aPerson(reader);
  const office = await anOffice(reader, { institutionId, kind: 'network_coordinator' });
  await aMandate(reader, { officeId: office.id, personId: id });
  return { authorization: `Bearer ${await aKey(reader, id)}` };
}

describe('saved audiences', () => {
  it('are added, listed, shown with the names they mention, changed and deleted', async () => {
    const network = await aNetwork(reader);
    const { personId } = await aManaged(reader, network, 'A');
    const tag = await aTag(reader, { name: 'Beirat' });
    const rule = {
      ...holdersIn(network),
      exclude: [
        { kind: 'people', personIds: [personId] },
        { kind: 'tag', tagId: tag.id },
      ],
    };
    const input = { institutionId: network, name: { de: 'Runde' }, rule };
    const created = await owner.post<AudienceDto>(path, input);
    expect([created.status, created.headers.get('etag')]).toEqual([201, '"1"']);
    expect(created.body).toMatchObject({ name: { de: 'Runde' }, rule, version: 1 });
    expect(created.body.mentions).toMatchObject({
      institutions: [{ id: network }],
      people: [{ id: personId, name: expect.stringContaining('Kim Beispiel') }],
      tags: [{ id: tag.id, name: 'Beirat' }],
      audiences: [],
    });
    const one = `${path}/${created.body.id}`;
    const list = await owner.get<{ items: unknown[] }>(path);
    expect(list.body.items).toMatchObject([{ id: created.body.id, name: { de: 'Runde' } }]);
    const changed = await owner.patch<AudienceDto>(one, { rule: holdersIn(network) }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ rule: holdersIn(network), version: 2, name: { de: 'Runde' } });
    const stale = await owner.patch<Problem>(one, { name: { de: 'X' } }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'version.stale']);
    expect((await owner.send('DELETE', one, { headers: { 'if-match': '"2"' } })).status).toBe(204);
    expect((await owner.get(one)).status).toBe(404);
    const audit = await api.database.dataSource.query(
      `SELECT action, institution_ids FROM audit_entry WHERE subject_kind = 'audience' ORDER BY id`,
    );
    expect(audit).toEqual(
      ['create', 'change', 'delete'].map((what) => ({
        action: `audience.${what}`,
        institution_ids: [network],
      })),
    );
  });

  it('are refused where they refer to nothing, each place by its pointer', async () => {
    const network = await aNetwork(reader);
    const cluster = await anInstitution(reader);
    const nobody = newId();
    const rule = {
      include: [
        { kind: 'network-offices', networkId: cluster.id },
        { kind: 'committee', committeeId: network },
        { kind: 'institution-offices', institutionId: nobody },
        { kind: 'members', institutionId: network, contactTagId: nobody },
      ],
      exclude: [
        { kind: 'people', personIds: [nobody] },
        { kind: 'audience', audienceId: nobody },
      ],
    };
    const reply = await owner.post<Problem>(path, { institutionId: network, name: { de: 'X' }, rule });
    expect([reply.status, reply.body.code]).toEqual([422, 'validation.failed']);
    expect(reply.body.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/rule/include/0/networkId', 'audience.network-unknown'],
      ['/rule/include/1/committeeId', 'audience.committee-unknown'],
      ['/rule/include/2/institutionId', 'institution.not-found'],
      ['/rule/include/3/contactTagId', 'tag.not-found'],
      ['/rule/exclude/0/personIds/0', 'person.not-found'],
      ['/rule/exclude/1/audienceId', 'audience.not-found'],
    ]);
  });

  it.each([
    ['nothing', [], '/rule/include', 'validation.required'],
    ['no place', [{ kind: 'region-offices' }], '/rule/include/0/laender', 'audience.no-region'],
    [
      'nobody by name',
      [{ kind: 'people', personIds: [] }],
      '/rule/include/0/personIds',
      'validation.required',
    ],
    ['an unknown kind', [{ kind: 'everybody' }], '/rule/include/0/kind', 'validation.not-valid'],
  ])('are refused when they include %s', async (...[, include, pointer, code]) => {
    const body = { institutionId: await aNetwork(reader), name: { de: 'X' }, rule: { include } };
    const reply = await owner.post<Problem>(path, body);
    expect([reply.status, reply.body.errors.map((error) => [error.pointer, error.code])]).toEqual([
      422,
      [[pointer, code]],
    ]);
  });

  it('are refused when they would contain themselves, directly or through others', async () => {
    const network = await aNetwork(reader);
    const a = await anAudience(reader, { rule: holdersIn(network) });
    const b = await anAudience(reader, { rule: ruleOf({ kind: 'audience', audienceId: a.id }) });
    for (const audienceId of [a.id, b.id]) {
      const rule = ruleOf(...holdersIn(network).include, { kind: 'audience', audienceId });
      const reply = await owner.patch<Problem>(`${path}/${a.id}`, { rule }, { 'if-match': '"1"' });
      expect(reply.body.errors).toEqual([
        { pointer: '/rule/include/1/audienceId', code: 'audience.circular', params: {} },
      ]);
    }
  });

  it('stay while another audience or a meeting uses them', async () => {
    const network = await aNetwork(reader);
    await aManaged(reader, network, 'A');
    const inner = await anAudience(reader, { rule: holdersIn(network) });
    const outer = await anAudience(reader, { rule: ruleOf({ kind: 'audience', audienceId: inner.id }) });
    const meeting = await aMeeting(reader, { institutionId: network });
    const asking = { ...askingFor(holdersIn(network)), audience: { kind: 'saved', audienceId: outer.id } };
    expect((await owner.post(`/api/v1/meetings/${meeting.id}/invitations`, asking)).status).toBe(202);
    for (const { id } of [inner, outer]) {
      const reply = await owner.send<Problem>('DELETE', `${path}/${id}`, { headers: { 'if-match': '"1"' } });
      expect([reply.status, reply.body.code]).toEqual([409, 'audience.in-use']);
    }
  });

  it('can be used by others, but are changed only by who keeps them', async () => {
    const [own, foreign] = [await aNetwork(reader), await aNetwork(reader)];
    const headers = await coordinatorOf(own);
    const theirs = await anAudience(reader, { institutionId: foreign, rule: holdersIn(foreign) });
    const mine = await anAudience(reader, { institutionId: own, rule: holdersIn(own) });
    const change = (id: string) =>
      api.browser().patch(`${path}/${id}`, { name: { de: 'Neu' } }, { ...headers, 'if-match': '"1"' });
    expect((await api.browser().get(`${path}/${theirs.id}`, headers)).status).toBe(200);
    expect((await change(theirs.id)).status).toBe(403);
    expect((await change(mine.id)).status).toBe(200);
  });
});

describe('the preview of a rule', () => {
  it('shows addresses only of people whose contact data one may read, and says what is the matter', async () => {
    const network = await aNetwork(reader);
    const headers = await coordinatorOf(network);
    const known = await aManaged(reader, network, 'Bekannt');
    const elsewhere = await aManaged(reader, await aNetwork(reader), 'Fremd');
    const rule = ruleOf(
      ...[known, elsewhere].map(
        ({ cluster }) =>
          ({
            kind: 'institution-offices',
            institutionId: cluster.id,
            officeKind: 'cluster_manager',
          }) as const,
      ),
    );
    const preview = async (as: Record<string, string>) =>
      (await api.browser().post<AudiencePreviewDto>(`${path}/preview`, { rule }, as)).body.items;
    const shown = new Map((await preview(headers)).map((item) => [item.personId, item]));
    expect(shown.get(known.personId)?.address).toMatch(/@firma\.example$/);
    expect(shown.get(elsewhere.personId)).toMatchObject({ address: null, addressState: 'ok' });
  });

  it('does not tell of people and tags that are not within reach', async () => {
    const headers = await coordinatorOf(await aNetwork(reader));
    const [stranger, tag] = [await aPerson(reader), await aTag(reader)];
    const rule = ruleOf({ kind: 'people', personIds: [stranger.id] }, { kind: 'tag', tagId: tag.id });
    const reply = await api.browser().post<Problem>(`${path}/preview`, { rule }, headers);
    expect(reply.body.errors.map(({ code }) => code)).toEqual(['person.not-found', 'tag.not-found']);
  });

  it('is of the day asked for', async () => {
    const network = await aNetwork(reader);
    const { office } = await aManaged(reader, network, 'A');
    await reader.manager.query(`UPDATE mandate SET valid_until = '2026-05-31' WHERE office_id = $1`, [
      office.id,
    ]);
    const on = async (day: string | null) => {
      const body = { rule: holdersIn(network), day };
      return (await owner.post<AudiencePreviewDto>(`${path}/preview`, body)).body;
    };
    expect((await on(null)).people).toBe(1);
    const after = await on('2026-06-01');
    expect([after.people, after.vacancies]).toMatchObject([
      0,
      [{ since: '2026-06-01', filledFrom: null, seats: 1 }],
    ]);
  });
});

describe('tags', () => {
  it('are made once per name, given to people and institutions, and gone with what carries them', async () => {
    const { id: institutionId } = await anInstitution(reader);
    const person = await aPerson(reader);
    const make = async (name: string) =>
      (await owner.post<TagDto>('/api/v1/tags', { institutionId, name })).body.id;
    const [board, press] = [await make('Beirat'), await make('Presse')];
    expect(await make('Beirat')).toBe(board);
    const give = (what: string, tagIds: string[]) =>
      owner.send<{ items: TagDto[] }>('PUT', `/api/v1/${what}/tags`, { body: { tagIds } });
    const given = await give(`people/${person.id}`, [press, board]);
    expect(given.body.items.map(({ name }) => name)).toEqual(['Beirat', 'Presse']);
    expect((await give(`people/${person.id}`, [press])).body.items.map(({ name }) => name)).toEqual([
      'Presse',
    ]);
    expect((await give(`institutions/${institutionId}`, [board])).body.items).toHaveLength(1);
    expect((await owner.delete(`/api/v1/tags/${press}`)).status).toBe(204);
    expect((await owner.get<{ items: TagDto[] }>(`/api/v1/people/${person.id}/tags`)).body.items).toEqual([]);
  });

  it('of others stay, unseen and untouched', async () => {
    const network = await aNetwork(reader);
    const headers = await coordinatorOf(network);
    const person = await aPerson(reader, { homeInstitutionId: network });
    const [own, foreign] = [await aTag(reader, { institutionId: network }), await aTag(reader)];
    await foreign.mark(person.id);
    const tags = `/api/v1/people/${person.id}/tags`;
    const put = (tagIds: string[]) => api.browser().send<Problem>('PUT', tags, { body: { tagIds }, headers });
    expect(await put([own.id])).toMatchObject({ status: 200, body: { items: [{ id: own.id }] } });
    expect((await put([foreign.id])).body.errors).toEqual([
      { pointer: '/tagIds/0', code: 'tag.not-found', params: {} },
    ]);
    expect(await put([])).toMatchObject({ body: { items: [] } });
    expect((await owner.get<{ items: TagDto[] }>(tags)).body.items).toMatchObject([{ id: foreign.id }]);
  });
});
