import { endpoints } from '#contracts';
import type { Endpoint, Role } from '#contracts';
import { UnitOfWork } from '#database';
import { newId } from '#kernel';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import { meetingBody } from '../../factories/meetings.factory.js';
import { RoleWorld, sides } from '../../support/role-world.js';
import type { Side } from '../../support/role-world.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import { packed } from '../../support/imports.js';
import type { Reply } from '../../support/test-browser.js';

/*
 * Every route of the api, asked over HTTP by everybody, for something of their own (o), of a member institution of
 * theirs (b) and of a foreign one (f). Of a list it is shown what the letters say. `-`: refused altogether.
 */
const columns = [
  'owner',
  'network_coordinator',
  'cluster_manager',
  'organisation_manager',
  'assistant',
  'meeting_host',
  'funder',
  'member',
  null,
] as const satisfies readonly (Role | null)[];

interface Request {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Case {
  /** owner, coordinator, cluster manager, organisation manager, assistant, meeting host, funder, member, nobody */
  readonly allowed: string;
  readonly ask: (world: RoleWorld, side: Side) => Request | Promise<Request>;
  /** For lists: a row of the side, whose id is to be found in the reply or not. */
  readonly row?: (world: RoleWorld, side: Side) => string | Promise<string>;
}

const everybody = ' obf obf obf obf obf obf obf obf obf ';
const term = { validFrom: '2026-01-01' };
const nothing = () => ({});
type More = Omit<Request, 'params'>;
const of =
  (
    make: (world: RoleWorld, side: Side) => string | Promise<string>,
    more: More | ((world: RoleWorld, side: Side) => Promise<More>) = {},
  ) =>
  async (world: RoleWorld, side: Side): Promise<Request> => ({
    params: { id: await make(world, side) },
    ...(typeof more === 'function' ? await more(world, side) : more),
  });
const institution = (world: RoleWorld, side: Side) => world.institution(side);
const committee = (world: RoleWorld, side: Side) => world.committee(side);
const person = (world: RoleWorld, side: Side) => world.person(side);
const membership = (world: RoleWorld, side: Side) => world.membership(side);
const office = (world: RoleWorld, side: Side) => world.office(side);
const meeting = (world: RoleWorld, side: Side) => world.meeting(side);
const draft = (world: RoleWorld, side: Side) => world.meeting(side, 'draft');
const invitation = (world: RoleWorld, side: Side) => world.invitation(side);
const grant = (world: RoleWorld, side: Side) => world.grant(side);
const entry = (world: RoleWorld, side: Side) => world.auditEntry(side);
const membership = (world: RoleWorld, side: Side) => world.membership(side);
const duplicate = (world: RoleWorld, side: Side) => world.duplicate(side);
const proposal = (world: RoleWorld, side: Side) => world.proposal(side);
const mail = (world: RoleWorld, side: Side) => world.mail(side);
const audience = (world: RoleWorld, side: Side) => world.audience(side);
const tag = (world: RoleWorld, side: Side) => world.tag(side);
const invite = async (world: RoleWorld, side: Side) => ({
  params: { id: await world.meeting(side) },
  body: askingFor(holdersIn(world.audienceId)),
});
const imported = (world: RoleWorld, side: Side) => world.importRun(side);
const asCsv = () => ({ query: { format: 'csv' } });
const png = Buffer.from('\u0089PNG\r\n\u001a\n picture', 'latin1');
const token = 'a'.repeat(32);

const cases: Readonly<Record<keyof typeof endpoints, Case>> = {
  //                            owner coor clus orga assi host fund memb nobody
  getInstance: { allowed: everybody, ask: nothing },
  checkSetup: { allowed: everybody, ask: () => ({ body: { token } }) },
  setUp: { allowed: everybody, ask: () => ({ body: {} }) },
  askSignIn: { allowed: everybody, ask: () => ({ body: { address: 'x@firma.example' } }) },
  completeSignIn: { allowed: everybody, ask: () => ({ body: {} }) },
  signOut: { allowed: everybody, ask: nothing },
  getSession: { allowed: everybody, ask: nothing },
  getOperation: {
    allowed: ' obf  o    o    o    o    o    o    o    o ',
    ask: of((w, side) => w.operation(side)),
  },

  listInstitutions: {
    allowed: ' obf obf  obf  obf  obf  obf   ob   o    - ',
    ask: nothing,
    row: institution,
  },
  getInstitution: { allowed: '   obf obf  obf  obf  obf  obf   ob   o    - ', ask: of(institution) },
  listMembers: { allowed: '      obf obf  obf  obf  obf  obf   ob   o    - ', ask: of(institution) },
  createInstitution: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: (world, side) => ({
      body: {
        kind: 'committee',
        slug: `beirat-${newId().slice(-12)}`,
        name: { de: 'Beirat' },
        parentId: world.institution(side),
      },
    }),
  },
  changeInstitution: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(committee, { body: { seat: 'Halle' } }),
  },
  addMember: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: world.institution(side) },
      body: { memberId: await world.committee(side), ...term },
    }),
  },

  listMemberships: { allowed: '  obf obf  obf  obf  obf  obf   ob   o    - ', ask: of(institution) },
  endMembership: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(membership, { body: { lastDay: '2026-12-31' } }),
  },
  correctMembership: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(membership, { body: { validFrom: '2026-02-01' } }),
  },
  setLogo: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.committee(side) },
      ...(await packed(png, 'logo.png')),
    }),
  },
  removeLogo: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(committee),
  },

  listPeople: { allowed: '       obf  ob   ob   o    o    -     -    -    - ', ask: nothing, row: person },
  getPerson: { allowed: '        obf  ob   ob   o    o    -     -    -    - ', ask: of(person) },
  createPerson: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: (world, side) => ({
      body: { givenName: 'Kim', familyName: 'Neu', homeInstitutionId: world.institution(side) },
    }),
  },
  changePerson: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: of(person, { body: { phone: '0345 1' } }),
  },

  getMyself: { allowed: everybody, ask: nothing },
  changeMyself: { allowed: everybody, ask: () => ({ body: { phone: '0345 2' } }) },

  listGrants: { allowed: '       obf  o    o    o    -    -     -    -    - ', ask: nothing, row: grant },
  giveGrant: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      body: {
        personId: await world.person(side),
        role: 'member',
        institutionId: world.institution(side),
        ...term,
      },
    }),
  },
  endGrant: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(grant, { body: { lastDay: '2026-03-31' } }),
  },
  getLogins: { allowed: '        obf  o    o    o    -    -     -    -    - ', ask: of(person) },
  giveLogin: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: async (world, side) => {
      const { id, address } = await world.personWithAddress(side);
      return { params: { id }, body: { address } };
    },
  },

  listAudit: { allowed: '        obf  o    o    o    -    -     -    -    - ', ask: nothing, row: entry },

  setLogo: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.committee(side) },
      ...(await packed(Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR one', 'latin1'), 'logo.png')),
    }),
  },
  removeLogo: { allowed: '       obf  ob   o    o    o    -     -    -    - ', ask: of(committee) },
  listMemberships: { allowed: '  obf obf  obf  obf  obf  obf   ob   o    - ', ask: of(institution) },
  endMembership: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(membership, { body: { lastDay: '2026-03-31' } }),
  },
  correctMembership: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(membership, { body: { validFrom: '2026-02-01' } }),
  },

  listDuplicates: { allowed: '   obf  ob   ob   o    -    -     -    -    - ', ask: nothing, row: duplicate },
  dismissDuplicate: { allowed: ' obf  o    o    o    -    -     -    -    - ', ask: of(duplicate) },
  previewMerge: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(person, async (world, side) => ({ body: { otherId: await world.person(side) } })),
  },
  mergePeople: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(person, async (world, side) => ({
      body: { otherId: await world.person(side), versions: { own: 1, other: 1 } },
    })),
  },
  listPersonMandates: { allowed: 'obf  ob   ob   o    o    -     -    -    - ', ask: of(person) },

  // Of people whom one may change oneself there is nothing to propose, but that is not for want of a right.
  proposeChange: {
    allowed: '                   obf  ob   ob   o    o    -     -    -    - ',
    ask: of(person, { body: { patch: { position: 'Leitung' } } }),
  },
  listProposals: { allowed: '    obf  o    o    o    o    -     -    -    - ', ask: nothing, row: proposal },
  listOwnProposals: { allowed: everybody, ask: nothing },
  acceptProposal: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: of(proposal, { body: { personVersion: 1 } }),
  },
  declineProposal: { allowed: '  obf  o    o    o    o    -     -    -    - ', ask: of(proposal) },
  search: { allowed: everybody, ask: () => ({ query: { q: 'Kim' } }) },

  listOfficeMandates: { allowed: ' obf obf obf obf  obf  obf    ob   o    - ', ask: of(office) },
  listOffices: { allowed: '      obf obf  obf  obf  obf  obf    ob   o    - ', ask: nothing, row: office },
  createOffice: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: (world, side) => ({
      body: { institutionId: world.institution(side), kind: 'cluster_manager', name: { de: 'Leitung' } },
    }),
  },
  changeOffice: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(office, { body: { seats: 2 } }),
  },
  giveMandate: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.office(side) },
      body: { personId: await world.person(side), ...term },
    }),
  },
  endMandate: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: of((world, side) => world.mandate(side), { body: { lastDay: '2026-03-31' } }),
  },
  listOfficeMandates: { allowed: 'obf obf obf  obf  obf  obf    ob   o    - ', ask: of(office) },
  listPersonMandates: { allowed: 'obf ob  ob   o    o    -      -    -    - ', ask: of(person) },

  listDeputies: { allowed: '     obf obf  obf  obf  obf  obf    ob   o    - ', ask: of(office) },
  addDeputy: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.office(side) },
      body: { personId: await world.person(side), ...term },
    }),
  },
  reorderDeputies: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: async (world, side) => {
      const { id, officeId } = await world.deputy(side);
      return { params: { id: officeId }, body: { deputyIds: [id] } };
    },
  },
  endDeputy: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: of(async (world, side) => (await world.deputy(side)).id, { body: { lastDay: '2026-03-31' } }),
  },
  handOver: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.mandate(side) },
      body: { successorId: await world.person(side), lastDay: '2026-03-31' },
    }),
  },
  previewHandover: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: of((world, side) => world.mandate(side), { body: { lastDay: '2026-03-31' } }),
  },
  listHandovers: {
    allowed: '                   obf obf  obf  obf  obf  obf    ob   o    - ',
    ask: nothing,
    row: (world, side) => world.handover(side),
  },
  callOffHandover: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: of((world, side) => world.handover(side)),
  },
  listHandoverDecisions: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: nothing,
    row: (world, side) => world.decision(side),
  },
  decideHandover: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of((world, side) => world.decision(side), { body: { decision: 'keep' } }),
  },
  listVacantOffices: { allowed: 'obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },

  listMeetings: { allowed: '     obf  o    o    o    o    o     -    o    - ', ask: nothing, row: meeting },
  getMeeting: { allowed: '       obf  o    o    o    o    o     -    o    - ', ask: of(meeting) },
  createMeeting: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: (world, side) => ({ body: meetingBody({ institutionId: world.institution(side) }) }),
  },
  changeMeeting: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: { capacity: 20 } }),
  },
  previewChange: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: { capacity: 20 } }),
  },
  publishMeeting: { allowed: '   obf  o    o    o    o    o     -    -    - ', ask: of(draft) },
  previewCancellation: { allowed: 'obf o   o    o    o    o     -    -    - ', ask: of(meeting) },
  cancelMeeting: {
    allowed: '    obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: {} }),
  },

  previewInvitations: { allowed: 'obf o    o    o    o    o     -    -    - ', ask: invite },
  sendInvitations: { allowed: '  obf  o    o    o    o    o     -    -    - ', ask: invite },
  listInvitations: { allowed: '  obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  getAnswers: { allowed: '       obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  answerForGuest: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(invitation, { body: { answer: 'yes' } }),
  },
  withdrawInvitation: { allowed: 'obf  o    o    o    o    o     -    -    - ', ask: of(invitation) },

  askDeputy: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of((world, side) => world.deputised(side)),
  },
  askDeputies: { allowed: '      obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  listMeetingAudiences: { allowed: 'obf o   o    o    o    o     -    -    - ', ask: of(meeting) },

  listAudiences: { allowed: '    obf obf  obf  obf  obf  obf    -    -    - ', ask: nothing, row: audience },
  getAudience: { allowed: '      obf obf  obf  obf  obf  obf    -    -    - ', ask: of(audience) },
  createAudience: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: (world, side) => ({
      body: {
        institutionId: world.institution(side),
        name: { de: 'Runde' },
        rule: holdersIn(world.audienceId),
      },
    }),
  },
  changeAudience: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: of(audience, { body: { name: { de: 'Andere Runde' } } }),
  },
  deleteAudience: { allowed: '   obf  o    o    o    o    -     -    -    - ', ask: of(audience) },
  previewAudience: {
    allowed: '                   obf obf  obf  obf  obf  obf    -    -    - ',
    ask: (world) => ({ body: { rule: holdersIn(world.audienceId) } }),
  },
  listTags: { allowed: '         obf  ob   ob   o    o    -     -    -    - ', ask: nothing, row: tag },
  createTag: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: (world, side) => ({ body: { institutionId: world.institution(side), name: 'Beirat' } }),
  },
  deleteTag: { allowed: '        obf  o    o    o    o    -     -    -    - ', ask: of(tag) },
  listPersonTags: { allowed: '   obf  ob   ob   o    o    -     -    -    - ', ask: of(person) },
  tagPerson: {
    allowed: '                   obf  ob   ob   o    o    -     -    -    - ',
    ask: of(person, { body: { tagIds: [] } }),
  },
  listInstitutionTags: { allowed: 'obf obf obf obf  obf  -     -    -    - ', ask: of(institution) },
  tagInstitution: {
    allowed: '                   obf obf  obf  obf  obf  -     -    -    - ',
    ask: of(institution, { body: { tagIds: [] } }),
  },

  listMails: { allowed: '        obf  o    o    o    o    o     -    -    - ', ask: nothing, row: mail },
  getMail: { allowed: '          obf  o    o    o    o    o     -    -    - ', ask: of(mail) },

  startImport: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      query: { kind: 'people', institutionId: world.institution(side) },
      ...(await packed('Vorname;Nachname\nKim;Neu')),
    }),
  },
  getImport: { allowed: '        obf  o    o    o    -    -     -    -    - ', ask: of(imported) },
  listImportRows: { allowed: '   obf  o    o    o    -    -     -    -    - ', ask: of(imported) },
  checkImport: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(imported, { body: { mapping: ['givenName', 'familyName'] } }),
  },
  confirmImport: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of((world, side) => world.importRun(side, 'checked'), { body: {} }),
  },
  exportPeople: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: asCsv,
    row: async (world, side) => `Beispiel ${(await world.person(side)).slice(-6)}`,
  },
  exportInstitutions: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: asCsv,
    row: (world, side) => `Cluster ${world.institution(side).slice(-6)}`,
  },
  exportMembers: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(institution, { query: { format: 'csv' } }),
  },
  exportOffices: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: asCsv,
    row: async (world, side) => {
      await world.office(side);
      return `Cluster ${world.institution(side).slice(-6)}`;
    },
  },
  exportInvitations: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { query: { format: 'csv' } }),
  },
};

const contract: Readonly<Record<string, Endpoint>> = endpoints;
const worlds = new Map<Role | null, RoleWorld>();
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await enterAsOwner(api);
  const { reader } = api.app.get(UnitOfWork);
  for (const role of columns) worlds.set(role, await RoleWorld.create(reader, role));
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

describe.each(Object.entries(cases))('%s', (name, { allowed, ask, row }) => {
  const endpoint = contract[name] ?? endpoints.getInstance;
  const letters = allowed.trim().split(/\s+/);

  it.each(
    columns.map((role, index) => [role ?? 'somebody without a role', letters[index] ?? '', role] as const),
  )('%s: %s', async (_, cell, role) => {
    const world = worlds.get(role);
    if (world === undefined) throw new Error('no world');
    const outcomes: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const side of sides) {
      const isAllowed = cell.includes(side.slice(0, 1));
      const shown = await row?.(world, side);
      const reply = await send(endpoint, await ask(world, side), world.key);
      outcomes[side] =
        row === undefined ? outcomeOf(endpoint, reply) : outcomeOfList(endpoint, reply, shown ?? '');
      expected[side] = isAllowed ? 'allowed' : row === undefined || cell === '-' ? 'refused' : 'not shown';
    }
    expect(outcomes).toEqual(expected);
  });

  it('tells nobody anything who is not signed in, unless it is for everybody', async () => {
    const world = worlds.get('owner');
    if (world === undefined) throw new Error('no world');
    const { status } = await send(endpoint, await ask(world, 'own'), null);
    if (endpoint.access === 'public') expect(status).not.toBe(401);
    else expect(status).toBe(401);
  });
});

/** A refusal counts as one only with the codes for it, and as allowed only what was really done. */
function outcomeOf({ access, status: done }: Endpoint, { status, body }: Reply): string {
  const { code = '' } = body as { readonly code?: string };
  if (status === done || code === 'proposal.not-needed' || (access === 'public' && status < 500))
    return 'allowed';
  const isRefusal = code === 'access.denied' || code.endsWith('.not-found');
  return isRefusal && (status === 403 || status === 404) ? 'refused' : `${status} ${code}`;
}

function outcomeOfList(endpoint: Endpoint, reply: Reply, id: string): string {
  if (reply.status !== 200) return outcomeOf(endpoint, reply);
  return JSON.stringify(reply.body).includes(id) ? 'allowed' : 'not shown';
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
