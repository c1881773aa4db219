import type { Role } from '#contracts';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import type { Maker, RoleWorld, Side } from '../role-world.js';

/*
 * Every route of the api, asked over HTTP by everybody, for something of their own (o), of a member institution of
 * theirs (b) and of a foreign one (f). Of a list it is shown what the letters say. `-`: refused altogether.
 */
export const columns = [
  'owner',
  'network_coordinator',
  'cluster_manager',
  'organisation_manager',
  'assistant',
  'meeting_host',
  'funder',
  'member',
  null,
] as const satisfies readonly (Role | null)[];

export interface Request {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Case {
  /** owner, coordinator, cluster manager, organisation manager, assistant, meeting host, funder, member, nobody */
  readonly allowed: string;
  readonly ask: Maker<Request>;
  /** For lists: a row of the side, whose id is to be found in the reply or not. */
  readonly row?: Maker<string>;
}

export const everybody = ' obf obf obf obf obf obf obf obf obf ';
export const term = { validFrom: '2026-01-01' };
export const nothing = () => ({});
export type More = Omit<Request, 'params'>;
export const of =
  (make: Maker<string>, more: More | ((world: RoleWorld, side: Side) => Promise<More>) = {}) =>
  async (world: RoleWorld, side: Side): Promise<Request> => ({
    params: { id: await world.made(make, side) },
    ...(typeof more === 'function' ? await more(world, side) : more),
  });
export const institution = (world: RoleWorld, side: Side) => world.institution(side);
export const committee = (world: RoleWorld, side: Side) => world.committee(side);
export const person = (world: RoleWorld, side: Side) => world.person(side);
export const membership = (world: RoleWorld, side: Side) => world.membership(side);
export const office = (world: RoleWorld, side: Side) => world.office(side);
export const meeting = (world: RoleWorld, side: Side) => world.meeting(side);
export const draft = (world: RoleWorld, side: Side) => world.meeting(side, 'draft');
export const invitation = (world: RoleWorld, side: Side) => world.invitation(side);
export const grant = (world: RoleWorld, side: Side) => world.grant(side);
export const entry = (world: RoleWorld, side: Side) => world.auditEntry(side);
export const duplicate = (world: RoleWorld, side: Side) => world.duplicate(side);
export const proposal = (world: RoleWorld, side: Side) => world.proposal(side);
export const mail = (world: RoleWorld, side: Side) => world.mail(side);
export const audience = (world: RoleWorld, side: Side) => world.audience(side);
export const tag = (world: RoleWorld, side: Side) => world.tag(side);
export const invite = async (world: RoleWorld, side: Side) => ({
  params: { id: await world.meeting(side) },
  body: askingFor(holdersIn(world.audienceId)),
});
export const imported = (world: RoleWorld, side: Side) => world.importRun(side);
export const png = Buffer.from('\u0089PNG\r\n\u001a\n picture', 'latin1');
export const token = 'a'.repeat(32);

/** The cases of some routes, by their names in the contract. */
export type Cases = Readonly<Record<string, Case>>;
