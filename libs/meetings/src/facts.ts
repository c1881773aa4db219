import { defineFact } from '#queue';

/** A meeting that pages and feeds show was published, changed or cancelled. */
export const MeetingChanged = defineFact<{ meetingId: string; revision: number }>('MeetingChanged');
