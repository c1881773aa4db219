import { accessColumns } from './access.columns.js';
import type { ColumnDeclarations } from './declaration.js';
import { directoryColumns } from './directory.columns.js';
import { handoverColumns } from './handover.columns.js';
import { mailColumns } from './mail.columns.js';
import { meetingsColumns } from './meetings.columns.js';
import { papersColumns } from './papers.columns.js';
import { participationColumns } from './participation.columns.js';
import { pollsColumns } from './polls.columns.js';
import { runningColumns } from './running.columns.js';
import { seriesColumns } from './series.columns.js';

/**
 * The register of personal data (GDPR, article 30): every column of every table with whose data it holds, what for,
 * how long and what erasing the person does to it. Whoever adds a column declares it here; a test compares it with the
 * migrated database. `docs/personal-data.md` is written from it.
 */
export const personalDataRegister: ColumnDeclarations = {
  ...accessColumns,
  ...directoryColumns,
  ...handoverColumns,
  ...mailColumns,
  ...meetingsColumns,
  ...papersColumns,
  ...participationColumns,
  ...pollsColumns,
  ...runningColumns,
  ...seriesColumns,
};
