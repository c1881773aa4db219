export { meetingsEntities } from './entities.js';
export { Meeting } from './meeting.entity.js';
export { MeetingChange } from './meeting-change.entity.js';
export { changedFields, faceOf, hasMoved } from './meeting-face.js';
export type { FaceField, MeetingFace } from './meeting-face.js';
export { inputOf } from './meeting-values.js';
export { applyPatch } from './meeting-patch.js';
export type { MeetingPatch } from './meeting-patch.js';
export {
  checkVersion,
  insertMeeting,
  lockMeeting,
  updateMeeting,
  updateMeetingState,
} from './write-meeting.js';
export { findLinks, getMeeting } from './meeting.queries.js';
export type { MeetingLinks } from './meeting.queries.js';
