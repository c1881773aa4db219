import { isIPv6 } from 'node:net';

const NETWORK_GROUPS = 4;
const GROUPS = 8;

/** The part of a network address that stands for one client: all of IPv4, the first 64 bits of IPv6 (RFC 6177). */
export function clientNetwork(address: string): string {
  const bare = address.split('%')[0] ?? '';
  if (bare.toLowerCase().startsWith('::ffff:') && bare.includes('.')) return bare.slice('::ffff:'.length);
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const zeros = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, NETWORK_GROUPS);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
