import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { findPeople } from '#directory';
import { SystemClock, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { listMeetingLinks } from '#participation';
import { loadSampleNetwork, sampleIds, sampleNetworks } from '#samples';
import { accessOf } from './access.js';
import type { Instance } from './instance.js';

const { mitteldeutschland } = sampleNetworks;
const ids = sampleIds(mitteldeutschland);
const coordinator = ids.person(mitteldeutschland.coordinator);
const undecided = ids.person('information-technology');
const coming = ids.person('automotive');

const otherCoordinators = Object.values(sampleNetworks)
  .filter((sample) => sample !== mitteldeutschland)
  .map((sample) => ({
    personId: sampleIds(sample).person(sample.coordinator),
    of: sample.institutions.find(({ key }) => key === sample.root)?.name.de ?? '',
  }));

export interface DemoOptions {
  /** Every sample network, not only the first one. */
  readonly all: boolean;
}

/** Fills the empty database with sample networks; the coordinator of the first becomes the owner. */
export async function loadDemo(instance: Instance, { all }: DemoOptions): Promise<void> {
  const unitOfWork = new UnitOfWork(instance.dataSource);
  const tools = { clock: new SystemClock(), keys: new TokenKeys(instance.config.secretKeys) };
  for (const sample of all ? Object.values(sampleNetworks) : [mitteldeutschland]) {
    await unitOfWork.run((tx) => loadSampleNetwork(tx, sample, tools));
  }
  await accessOf(instance).addOwner.run(await addressOf(instance, coordinator));
  if (all) await unitOfWork.run((tx) => letCoordinatorsIn(tx, instance));
}

/** The coordinators of the other networks sign in with the rights that their offices give. */
async function letCoordinatorsIn(tx: Tx, instance: Instance): Promise<void> {
  const { giveLogin } = accessOf(instance);
  for (const { personId } of otherCoordinators) {
    const address = await addressOf(instance, personId);
    await giveLogin.run(tx, systemActor('cli'), { personId, address });
  }
}

/** What a visitor of the demo opens first, a line each. */
export async function demoLinks(instance: Instance, { all }: DemoOptions): Promise<readonly string[]> {
  const { publicUrl, secretKeys } = instance.config;
  const signIn = await accessOf(instance).signIn.run(await addressOf(instance, coordinator));
  const reader = { manager: instance.dataSource.manager };
  const links = await listMeetingLinks(reader, new TokenKeys(secretKeys), [undecided, coming]);
  const linkOf = (id: Id) => `${publicUrl}${links.get(id) ?? ''}`;
  return [
    `Sign in as the host (once, 15 minutes):   ${publicUrl}${signIn}`,
    `An invitation without an answer (English): ${linkOf(undecided)}`,
    `A participant who has said yes (German):   ${linkOf(coming)}`,
    `The network's page:                        ${publicUrl}/n/mitteldeutschland`,
    `Its calendar, to subscribe to:             ${publicUrl}/feeds/networks/mitteldeutschland.ics`,
    ...(all ? [...otherPages(publicUrl), ...(await otherSignIns(instance))] : []),
  ];
}

async function otherSignIns(instance: Instance): Promise<readonly string[]> {
  const { signIn } = accessOf(instance);
  const lines: string[] = [];
  for (const { personId, of } of otherCoordinators) {
    const path = await signIn.run(await addressOf(instance, personId));
    lines.push(`Sign in as the coordinator of ${of}: ${instance.config.publicUrl}${path}`);
  }
  return lines;
}

function otherPages(publicUrl: string): readonly string[] {
  return Object.values(sampleNetworks)
    .flatMap(({ root, institutions }) =>
      institutions.filter(({ key, kind }) => key === root && kind === 'network'),
    )
    .filter(({ slug }) => slug !== 'mitteldeutschland')
    .map(({ slug }) => `Another network's page:                    ${publicUrl}/n/${slug}`);
}

async function addressOf({ dataSource }: Instance, personId: Id): Promise<string> {
  const found = await findPeople({ manager: dataSource.manager }, [personId]);
  const address = found.get(personId)?.address;
  if (address === null || address === undefined)
    throw new Error('the sample network has a person without an address');
  return address;
}
