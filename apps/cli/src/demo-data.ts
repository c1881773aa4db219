import { UnitOfWork } from '#database';
import { findPeople, sampleDirectory } from '#directory';
import { SystemClock, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { listMeetingLinks, loadSampleNetwork } from '#participation';
import { accessOf } from './access.js';
import type { Instance } from './instance.js';

const { people } = sampleDirectory;

/** Fills the empty database with the sample network; its coordinator becomes the owner. */
export async function loadDemo(instance: Instance): Promise<void> {
  const unitOfWork = new UnitOfWork(instance.dataSource);
  const tools = { clock: new SystemClock(), keys: new TokenKeys(instance.config.secretKeys) };
  await unitOfWork.run((tx) => loadSampleNetwork(tx, tools));
  await accessOf(instance).addOwner.run(await addressOf(instance, people.coordinator));
}

/** What a visitor of the demo opens first, a line each. */
export async function demoLinks(instance: Instance): Promise<readonly string[]> {
  const { publicUrl, secretKeys } = instance.config;
  const signIn = await accessOf(instance).signIn.run(await addressOf(instance, people.coordinator));
  const reader = { manager: instance.dataSource.manager };
  const links = await listMeetingLinks(reader, new TokenKeys(secretKeys), [
    people.informationTechnology,
    people.automotive,
  ]);
  const linkOf = (id: Id) => `${publicUrl}${links.get(id) ?? ''}`;
  return [
    `Sign in as the host (once, 15 minutes):   ${publicUrl}${signIn}`,
    `An invitation without an answer (English): ${linkOf(people.informationTechnology)}`,
    `A participant who has said yes (German):   ${linkOf(people.automotive)}`,
    `The network's page:                        ${publicUrl}/n/mitteldeutschland`,
    `Its calendar, to subscribe to:             ${publicUrl}/feeds/networks/mitteldeutschland.ics`,
  ];
}

async function addressOf({ dataSource }: Instance, personId: Id): Promise<string> {
  const found = await findPeople({ manager: dataSource.manager }, [personId]);
  const address = found.get(personId)?.address;
  if (address === null || address === undefined)
    throw new Error('the sample network has a person without an address');
  return address;
}
