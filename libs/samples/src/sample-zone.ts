/** The zone whose present day the samples are seen from; all of them are at home in Germany. */
export const SAMPLE_ZONE = 'Europe/Berlin';
