import { endpoints } from '#contracts';
import { directoryReads } from '../directory/directory-reads.js';

/** What shows handovers and deputies, and is read again after one of them changed. */
export const handoverReads: readonly string[] = [
  ...directoryReads,
  endpoints.listHandovers.name,
  endpoints.listGrants.name,
  endpoints.listDeputies.name,
  endpoints.previewHandover.name,
];
