import type {
  AudienceDto,
  InstitutionDto,
  InvitationDto,
  MailItemDto,
  MeetingDto,
  MeetingItemDto,
  OfficeDto,
  PersonDto,
} from '#contracts';
import { newId, Temporal } from '#kernel';
import { holdersIn } from '../factories/audience.factory.js';
import { meetingBody } from '../factories/meetings.factory.js';
import { fillImports } from './fill-imports.js';
import type { SampleIds } from './console-views.js';
import { eventually } from './eventually.js';
import { packed } from './imports.js';
import { owner } from './path-story.js';
import type { Product } from './product.js';
import { TestBrowser } from './test-browser.js';

export interface FilledSample {
  readonly ids: SampleIds;
  /** The owner's. */
  readonly sessionCookie: string;
  /** The page of somebody who has not answered and reads English. */
  readonly invitationLink: string;
}

// A picture of one point.
const POINT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const undecided = 'priya.raman@it-cluster.example';

interface Asked {
  readonly method?: 'GET';
  readonly path: string;
  readonly body?: object;
  readonly version?: number;
}

/** Sets the product up with the sample network, a draft and a cancelled meeting. */
export async function fillSample(product: Product): Promise<FilledSample> {
  const browser = new TestBrowser(product.url);
  const token = (await product.setupLink()).split('#')[1];
  const settings = { salutation: 'none', language: 'de', sampleNetwork: true };
  await ask(browser, { path: '/setup', body: { ...owner, ...settings, token } });
  const meeting = await first<MeetingItemDto>(browser, '/meetings?when=coming');
  const network = await first<InstitutionDto>(browser, '/institutions?kind=network');
  const clusters = await list<InstitutionDto>(browser, '/institutions?kind=cluster');
  const draft = await addMeeting(browser, network.id, 'Entwurf');
  const cancelled = await addMeeting(browser, network.id, 'Sommertreffen');
  await publishAndCancel(browser, cancelled);
  const handedOver = clusters.find(({ slug }) => slug !== 'optonet')?.id ?? '';
  await handOverNextMonth(browser, handedOver);
  await addTwins(product, browser);
  const clusterId = clusters.find(({ slug }) => slug === 'optonet')?.id ?? '';
  const person = await first<PersonDto>(browser, '/people');
  const committee = await addCommittee(browser, clusterId, person.id);
  await addLogo(browser, network);
  const invitations = await list<InvitationDto>(browser, `/meetings/${meeting.id}/invitations`);
  return {
    ids: {
      meeting: meeting.id,
      draft: draft.id,
      cancelled: cancelled.id,
      network: network.id,
      handedOver,
      cluster: clusterId,
      committee: committee.id,
      person: person.id,
      mail: (await first<MailItemDto>(browser, '/mails')).id,
      audience: (await saveAudience(browser, network.id, clusterId)).id,
      imports: await fillImports(browser, clusterId),
    },
    sessionCookie: browser.cookie('session') ?? '',
    invitationLink: invitations.find(({ address }) => address === undecided)?.link ?? '',
  };
}

/** Two people who may be one, found by the worker, and a change that one of them proposes for the other. */
async function addTwins(product: Product, browser: TestBrowser): Promise<void> {
  const twin = { givenName: 'Zoë', familyName: 'Zwilling', salutation: 'frau' };
  const own = { ...twin, position: 'Leitung', addresses: ['zoe@zwilling.example'] };
  const { id } = await ask<{ id: string }>(browser, { path: '/people', body: own });
  const other = { ...twin, phone: '+49 30 23125 199', addresses: ['zwilling@verein.example'] };
  const second = await ask<{ id: string }>(browser, { path: '/people', body: other });
  await product.rows(
    `INSERT INTO person_proposal (id, person_id, proposer_id, patch, note, state, proposed_at)
     VALUES ($1, $2, $3, $4, 'Stand auf der Visitenkarte.', 'open', '2026-03-02T09:00:00Z')`,
    [newId(), id, second.id, { phone: '+49 30 23125 188', addresses: ['neu@zwilling.example'] }],
  );
  await eventually(async () => (await list(browser, '/people/duplicates')).length > 0);
}

/** With somebody in the chair, and somebody before them. */
async function addCommittee(
  browser: TestBrowser,
  parentId: string,
  personId: string,
): Promise<InstitutionDto> {
  const body = { kind: 'committee', slug: 'beirat', name: { de: 'Beirat', en: 'Advisory board' }, parentId };
  const committee = await ask<InstitutionDto>(browser, { path: '/institutions', body });
  const [chair] = await list<OfficeDto>(browser, `/offices?institutionId=${committee.id}`);
  const path = `/offices/${chair?.id}/mandates`;
  const year = new Date().getFullYear();
  const former = { validFrom: `${year - 4}-01-01`, validUntil: `${year - 2}-12-31` };
  await ask(browser, { path, body: { personId, ...former } });
  await ask(browser, { path, body: { personId, validFrom: `${year}-01-01` } });
  return committee;
}

async function addLogo(browser: TestBrowser, { id, version }: InstitutionDto): Promise<void> {
  const { body, headers } = await packed(Buffer.from(POINT, 'base64'), 'logo.png');
  const { status } = await browser.send('PUT', `/api/v1/institutions/${id}/logo`, {
    body,
    headers: { ...headers, 'if-match': `"${version}"` },
  });
  if (status !== 200) throw new Error(`the logo was answered with ${status}`);
}

function addMeeting(browser: TestBrowser, institutionId: string, title: string): Promise<MeetingDto> {
  const year = new Date().getFullYear() + 1;
  const times = { startsLocal: `${year}-06-17T10:00`, endsLocal: `${year}-06-17T12:00` };
  const body = { ...meetingBody({ institutionId, ...times }), title: { de: title } };
  return ask(browser, { path: '/meetings', body });
}

/** The managers of the network's clusters, but not one of them. */
function saveAudience(browser: TestBrowser, institutionId: string, without: string): Promise<AudienceDto> {
  const exclude = [{ kind: 'institution-offices', institutionId: without }];
  const rule = { ...holdersIn(institutionId), exclude };
  const name = { de: 'Clustermanagements ohne eines' };
  return ask(browser, { path: '/audiences', body: { institutionId, name, rule } });
}

/** Hands an office of the cluster over in a month, and names two deputies. */
async function handOverNextMonth(browser: TestBrowser, institutionId: string): Promise<void> {
  const office = await first<OfficeDto>(browser, `/offices?institutionId=${institutionId}`);
  const mandate = office.holders[0];
  const people = await list<PersonDto>(browser, '/people');
  const [successor, ...deputies] = people.filter(({ id }) => id !== mandate?.person.id);
  const today = Temporal.Now.plainDateISO('Europe/Berlin');
  const lastDay = today.add({ days: 30 }).toString();
  const body = { successorId: successor?.id ?? '', lastDay };
  await ask(browser, { path: `/mandates/${mandate?.id}/hand-over`, body });
  for (const { id: personId } of deputies.slice(0, 2)) {
    const validFrom = today.toString();
    await ask(browser, { path: `/offices/${office.id}/deputies`, body: { personId, validFrom } });
  }
}

async function publishAndCancel(browser: TestBrowser, { id, version }: MeetingDto): Promise<void> {
  const published = await ask<MeetingDto>(browser, { path: `/meetings/${id}/publish`, version });
  await ask(browser, { path: `/meetings/${id}/cancel`, body: { note: null }, version: published.version });
}

async function first<Item>(browser: TestBrowser, path: string): Promise<Item> {
  const [item] = await list<Item>(browser, path);
  if (item === undefined) throw new Error(`${path} is empty`);
  return item;
}

async function list<Item>(browser: TestBrowser, path: string): Promise<readonly Item[]> {
  const { items } = await ask<{ items: Item[] }>(browser, { method: 'GET', path });
  return items;
}

async function ask<Body>(browser: TestBrowser, asked: Asked): Promise<Body> {
  const { method = 'POST', path, body, version } = asked;
  const headers = version === undefined ? undefined : { 'if-match': `"${version}"` };
  const reply = await browser.send<Body>(method, `/api/v1${path}`, { body, headers });
  if (reply.status >= 300)
    throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}
