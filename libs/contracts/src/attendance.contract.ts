import { z } from 'zod';

/** Whether somebody was there. */
const attendanceState = z.enum(['present', 'excused', 'absent']);
export type AttendanceState = z.output<typeof attendanceState>;
