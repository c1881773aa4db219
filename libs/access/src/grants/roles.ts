import { actions } from '#contracts';
import type { Action, Role } from '#contracts';

/**
 * How far a right goes from where the role is held: everywhere; the institution, its committees and its members of
 * today; the institution and its committees; or one meeting.
 */
export type Reach = 'everywhere' | 'beneath' | 'own' | 'meeting';

type Rights = Readonly<Partial<Record<Action, Reach>>>;

const everything: Rights = Object.fromEntries(actions.map((action) => [action, 'everywhere']));

/** Who keeps the directory of a network or a cluster, and holds its meetings. */
const coordinator: Rights = {
  'institution.read': 'everywhere',
  'institution.create': 'own',
  'institution.change': 'beneath',
  'membership.change': 'own',
  'office.change': 'beneath',
  'mandate.change': 'beneath',
  'person.read': 'beneath',
  'person.create': 'beneath',
  'person.change': 'own',
  'person.merge': 'own',
  'audience.use': 'everywhere',
  'audience.change': 'own',
  'directory.import': 'own',
  'directory.export': 'beneath',
  'meeting.read': 'own',
  'meeting.create': 'own',
  'meeting.change': 'own',
  'meeting.invite': 'own',
  'mail.read': 'own',
  'audit.read': 'own',
  'report.read': 'beneath',
};

/** Whoever manages an organisation reaches the organisation itself and its committees. */
const manager: Rights = {
  ...coordinator,
  'institution.change': 'own',
  'office.change': 'own',
  'mandate.change': 'own',
  'person.read': 'own',
  'person.create': 'own',
  'directory.export': 'own',
  'report.read': 'own',
};

/** Prepares and writes, but neither decides who holds an office nor makes two people one. */
const assistant: Rights = {
  ...manager,
  'institution.create': undefined,
  'mandate.change': undefined,
  'person.merge': undefined,
};

/**
 * The rights of every role, and how far each goes. What is not named is not allowed. Rights follow mandates: whoever
 * hands an office over loses them that day.
 */
export const rightsOf: Readonly<Record<Role, Rights>> = {
  owner: everything,
  network_coordinator: coordinator,
  cluster_manager: coordinator,
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
  member: { 'institution.read': 'own', 'meeting.read': 'own' },
};
