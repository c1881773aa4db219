import { actions } from '#contracts';
import type { Action, Role } from '#contracts';
import type { Actor, Grant } from './actor.js';
import { findScope } from './authorized-scope.js';
import { may } from './reach.policy.js';
import type { Place } from './reach.policy.js';

/*
 * Where each role may do each action, by outcome and written apart from the table that decides it:
 *
 *   o  in the institution where the role is held and in its committees, and with their meetings
 *   p  of these only what they have published to their members
 *   b  in its members of today and their committees
 *   f  anywhere else, and with what belongs to no institution
 *   m  with the one meeting that the role is held for
 *   -  nowhere
 */
const columns = ['owner', 'network_coordinator', 'cluster_manager', 'organisation_manager', 'assistant',
                 'meeting_host', 'funder', 'member'] as const satisfies readonly Role[]; // prettier-ignore

// prettier-ignore
const table: Readonly<Record<Action, string>> = {
  //                      owner coord clust organ assis  host funder member
  'instance.administer': ' obfm   -     -     -     -     -     -     - ',
  'institution.read':    ' obfm  obfm  obfm  obfm  obfm  obfm   ob    o ',
  'institution.create':  ' obfm   o     o     o     -     -     -     - ',
  'institution.change':  ' obfm   ob    o     o     o     -     -     - ',
  'membership.change':   ' obfm   o     o     o     -     -     -     - ',
  'office.change':       ' obfm   ob    o     o     o     -     -     - ',
  'mandate.change':      ' obfm   ob    o     o     -     -     -     - ',
  'person.read':         ' obfm   ob    ob    o     o     -     -     - ',
  'person.create':       ' obfm   ob    o     o     o     -     -     - ',
  'person.change':       ' obfm   o     o     o     o     -     -     - ',
  'person.merge':        ' obfm   o     o     o     -     -     -     - ',
  'audience.use':        ' obfm  obfm  obfm  obfm  obfm  obfm   -     - ',
  'audience.change':     ' obfm   o     o     o     o     -     -     - ',
  'directory.import':    ' obfm   o     o     o     -     -     -     - ',
  'meeting.read':        ' obfm   o     o     o     o     m     -     p ',
  'meeting.create':      ' obfm   o     o     o     o     -     -     - ',
  'meeting.change':      ' obfm   o     o     o     o     m     -     - ',
  'meeting.invite':      ' obfm   o     o     o     o     m     -     - ',
  'mail.read':           ' obfm   o     o     o     o     m     -     - ',
  'audit.read':          ' obfm   o     o     o     -     -     -     - ',
  'grant.read':          ' obfm   o     o     o     -     -     -     - ',
  'grant.change':        ' obfm   o     o     o     -     -     -     - ',
  'login.give':          ' obfm   o     o     o     -     -     -     - ',
  'report.read':         ' obfm   ob    o     o     o     -     ob    - ',
};

const places: Readonly<Record<string, { readonly place: Place; readonly allowedBy: RegExp }>> = {
  'own institution': { place: { institutionIds: ['own'] }, allowedBy: /o/ },
  'own committee': { place: { institutionIds: ['own committee'] }, allowedBy: /o/ },
  'own draft': { place: { institutionIds: ['own'], meetingId: 'draft' }, allowedBy: /o/ },
  'own meeting, published': {
    place: { institutionIds: ['foreign', 'own'], meetingId: 'published', published: true },
    allowedBy: /[op]/,
  },
  'member institution': { place: { institutionIds: ['member'] }, allowedBy: /b/ },
  'committee of a member': { place: { institutionIds: ['committee of the member'] }, allowedBy: /b/ },
  'meeting of a member': {
    place: { institutionIds: ['member'], meetingId: 'of the member', published: true },
    allowedBy: /b/,
  },
  'foreign institution': { place: { institutionIds: ['foreign'] }, allowedBy: /f/ },
  'foreign meeting': {
    place: { institutionIds: ['foreign'], meetingId: 'foreign', published: true },
    allowedBy: /f/,
  },
  'no institution': { place: { institutionIds: [] }, allowedBy: /f/ },
  'the named meeting': { place: { institutionIds: ['foreign'], meetingId: 'named' }, allowedBy: /m/ },
};

const cellOf = (role: Role, action: Action) =>
  table[action].trim().split(/\s+/)[columns.indexOf(role)] ?? 'missing';

const cells = columns.flatMap((role) =>
  actions.map((action) => [role, action, cellOf(role, action)] as const),
);

describe('the table of this test', () => {
  it('has a row for every action and a column for every role', () => {
    expect(Object.keys(table).toSorted()).toEqual([...actions].toSorted());
    for (const action of actions) expect(table[action].trim().split(/\s+/)).toHaveLength(columns.length);
  });
});

describe.each(columns)('a %s', (role) => {
  it.each(cells.filter(([of]) => of === role))(
    '%s: %s is allowed in %s and nowhere else',
    (_, action, cell) => {
      const outcomes = Object.entries(places).map(([name, { place }]) => [
        name,
        may(actorWith(role), action, place),
      ]);
      const expected = Object.entries(places).map(([name, { allowedBy }]) => [name, allowedBy.test(cell)]);
      expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(expected));
    },
  );

  it.each(cells.filter(([of]) => of === role))('%s: lists for %s show %s', (_, action, cell) => {
    const scope = findScope(actorWith(role), action);
    if (cell === '-') return expect(scope).toBeNull();
    const isEverywhere = cell.includes('f');
    expect(scope?.everywhere).toBe(isEverywhere);
    if (isEverywhere) return;
    expect(scope).toMatchObject({
      institutionIds: [
        ...(cell.includes('o') ? ['own', 'own committee'] : []),
        ...(cell.includes('b') ? ['member', 'committee of the member'] : []),
      ],
      publishedOf: cell.includes('p') ? ['own', 'own committee'] : [],
      meetingIds: cell.includes('m') ? ['named'] : [],
    });
  });
});

describe('somebody without any right', () => {
  const nobody: Actor = { ...actorWith('member'), grants: [] };

  it.each(actions)('may %s nowhere', (action) => {
    expect(findScope(nobody, action)).toBeNull();
    for (const { place } of Object.values(places)) expect(may(nobody, action, place)).toBe(false);
  });
});

function actorWith(role: Role): Actor {
  const grant: Grant =
    role === 'meeting_host'
      ? { role, institutionId: null, meetingId: 'named', own: [], beneath: [] }
      : {
          role,
          institutionId: 'own',
          meetingId: null,
          own: ['own', 'own committee'],
          beneath: ['member', 'committee of the member'],
        };
  return { personId: 'somebody', channel: 'host', requestId: null, grants: [grant] };
}
