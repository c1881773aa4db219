import { packed } from '../imports.js';
import { everybody, nothing, of, person, duplicate, proposal, imported } from './case.js';
import type { Cases } from './case.js';

export const peopleCases = {
  //                            owner coor clus orga assi host fund memb nobody
  listPeople: { allowed: '       obf  ob   ob   o    o    -     -    -    - ', ask: nothing, row: person },
  getPerson: { allowed: '        obf  ob   ob   o    o    -     -    -    - ', ask: of(person) },
  createPerson: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: (world, side) => ({
      body: { givenName: 'Kim', familyName: 'Neu', homeInstitutionId: world.institution(side) },
    }),
  },
  changePerson: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: of(person, { body: { phone: '0345 1' } }),
  },
  markAddress: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: async (world, side) => {
      const id = await world.person(side);
      return { params: { id, addressId: await world.addressOf(id) }, body: { shared: true } };
    },
  },
  listDuplicates: { allowed: '   obf  ob   ob   o    -    -     -    -    - ', ask: nothing, row: duplicate },
  dismissDuplicate: { allowed: ' obf  o    o    o    -    -     -    -    - ', ask: of(duplicate) },
  previewMerge: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(person, async (world, side) => ({ body: { otherId: await world.person(side) } })),
  },
  mergePeople: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(person, async (world, side) => ({
      body: { otherId: await world.person(side), versions: { own: 1, other: 1 } },
    })),
  },
  listPersonMandates: { allowed: 'obf  ob   ob   o    o    -     -    -    - ', ask: of(person) },
  proposeChange: {
    allowed: '                   obf  ob   ob   o    o    -     -    -    - ',
    ask: of(person, { body: { patch: { position: 'Leitung' } } }),
  },
  listProposals: { allowed: '    obf  o    o    o    o    -     -    -    - ', ask: nothing, row: proposal },
  listOwnProposals: { allowed: everybody, ask: nothing },
  acceptProposal: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: of(proposal, { body: { personVersion: 1 } }),
  },
  declineProposal: { allowed: '  obf  o    o    o    o    -     -    -    - ', ask: of(proposal) },
  listPersonTags: { allowed: '   obf  ob   ob   o    o    -     -    -    - ', ask: of(person) },
  tagPerson: {
    allowed: '                   obf  ob   ob   o    o    -     -    -    - ',
    ask: of(person, { body: { tagIds: [] } }),
  },
  startImport: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      query: { kind: 'people', institutionId: world.institution(side) },
      ...(await packed('Vorname;Nachname\nKim;Neu')),
    }),
  },
  getImport: { allowed: '        obf  o    o    o    -    -     -    -    - ', ask: of(imported) },
  listImportRows: { allowed: '   obf  o    o    o    -    -     -    -    - ', ask: of(imported) },
  checkImport: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(imported, { body: { mapping: ['givenName', 'familyName'] } }),
  },
  confirmImport: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of((world, side) => world.importRun(side, 'checked'), { body: {} }),
  },
} satisfies Cases;
