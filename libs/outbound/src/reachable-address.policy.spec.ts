import { mayConnectTo } from './reachable-address.policy.js';

describe('an address may be connected to', () => {
  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:93.184.215.14'])(
    '%s, which is public',
    (address) => expect(mayConnectTo(address, [])).toBe(true),
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '192.0.0.1',
    '192.0.2.7',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s, which is not, is refused', (address) => expect(mayConnectTo(address, [])).toBe(false));

  it.each([
    ['10.1.2.3', '10.0.0.0/8', true],
    ['::ffff:10.1.2.3', '10.0.0.0/8', true],
    ['172.16.0.1', '10.0.0.0/8', false],
    ['192.168.0.7', '192.168.0.7', true],
    ['192.168.0.8', '192.168.0.7', false],
    ['fd12::1', 'fd00::/8', true],
    ['fd12::1', '10.0.0.0/8', false],
    ['127.0.0.1', '10.0.0.0/8', false],
  ])('%s where the operator allows %s: %s', (address, network, allowed) =>
    expect(mayConnectTo(address, [network])).toBe(allowed),
  );
});
