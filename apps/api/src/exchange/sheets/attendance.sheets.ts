import type { AttendeeDto } from '#contracts';
import { momentOf, sheet, yesNo } from './list-sheet.js';

export const attendanceSheet = sheet<AttendeeDto>([
  [
    'sheets.columns.person',
    ({ name, broughtBy }, { t }) => name ?? t('door.companion', { name: broughtBy ?? '' }),
  ],
  [
    'sheets.columns.institution',
    ({ organisation, institutions }, { texts }) =>
      organisation ?? texts(institutions.map(({ name }) => name)),
  ],
  ['sheets.columns.clusters', ({ clusters }, { texts }) => texts(clusters.map(({ name }) => name))],
  ['sheets.columns.contingent', ({ contingent }, { text }) => text(contingent?.name)],
  ['sheets.columns.online', yesNo(({ online }) => online)],
  ['sheets.columns.attendance', ({ state }, { t }) => t(`attendance.states.${state ?? 'open'}`)],
  ['sheets.columns.checked-in', momentOf(({ checkedInAt }) => checkedInAt)],
  ['sheets.columns.walk-in', yesNo(({ walkIn }) => walkIn)],
]);
