import type { Id } from '#kernel';
import { defineFact } from '#queue';

/** A series, one of its dates or its turns are not what they were. */
export const SeriesChanged = defineFact<{ seriesId: Id }>('SeriesChanged');

/** Somebody has answered a whole series. */
export const StandingAnswerGiven = defineFact<{ seriesId: Id; personId: Id }>('StandingAnswerGiven');
