import { seriesBody } from '../../factories/series.factory.js';
import type { RoleWorld, Side } from '../role-world.js';
import { nothing, of } from './case.js';
import type { Cases } from './case.js';

const draft = (world: RoleWorld, side: Side) => world.series(side, { state: 'draft' });
const running = (world: RoleWorld, side: Side) => world.series(side, { state: 'active' });
const ending = (world: RoleWorld, side: Side) =>
  world.series(side, {
    state: 'active',
    rule: {
      kind: 'rrule',
      startsLocal: '2026-04-02T10:00',
      rrule: 'FREQ=MONTHLY;BYDAY=1TH;COUNT=3',
      except: [],
    },
  });
const decides = async (world: RoleWorld, side: Side) => ({
  params: await world.seriesDate(side),
  body: { decision: 'skip' },
});
const invites = async (world: RoleWorld, side: Side) => ({ params: await world.seriesDate(side, 'planned') });
const rule = { kind: 'rrule', startsLocal: '2026-04-02T10:00', rrule: 'FREQ=MONTHLY;BYDAY=1TH' };
const end = { body: { from: '2026-06-01' } };

export const seriesCases = {
  //                             owner coor clus orga assi host fund memb nobody
  listSeries: { allowed: '        obf  o    o    o    o    n     -    o    - ', ask: nothing, row: running },
  getSeries: { allowed: '         obf  o    o    o    o    n     -    o    - ', ask: of(running) },
  createSeries: {
    allowed: '                    obf  o    o    o    o    -     -    -    - ',
    ask: (world, side) => ({ body: seriesBody({ institutionId: world.institution(side) }) }),
  },
  changeSeries: {
    allowed: '                    obf  o    o    o    o    n     -    -    - ',
    ask: of(draft, { body: { windowMonths: 6 } }),
  },
  previewSeriesChange: {
    allowed: '                    obf  o    o    o    o    n     -    -    - ',
    ask: of(draft, { body: { windowMonths: 6 } }),
  },
  startSeries: { allowed: '       obf  o    o    o    o    n     -    -    - ', ask: of(draft) },
  pauseSeries: { allowed: '       obf  o    o    o    o    n     -    -    - ', ask: of(running) },
  previewSeriesEnd: { allowed: '  obf  o    o    o    o    n     -    -    - ', ask: of(running, end) },
  endSeries: { allowed: '         obf  o    o    o    o    n     -    -    - ', ask: of(running, end) },
  continueSeries: { allowed: '    obf  o    o    o    o    n     -    -    - ', ask: of(ending) },
  duplicateSeries: { allowed: '   obf  o    o    o    o    -     -    -    - ', ask: of(running) },
  foreseeDates: {
    allowed: '                    obf  obf  obf  obf  obf  -     -    -    - ',
    ask: (world, side) => ({ body: { rule, institutionId: world.institution(side) } }),
  },
  readRule: {
    allowed: '                    obf  obf  obf  obf  obf  -     -    -    - ',
    ask: () => ({ body: { text: 'RRULE:FREQ=WEEKLY;BYDAY=TU', startsLocal: '2026-04-07T10:00' } }),
  },
  listSeriesDates: { allowed: '   obf  o    o    o    o    n     -    o    - ', ask: of(running) },
  decideSeriesDate: { allowed: '  obf  o    o    o    o    n     -    -    - ', ask: decides },
  inviteToSeriesDate: { allowed: 'obf  o    o    o    o    n     -    -    - ', ask: invites },
} satisfies Cases;
