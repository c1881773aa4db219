import { actions } from '#contracts';
import type { Action, Reach, Role } from '#contracts';

/**
 * How far a right goes from where the role is held: everywhere; `beneath`: the institution, its committees and its
 * members of today; `own`: the institution and its committees; `published`: what these have published to their members;
 * or one meeting.
 */
type Rights = Readonly<Partial<Record<Action, Reach>>>;

const everything: Rights = Object.fromEntries(actions.map((action) => [action, 'everywhere']));

/** Prepares and writes, but decides neither who belongs, who holds an office, who may do what, nor who is one person. */
const assistant: Rights = {
  'institution.read': 'everywhere',
  'institution.change': 'own',
  'office.change': 'own',
  'person.read': 'own',
  'person.create': 'own',
  'person.change': 'own',
  'audience.use': 'everywhere',
  'audience.change': 'own',
  'meeting.read': 'own',
  'meeting.create': 'own',
  'meeting.change': 'own',
  'meeting.invite': 'own',
  'mail.read': 'own',
  'report.read': 'own',
};

/** Keeps what is the institution's own, holds its meetings and says who helps. */
const manager: Rights = {
  ...assistant,
  'institution.create': 'own',
  'membership.change': 'own',
  'mandate.change': 'own',
  'person.merge': 'own',
  'directory.import': 'own',
  'audit.read': 'own',
  'grant.read': 'own',
  'grant.change': 'own',
  'login.give': 'own',
};

/**
 * Keeps the network's list: who its members are and who holds their offices. Their meetings, people and log are the
 * members' own affair.
 */
const coordinator: Rights = {
  ...manager,
  'institution.change': 'beneath',
  'office.change': 'beneath',
  'mandate.change': 'beneath',
  'person.read': 'beneath',
  'person.create': 'beneath',
  'report.read': 'beneath',
};

/**
 * The rights of every role, and how far each goes. What is not named is not allowed. Rights follow mandates: whoever
 * hands an office over loses them that day. `roles.spec.ts` says the same once more, by outcome.
 */
export const rightsOf: Readonly<Record<Role, Rights>> = {
  owner: everything,
  network_coordinator: coordinator,
  // The companies in a cluster keep themselves; the cluster has to know whom to write to there.
  cluster_manager: { ...manager, 'person.read': 'beneath' },
  organisation_manager: manager,
  assistant,
  meeting_host: {
    'institution.read': 'everywhere',
    'audience.use': 'everywhere',
    'meeting.read': 'meeting',
    'meeting.change': 'meeting',
    'meeting.invite': 'meeting',
    'mail.read': 'meeting',
  },
  funder: { 'institution.read': 'beneath', 'report.read': 'beneath' },
  member: { 'institution.read': 'own', 'meeting.read': 'published' },
};
