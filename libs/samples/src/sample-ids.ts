import type { Id } from '#kernel';
import type { SampleNetwork } from './sample-network.schema.js';

/** The ids of a sample's rows by their keys; throws for a key that the sample does not have. */
export interface SampleIds {
  readonly institution: (key: string) => Id;
  readonly person: (key: string) => Id;
  readonly office: (key: string) => Id;
}

/**
 * The ids of a sample network, the same in every instance, so that loading it twice is told from loading it once and
 * more can be put on top.
 */
export function sampleIds(sample: Pick<SampleNetwork, 'number' | 'institutions' | 'people'>): SampleIds {
  const { number, institutions, people } = sample;
  const idsOf = (kind: string, rows: readonly { readonly key: string }[]) => {
    const ids = new Map(rows.map(({ key }, index) => [key, sampleId(kind, number * 10_000 + index + 1)]));
    return (key: string): Id => {
      const id = ids.get(key);
      if (id === undefined) throw new Error(`sample network ${number} has no "${key}"`);
      return id;
    };
  };
  return {
    institution: idsOf('001', institutions),
    person: idsOf('002', people),
    office: idsOf(
      '003',
      institutions.flatMap(({ offices }) => offices),
    ),
  };
}

/** A UUIDv7 of 1 January 2026 with a kind of row and a number in place of the random bits. */
function sampleId(kind: string, number: number): Id {
  return `019b76da-a800-7${kind}-8000-${String(number).padStart(12, '0')}`;
}
