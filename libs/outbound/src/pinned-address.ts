import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Refused } from './fetch-outcome.js';
import { mayConnectTo } from './reachable-address.policy.js';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Asks the name system for all addresses of a name. */
export type Resolve = (name: string) => Promise<readonly ResolvedAddress[]>;

export const resolveName: Resolve = (name) => lookup(name, { all: true, verbatim: true });

/**
 * The addresses a connection to the URL is bound to: asked for once, all of them checked, so that a name that answers
 * otherwise a moment later leads nowhere else. Throws `Refused`.
 */
export async function pinAddresses(
  { hostname }: URL,
  { resolve, allowed }: { readonly resolve: Resolve; readonly allowed: readonly string[] },
): Promise<readonly ResolvedAddress[]> {
  // The URL parser has already read decimal, octal and hexadecimal spellings as the address they are.
  const literal = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  const addresses = family === 0 ? await resolveOrRefuse(hostname, resolve) : [{ address: literal, family }];
  if (addresses.length === 0) throw new Refused('outbound.name-unknown');
  if (!addresses.every(({ address }) => mayConnectTo(address, allowed)))
    throw new Refused('outbound.private-address');
  return addresses;
}

async function resolveOrRefuse(name: string, resolve: Resolve): Promise<readonly ResolvedAddress[]> {
  try {
    return await resolve(name);
  } catch (error) {
    throw new Refused('outbound.name-unknown', {}, { cause: error });
  }
}
