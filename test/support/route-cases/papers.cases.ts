import { newId } from '#kernel';
import { aPaper, wasPresent } from '../../factories/papers.factory.js';
import { packed } from '../imports.js';
import { aPng } from '../a-png.js';
import type { RoleWorld, Side } from '../role-world.js';
import { committee, institution, of } from './case.js';
import type { Cases } from './case.js';

/** A meeting to which somebody is asked. */
const invitedTo = async (world: RoleWorld, side: Side) => {
  const id = await world.invitation(side);
  const [found]: { meetingId: string }[] = await world.reader.manager.query(
    'SELECT meeting_id AS "meetingId" FROM invitation WHERE id = $1',
    [id],
  );
  return found?.meetingId ?? '';
};

/** Somebody who was at a meeting. */
const presentPerson = async (world: RoleWorld, side: Side) => {
  const personId = await world.person(side);
  await wasPresent(world.reader, { meetingId: await world.meeting(side), personId });
  return personId;
};

const paper = async (world: RoleWorld, side: Side) => {
  const meetingId = await world.meeting(side);
  return aPaper(world.reader, { meetingId, institutionId: world.institution(side) });
};

export const papersCases = {
  //                            owner coor clus orga assi host fund memb nobody
  orderPapers: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(invitedTo, { body: { kind: 'sign-in-sheet', circle: 'invited' } }),
  },
  orderYearCertificate: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: of(presentPerson, (world, side) =>
      Promise.resolve({ body: { year: 2026, institutionId: world.institution(side) } }),
    ),
  },
  getPaper: { allowed: '         obf  o    o    o    o    o     -    -    - ', ask: of(paper) },
  getPaperHead: { allowed: '     obf  obf  obf  obf  obf  obf   ob   o    - ', ask: of(institution) },
  changePaperHead: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(committee, { body: { unionFunding: 'funded' } }),
  },
  addPaperLogo: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.committee(side) },
      ...(await packed(aPng(), 'logo.png')),
    }),
  },
  removePaperLogo: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: async (world, side) => ({ params: { id: await world.committee(side), logoId: newId() } }),
  },
} satisfies Cases;
