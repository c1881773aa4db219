import type { Id } from '#kernel';

/**
 * The ids of the sample network, the same in every instance, so that loading it twice is told from loading it once and
 * more samples can be put on top.
 */
export const sampleDirectory = {
  /** The organisation that hosts the exchange. */
  initiative: sampleId('001', 1),
  network: sampleId('001', 2),
  clusters: {
    automotive: sampleId('001', 11),
    biotechnology: sampleId('001', 12),
    chemistry: sampleId('001', 13),
    informationTechnology: sampleId('001', 14),
    solar: sampleId('001', 15),
    photonics: sampleId('001', 16),
    logistics: sampleId('001', 17),
  },
  people: {
    /** Works for the initiative; the one to ask. */
    coordinator: sampleId('002', 1),
    automotive: sampleId('002', 11),
    /** Held the automotive cluster's office until the end of last year. */
    automotiveBefore: sampleId('002', 18),
    biotechnology: sampleId('002', 12),
    /** Holds two offices, of chemistry and of solar. */
    chemistryAndSolar: sampleId('002', 13),
    /** Prefers English. */
    informationTechnology: sampleId('002', 14),
    /** Prefers English; the office has a second seat, which is vacant. */
    photonics: sampleId('002', 16),
    /** Takes office on the first day of next month. */
    logistics: sampleId('002', 17),
  },
  offices: {
    coordination: sampleId('003', 1),
    automotive: sampleId('003', 11),
    biotechnology: sampleId('003', 12),
    chemistry: sampleId('003', 13),
    informationTechnology: sampleId('003', 14),
    solar: sampleId('003', 15),
    photonics: sampleId('003', 16),
    logistics: sampleId('003', 17),
  },
} as const;

/** A UUIDv7 of 1 January 2026 with a kind of row and a number in place of the random bits. */
function sampleId(kind: string, number: number): Id {
  return `019b76da-a800-7${kind}-8000-${String(number).padStart(12, '0')}`;
}
