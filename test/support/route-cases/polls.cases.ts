import { Temporal } from '#kernel';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import { aParticipant, aPoll, pollBody } from '../../factories/polls.factory.js';
import { testKeys } from '../test-api.js';
import type { RoleWorld, Side } from '../role-world.js';
import { nothing, of } from './case.js';
import type { Cases } from './case.js';

const openedAt = Temporal.Instant.from('2026-02-02T08:00:00Z');
const draft = (world: RoleWorld, side: Side) => pollIn(world, side, { state: 'draft' });
const open = (world: RoleWorld, side: Side) => pollIn(world, side, { state: 'open', openedAt });
const takes = async (world: RoleWorld, side: Side) => {
  const id = await open(world, side);
  const sql = 'SELECT id FROM poll_option WHERE poll_id = $1 LIMIT 1';
  const [option]: { id: string }[] = await world.reader.manager.query(sql, [id]);
  return { params: { id }, body: { optionId: option?.id } };
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
  changePoll: {
    allowed: '                    obf  o    o    o    o    -    -    -    - ',
    ask: of(draft, { body: { title: { de: 'Austausch im Herbst' } } }),
  },
  deletePoll: { allowed: '        obf  o    o    o    o    -    -    -    - ', ask: of(draft) },
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

/** With somebody who is asked in it. */
async function pollIn(world: RoleWorld, side: Side, fields: Parameters<typeof aPoll>[1]): Promise<string> {
  const audienceRule = holdersIn(world.audienceId);
  const { id } = await aPoll(world.reader, {
    institutionId: world.institution(side),
    audienceRule,
    ...fields,
  });
  const { id: personId } = await world.personWithAddress(side);
  await aParticipant(world.reader, testKeys, { pollId: id, personId });
  return id;
}
