import { everybody, term, nothing, of, person, grant, entry, mail, token } from './case.js';
import type { Cases } from './case.js';

export const sessionCases = {
  //                            owner coor clus orga assi host fund memb nobody
  getInstance: { allowed: everybody, ask: nothing },
  checkSetup: { allowed: everybody, ask: () => ({ body: { token } }) },
  setUp: { allowed: everybody, ask: () => ({ body: {} }) },
  askSignIn: { allowed: everybody, ask: () => ({ body: { address: 'x@firma.example' } }) },
  completeSignIn: { allowed: everybody, ask: () => ({ body: {} }) },
  signOut: { allowed: everybody, ask: nothing },
  getSession: { allowed: everybody, ask: nothing },
  getOperation: {
    allowed: ' obf  o    o    o    o    o    o    o    o ',
    ask: of((w, side) => w.operation(side)),
  },
  search: { allowed: everybody, ask: () => ({ query: { q: 'Kim' } }) },
  getOwnRights: { allowed: everybody, ask: nothing },
  getMyself: { allowed: everybody, ask: nothing },
  changeMyself: { allowed: everybody, ask: () => ({ body: { phone: '0345 2' } }) },
  listGrants: { allowed: '       obf  o    o    o    -    -     -    -    - ', ask: nothing, row: grant },
  giveGrant: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      body: {
        personId: await world.person(side),
        role: 'member',
        institutionId: world.institution(side),
        ...term,
      },
    }),
  },
  endGrant: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(grant, { body: { lastDay: '2026-03-31' } }),
  },
  getLogins: { allowed: '        obf  o    o    o    -    -     -    -    - ', ask: of(person) },
  giveLogin: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: async (world, side) => {
      const { id, address } = await world.personWithAddress(side);
      return { params: { id }, body: { address } };
    },
  },
  withdrawLogin: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: async (world, side) => {
      const { id, address } = await world.personWithLogin(side);
      return { params: { id }, body: { address } };
    },
  },
  listAudit: { allowed: '        obf  o    o    o    -    -     -    -    - ', ask: nothing, row: entry },
  listMails: { allowed: '        obf  o    o    o    o    o     -    -    - ', ask: nothing, row: mail },
  getMail: { allowed: '          obf  o    o    o    o    o     -    -    - ', ask: of(mail) },
} satisfies Cases;
