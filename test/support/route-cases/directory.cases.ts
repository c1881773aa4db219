import { newId } from '#kernel';
import { holdersIn } from '../../factories/audience.factory.js';
import { packed } from '../imports.js';
import {
  term,
  nothing,
  of,
  institution,
  committee,
  membership,
  office,
  meeting,
  audience,
  tag,
  png,
} from './case.js';
import type { Cases } from './case.js';

export const directoryCases = {
  //                            owner coor clus orga assi host fund memb nobody
  listInstitutions: {
    allowed: ' obf obf  obf  obf  obf  obf   ob   o    - ',
    ask: nothing,
    row: institution,
  },
  getInstitution: { allowed: '   obf obf  obf  obf  obf  obf   ob   o    - ', ask: of(institution) },
  listMembers: { allowed: '      obf obf  obf  obf  obf  obf   ob   o    - ', ask: of(institution) },
  createInstitution: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: (world, side) => ({
      body: {
        kind: 'committee',
        slug: `beirat-${newId().slice(-12)}`,
        name: { de: 'Beirat' },
        parentId: world.institution(side),
      },
    }),
  },
  changeInstitution: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(committee, { body: { seat: 'Halle' } }),
  },
  addMember: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: world.institution(side) },
      body: { memberId: await world.committee(side), ...term },
    }),
  },
  listMemberships: { allowed: '  obf obf  obf  obf  obf  obf   ob   o    - ', ask: of(institution) },
  endMembership: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(membership, { body: { lastDay: '2026-12-31' } }),
  },
  correctMembership: {
    allowed: '                   obf  o    o    o    -    -     -    -    - ',
    ask: of(membership, { body: { validFrom: '2026-02-01' } }),
  },
  setLogo: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.committee(side) },
      ...(await packed(png, 'logo.png')),
    }),
  },
  removeLogo: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(committee),
  },
  listOfficeMandates: { allowed: ' obf obf obf obf  obf  obf    ob   o    - ', ask: of(office) },
  listOffices: { allowed: '      obf obf  obf  obf  obf  obf    ob   o    - ', ask: nothing, row: office },
  createOffice: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: (world, side) => ({
      body: { institutionId: world.institution(side), kind: 'cluster_manager', name: { de: 'Leitung' } },
    }),
  },
  changeOffice: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(office, { body: { seats: 2 } }),
  },
  giveMandate: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.office(side) },
      body: { personId: await world.person(side), ...term },
    }),
  },
  endMandate: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: of((world, side) => world.mandate(side), { body: { lastDay: '2026-03-31' } }),
  },
  listDeputies: { allowed: '     obf obf  obf  obf  obf  obf    ob   o    - ', ask: of(office) },
  addDeputy: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.office(side) },
      body: { personId: await world.person(side), ...term },
    }),
  },
  reorderDeputies: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: async (world, side) => {
      const { id, officeId } = await world.deputy(side);
      return { params: { id: officeId }, body: { deputyIds: [id] } };
    },
  },
  endDeputy: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: of(async (world, side) => (await world.deputy(side)).id, { body: { lastDay: '2026-03-31' } }),
  },
  handOver: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.mandate(side) },
      body: { successorId: await world.person(side), lastDay: '2026-03-31' },
    }),
  },
  previewHandover: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: of((world, side) => world.mandate(side), { body: { lastDay: '2026-03-31' } }),
  },
  listHandovers: {
    allowed: '                   obf obf  obf  obf  obf  obf    ob   o    - ',
    ask: nothing,
    row: (world, side) => world.handover(side),
  },
  callOffHandover: {
    allowed: '                   obf  ob   o    o    -    -     -    -    - ',
    ask: of((world, side) => world.handover(side)),
  },
  listVacantOffices: { allowed: 'obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  listAudiences: { allowed: '    obf obf  obf  obf  obf  obf    -    -    - ', ask: nothing, row: audience },
  getAudience: { allowed: '      obf obf  obf  obf  obf  obf    -    -    - ', ask: of(audience) },
  createAudience: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: (world, side) => ({
      body: {
        institutionId: world.institution(side),
        name: { de: 'Runde' },
        rule: holdersIn(world.audienceId),
      },
    }),
  },
  changeAudience: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: of(audience, { body: { name: { de: 'Andere Runde' } } }),
  },
  deleteAudience: { allowed: '   obf  o    o    o    o    -     -    -    - ', ask: of(audience) },
  previewAudience: {
    allowed: '                   obf obf  obf  obf  obf  obf    -    -    - ',
    ask: (world) => ({ body: { rule: holdersIn(world.audienceId) } }),
  },
  listTags: { allowed: '         obf  ob   ob   o    o    -     -    -    - ', ask: nothing, row: tag },
  createTag: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: (world, side) => ({ body: { institutionId: world.institution(side), name: 'Beirat' } }),
  },
  deleteTag: { allowed: '        obf  o    o    o    o    -     -    -    - ', ask: of(tag) },
  listInstitutionTags: { allowed: 'obf obf obf obf  obf  -     -    -    - ', ask: of(institution) },
  tagInstitution: {
    allowed: '                   obf obf  obf  obf  obf  -     -    -    - ',
    ask: of(institution, { body: { tagIds: [] } }),
  },
} satisfies Cases;
