import { endpoints } from '#contracts';
import { meetingReads } from '../meetings/meeting-reads.js';

/** What shows something of a series, and is read again after it or one of its dates changed. */
export const seriesReads: readonly string[] = [endpoints.getSeries.name, ...meetingReads];

/** What a step would do; read again when the series was changed by somebody else meanwhile. */
export const seriesPreviews: readonly string[] = [
  endpoints.previewSeriesChange.name,
  endpoints.previewSeriesEnd.name,
];
