import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, instant, line, mailAddress, named, pageOf, pageQuery, fileQuery } from './fields.js';

/** Whether somebody was there. */
export const attendanceState = z.enum(['present', 'excused', 'absent']);
export type AttendanceState = z.output<typeof attendanceState>;

/** What a row of the list is marked by: `<registration>.<0 for the person, else who comes along>`, or a walk-in's id. */
export const attendeeKey = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.\d{1,3})?$/, 'validation.not-an-id');

/** Somebody who came without being registered. */
export const walkInInput = z.strictObject({
  /** Made by whoever enters it, so that it may be sent again. */
  id,
  name: line(200),
  organisation: line(200).nullable().default(null),
  address: mailAddress.nullable().default(null),
});
export type WalkInInput = z.output<typeof walkInInput>;

/** Marks made at the door, perhaps long ago and without a connection. */
export const doorMarks = z.strictObject({
  marks: z
    .array(
      z.strictObject({
        id,
        key: attendeeKey,
        here: z.boolean(),
        /** Milliseconds between the mark and its being sent, by the device's own clock. */
        ago: z
          .int()
          .min(0)
          .max(7 * 24 * 3600 * 1000),
        walkIn: walkInInput.omit({ id: true }).nullable().default(null),
      }),
    )
    .max(500),
});
export type DoorMarks = z.output<typeof doorMarks>;

const attendee = z
  .object({
    key: z.string(),
    /** Null for who comes along, and for a walk-in whom nobody knows. */
    personId: id.nullable(),
    /** Null for somebody who comes along unnamed. */
    name: z.string().nullable(),
    /** Who brings this person along. */
    broughtBy: z.string().nullable(),
    walkIn: z.boolean(),
    /** The kind of seat; null for walk-ins, and where seats are alike. */
    contingent: named.nullable(),
    /** Takes part online: nobody to look for at the door. */
    online: z.boolean(),
    /** As a walk-in said it. */
    organisation: z.string().nullable(),
    /** For whom a person was asked. */
    institutions: z.array(named),
    clusters: z.array(named),
    /** Null: not marked. */
    state: attendanceState.nullable(),
    checkedInAt: instant.nullable(),
    /** The door link that marked it; null: a host. */
    markedAtDoor: z.string().nullable(),
  })
  .meta({ id: 'Attendee' });
export type AttendeeDto = z.output<typeof attendee>;

const attendanceSummary = z
  .object({
    /** Heads: seats, who comes along, walk-ins. */
    total: z.int(),
    present: z.int(),
    excused: z.int(),
    absent: z.int(),
    open: z.int(),
    walkIns: z.int(),
    /** Of all these, who takes part online. */
    online: z.object({ total: z.int(), present: z.int(), open: z.int() }),
    /** From then on it stands as it is. */
    closedAt: instant.nullable(),
  })
  .meta({ id: 'AttendanceSummary' });
export type AttendanceSummaryDto = z.output<typeof attendanceSummary>;

const walkInsCheck = z
  .object({
    rows: z.array(
      z.object({ name: z.string(), organisation: z.string().nullable(), address: z.string().nullable() }),
    ),
    problems: z.array(
      z.object({
        /** As a spreadsheet counts: 1 is the head; 0: the whole file. */
        row: z.int(),
        column: z.string(),
        code: z.string(),
        params: z.record(z.string(), z.string()),
      }),
    ),
  })
  .meta({ id: 'WalkInsCheck' });
export type WalkInsCheckDto = z.output<typeof walkInsCheck>;

const doorLink = z
  .object({
    id,
    name: z.string(),
    createdAt: instant,
    revokedAt: instant.nullable(),
    opensAt: instant,
    closesAt: instant,
    /** Null once it is revoked. */
    link: z.string().nullable(),
  })
  .meta({ id: 'DoorLink' });
export type DoorLinkDto = z.output<typeof doorLink>;
const changedDoorLink = doorLink.omit({ link: true }).meta({ id: 'ChangedDoorLink' });
export type ChangedDoorLinkDto = z.output<typeof changedDoorLink>;

const base = { tag: 'Attendance', access: 'meeting.invite', status: 200, params: byId } as const;

export const attendanceEndpoints = {
  listAttendance: defineEndpoint({
    ...base,
    name: 'listAttendance',
    method: 'GET',
    path: '/meetings/:id/attendance',
    summary: 'Who has a seat, who comes along and who walked in, by family name, and whether they were there',
    query: pageQuery.extend({ state: attendanceState.or(z.literal('open')).optional() }),
    response: pageOf(attendee),
  }),
  getAttendance: defineEndpoint({
    ...base,
    name: 'getAttendance',
    method: 'GET',
    path: '/meetings/:id/attendance/summary',
    summary: 'How many were there',
    response: attendanceSummary,
  }),
  markAttendance: defineEndpoint({
    ...base,
    name: 'markAttendance',
    method: 'POST',
    path: '/meetings/:id/attendance/marks',
    summary: 'Say who was there and who was not, one or many at once; null takes a mark back',
    body: z.strictObject({
      keys: z.array(attendeeKey).min(1, 'validation.required').max(500),
      state: attendanceState.nullable(),
    }),
    response: attendanceSummary,
  }),
  markRestAbsent: defineEndpoint({
    ...base,
    name: 'markRestAbsent',
    method: 'POST',
    path: '/meetings/:id/attendance/rest-absent',
    summary: 'Everybody else was absent',
    response: attendanceSummary,
  }),
  addWalkIns: defineEndpoint({
    ...base,
    name: 'addWalkIns',
    method: 'POST',
    path: '/meetings/:id/attendance/walk-ins',
    summary: 'Add people who came without being registered; the same ids again change nothing',
    body: z.strictObject({ walkIns: z.array(walkInInput).min(1, 'validation.required').max(500) }),
    response: attendanceSummary,
  }),
  checkWalkIns: defineEndpoint({
    ...base,
    name: 'checkWalkIns',
    method: 'POST',
    path: '/meetings/:id/attendance/walk-ins/check',
    summary:
      'Read a CSV or XLSX file of walk-ins and say what is wrong in which row and column; writes nothing',
    upload: { maxBytes: 1_000_000 },
    response: walkInsCheck,
  }),
  closeAttendance: defineEndpoint({
    ...base,
    name: 'closeAttendance',
    method: 'POST',
    path: '/meetings/:id/attendance/close',
    summary: 'Let the attendance stand as it is',
    response: attendanceSummary,
  }),
  reopenAttendance: defineEndpoint({
    ...base,
    name: 'reopenAttendance',
    method: 'POST',
    path: '/meetings/:id/attendance/reopen',
    summary: 'Let the attendance be changed again',
    response: attendanceSummary,
  }),
  listDoorLinks: defineEndpoint({
    ...base,
    name: 'listDoorLinks',
    method: 'GET',
    path: '/meetings/:id/door-links',
    summary: 'The links by which helpers check people in',
    query: fileQuery,
    response: z.object({ items: z.array(doorLink) }),
  }),
  makeDoorLink: defineEndpoint({
    ...base,
    name: 'makeDoorLink',
    method: 'POST',
    path: '/meetings/:id/door-links',
    status: 201,
    summary: 'Make a link for a helper: good for this meeting, from the morning before it to the day after',
    body: z.strictObject({ name: line(80) }),
    response: changedDoorLink,
  }),
  revokeDoorLink: defineEndpoint({
    ...base,
    name: 'revokeDoorLink',
    method: 'POST',
    path: '/door-links/:id/revoke',
    summary: 'Let a link open nothing any more, at once',
    response: changedDoorLink,
  }),
};
