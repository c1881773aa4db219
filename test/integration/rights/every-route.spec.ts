import { endpoints } from '#contracts';
import type { Endpoint, Role } from '#contracts';
import { UnitOfWork } from '#database';
import { RoleWorld, sides } from '../../support/role-world.js';
import type { Side } from '../../support/role-world.js';
import { columns } from '../../support/route-cases/case.js';
import type { Case, Request } from '../../support/route-cases/case.js';
import { directoryCases } from '../../support/route-cases/directory.cases.js';
import { hostViewCases } from '../../support/route-cases/host-view.cases.js';
import { meetingsCases } from '../../support/route-cases/meetings.cases.js';
import { papersCases } from '../../support/route-cases/papers.cases.js';
import { peopleCases } from '../../support/route-cases/people.cases.js';
import { pollsCases } from '../../support/route-cases/polls.cases.js';
import { seriesCases } from '../../support/route-cases/series.cases.js';
import { sessionCases } from '../../support/route-cases/session.cases.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { Reply } from '../../support/test-browser.js';

/** A route without a case does not compile. */
const cases: Readonly<Record<keyof typeof endpoints, Case>> = {
  ...sessionCases,
  ...directoryCases,
  ...peopleCases,
  ...meetingsCases,
  ...papersCases,
  ...hostViewCases,
  ...seriesCases,
  ...pollsCases,
};

const contract: Readonly<Record<string, Endpoint>> = endpoints;
const worlds = new Map<Role | null, RoleWorld>();
/** The same, for what changes nothing. */
const readers = new Map<Role | null, RoleWorld>();
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await enterAsOwner(api);
  const { reader } = api.app.get(UnitOfWork);
  for (const role of columns) {
    const world = await RoleWorld.create(reader, role);
    worlds.set(role, world);
    readers.set(role, world.forReading());
  }
});
afterAll(() => api.close());

describe('the table of this test', () => {
  it('has a case for every route, and a column for everybody', () => {
    expect(Object.keys(cases).toSorted()).toEqual(Object.keys(endpoints).toSorted());
    for (const { allowed } of Object.values(cases)) {
      expect(allowed.trim().split(/\s+/)).toHaveLength(columns.length);
    }
  });
});

describe.each(Object.entries(cases))('%s', (name, one) => {
  const endpoint = contract[name] ?? endpoints.getInstance;
  const letters = one.allowed.trim().split(/\s+/);

  it('does and shows what its line says, whoever asks', async () => {
    // Each has a world of their own, so that they do not meet; the sides of one are asked one after another.
    const answers = await Promise.all(
      columns.map((role, index) => answersTo(endpoint, one, { role, cell: letters[index] ?? '' })),
    );
    const expected = letters.map((cell) => expectedOf(cell, one.row !== undefined));
    expect(byRole(answers)).toEqual(byRole(expected));
  });

  it('tells nobody anything who is not signed in, unless it is for everybody', async () => {
    const asked = await worldOf(readers, 'owner').made(one.ask, 'own');
    const { status } = await send(endpoint, asked, null);
    if (endpoint.access === 'public') expect(status).not.toBe(401);
    else expect(status).toBe(401);
  });
});

type BySide = Readonly<Record<Side, string>>;

interface Asking {
  readonly role: Role | null;
  readonly cell: string;
}

function worldOf(all: ReadonlyMap<Role | null, RoleWorld>, role: Role | null): RoleWorld {
  const world = all.get(role);
  if (world === undefined) throw new Error('no world');
  return world;
}

const allows = (cell: string, side: Side) => cell.includes(side.slice(0, 1));

function byRole(all: readonly BySide[]): Record<string, BySide | undefined> {
  return Object.fromEntries(columns.map((role, index) => [role ?? 'somebody without a role', all[index]]));
}

function expectedOf(cell: string, isList: boolean): BySide {
  const otherwise = isList && cell !== '-' ? 'not shown' : 'refused';
  return bySide((side) => (allows(cell, side) ? 'allowed' : otherwise));
}

async function answersTo(endpoint: Endpoint, { ask, row }: Case, { role, cell }: Asking): Promise<BySide> {
  const answers = new Map<Side, string>();
  for (const side of sides) {
    // What is only read, or should be refused, stays as it is: the next one can ask for it, too.
    const changes = endpoint.method !== 'GET' && allows(cell, side);
    const world = worldOf(changes ? worlds : readers, role);
    const shown = row === undefined ? null : await world.made(row, side);
    const asked = await world.made(ask, side);
    const outcome =
      shown === null
        ? outcomeOf(endpoint, await send(endpoint, asked, world.key))
        : await outcomeOfList(endpoint, asked, { key: world.key, id: shown });
    answers.set(side, outcome);
  }
  return bySide((side) => answers.get(side) ?? 'not asked');
}

function bySide(outcome: (side: Side) => string): BySide {
  return { own: outcome('own'), beneath: outcome('beneath'), foreign: outcome('foreign') };
}

/** A refusal counts as one only with the codes for it, and as allowed only what was really done. */
function outcomeOf({ access, status: done }: Endpoint, { status, body }: Reply): string {
  const { code = '' } = body as { readonly code?: string };
  if (status === done || code === 'proposal.not-needed' || (access === 'public' && status < 500))
    return 'allowed';
  const isRefusal = code === 'access.denied' || code.endsWith('.not-found');
  return isRefusal && (status === 403 || status === 404) ? 'refused' : `${status} ${code}`;
}

/** Looks through every page: the world of this test grows. */
async function outcomeOfList(
  endpoint: Endpoint,
  asked: Request,
  { key, id }: { readonly key: string | null; readonly id: string },
): Promise<string> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: Record<string, string> = cursor === '' ? {} : { cursor };
    const reply = await send(endpoint, { ...asked, query: { ...asked.query, ...query } }, key);
    if (reply.status !== 200) return outcomeOf(endpoint, reply);
    if (JSON.stringify(reply.body).includes(id)) return 'allowed';
    cursor = (reply.body as { readonly next?: string | null }).next ?? null;
  }
  return 'not shown';
}

function send(
  endpoint: Endpoint,
  { params = {}, query = {}, body, headers: more = {} }: Request,
  key: string | null,
): Promise<Reply> {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  const search = new URLSearchParams(endpoint.method === 'GET' ? { limit: '200', ...query } : query);
  const headers = {
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...(endpoint.versioned === true && endpoint.method !== 'GET' && endpoint.params !== undefined
      ? { 'if-match': '"1"' }
      : {}),
    ...more,
  };
  return api.browser().send(endpoint.method, `/api/v1${path}?${search}`, { body, headers });
}
