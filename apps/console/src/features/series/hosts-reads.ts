import { endpoints } from '#contracts';

/** What shows who takes turns, and is read again when that has changed. */
export const hostReads: readonly string[] = [
  endpoints.getSeries.name,
  endpoints.getSeriesHosts.name,
  endpoints.getHostHistory.name,
  endpoints.listSeriesDates.name,
  endpoints.listHostSwaps.name,
];
