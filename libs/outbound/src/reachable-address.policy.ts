import ipaddr from 'ipaddr.js';

/**
 * Whether a connection may go to this address: one that the whole internet routes, or one in a network that the operator
 * allows (`10.0.0.0/8`, `192.0.2.7`). Private, loopback, link-local, shared (CGNAT), multicast, unique-local and every
 * other special range is refused; IPv4 in IPv6 clothes counts as the IPv4 address it is.
 */
export function mayConnectTo(address: string, allowed: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' || allowed.some((network) => contains(network, parsed));
}

function contains(network: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const [base, prefix] = network.includes('/')
    ? ipaddr.parseCIDR(network)
    : [ipaddr.parse(network), ipaddr.parse(network).kind() === 'ipv4' ? 32 : 128];
  return base.kind() === address.kind() && address.match(base, prefix);
}
