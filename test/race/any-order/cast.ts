import type { Reader } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { anInstitution, aPerson } from '../../factories/directory.factory.js';
import type { TestApi } from '../../support/test-api.js';

export const GUESTS = 6;
const CLUSTERS = 3;

/** Who can be invited: the same people for every meeting. */
export interface Cast {
  readonly api: TestApi;
  readonly reader: Reader;
  readonly institutionId: Id;
  readonly guests: readonly { readonly personId: Id; readonly clusterIds: readonly Id[] }[];
  /** Addresses of people whom somebody names, two of them guests; whoever else is named is new. */
  readonly named: readonly string[];
}

export async function aCast(api: TestApi, reader: Reader): Promise<Cast> {
  const { id: institutionId } = await anInstitution(reader, { kind: 'network' });
  const clusters: Id[] = [];
  while (clusters.length < CLUSTERS) clusters.push((await anInstitution(reader)).id);
  const guests: { personId: Id; clusterIds: readonly Id[] }[] = [];
  const run = newId().slice(-12);
  for (let index = 0; index < GUESTS; index += 1) {
    const addresses = [`gast-${index}-${run}@reihe.example`];
    const { id: personId } = await aPerson(reader, { addresses });
    const clusterIds = [index, ...(index === 0 ? [1] : [])].map((one) => clusters[one % CLUSTERS] as Id);
    guests.push({ personId, clusterIds: index === GUESTS - 1 ? [] : clusterIds });
  }
  await aPerson(reader, { addresses: [`bekannt-${run}@reihe.example`] });
  const named = ['gast-1', 'gast-2', 'bekannt'].map((name) => `${name}-${run}@reihe.example`);
  return { api, reader, institutionId, guests, named };
}
