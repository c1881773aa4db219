import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import { pollBody } from '../../factories/polls.factory.js';
import type { RoleWorld, Side } from '../role-world.js';
import { nothing, of } from './case.js';
import type { Cases } from './case.js';

const draft = (world: RoleWorld, side: Side) => world.poll(side, 'draft');
const open = (world: RoleWorld, side: Side) => world.poll(side);
const takes = async (world: RoleWorld, side: Side) => {
  const id = await world.poll(side);
  return { params: { id }, body: { optionId: await world.pollOption(id) } };
};
const body = (world: RoleWorld, side: Side) =>
  pollBody(world.institution(side), { asking: askingFor(holdersIn(world.audienceId)) });
const proposes = (world: RoleWorld, side: Side) => ({
  body: {
    institutionId: world.institution(side),
    asking: askingFor(holdersIn(world.audienceId)),
    from: '2026-04-01',
    until: '2026-04-30',
    weekdays: [2, 4],
    time: '10:00',
  },
});

export const pollsCases = {
  //                             owner coor clus orga assi host fund memb nobody
  listPolls: { allowed: '         obf  o    o    o    o    n    -    -    - ', ask: nothing, row: open },
  getPoll: { allowed: '           obf  o    o    o    o    n    -    -    - ', ask: of(open) },
  createPoll: {
    allowed: '                    obf  o    o    o    o    -    -    -    - ',
    ask: (world, side) => ({ body: body(world, side) }),
  },
  proposePollDates: { allowed: '  obf  obf  obf  obf  obf  -    -    -    - ', ask: proposes },
  previewPollOpening: { allowed: 'obf  o    o    o    o    n    -    -    - ', ask: of(draft) },
  openPoll: { allowed: '          obf  o    o    o    o    n    -    -    - ', ask: of(draft) },
  getPollResult: { allowed: '     obf  o    o    o    o    n    -    -    - ', ask: of(open) },
  listPollParticipants: { allowed: 'obf o   o    o    o    n    -    -    - ', ask: of(open) },
  previewPollReminder: { allowed: 'obf o    o    o    o    n    -    -    - ', ask: of(open) },
  remindOfPoll: { allowed: '      obf  o    o    o    o    n    -    -    - ', ask: of(open) },
  previewTaking: { allowed: '     obf  o    o    o    o    n    -    -    - ', ask: takes },
  takeDate: { allowed: '          obf  o    o    o    o    n    -    -    - ', ask: takes },
} satisfies Cases;
