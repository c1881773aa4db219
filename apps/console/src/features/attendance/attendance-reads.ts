import { endpoints } from '#contracts';

/** What shows who was there, and is read again after it changed. */
export const attendanceReads: readonly string[] = [
  endpoints.listAttendance.name,
  endpoints.getAttendance.name,
];
