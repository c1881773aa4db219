import { foldAddress, planAddresses, reachableAddress } from './address.rules.js';

const stored = (id: string, address: string, preferred = false) => ({
  id,
  address,
  addressFolded: foldAddress(address),
  preferred,
});

const address = (name: string, preferred: boolean, state: 'ok' | 'bounced' | 'unsubscribed') => ({
  address: `${name}@x.example`,
  preferred,
  state,
});

describe('planAddresses', () => {
  it('adds, removes and changes only what differs', () => {
    const present = [
      stored('1', 'a@x.example', true),
      stored('2', 'b@x.example'),
      stored('3', 'c@x.example'),
    ];
    expect(planAddresses(present, ['B@x.example', 'c@x.example', 'd@x.example'])).toEqual({
      removed: ['1'],
      changed: [{ id: '2', address: 'B@x.example', addressFolded: 'b@x.example', preferred: true }],
      added: [{ address: 'd@x.example', addressFolded: 'd@x.example', preferred: false }],
    });
  });

  it('is no plan when nothing differs', () => {
    expect(planAddresses([stored('1', 'a@x.example', true)], ['a@x.example'])).toBeNull();
    expect(planAddresses([], [])).toBeNull();
  });

  it('refuses the same address twice, whatever the case', () => {
    expect(() => planAddresses([], ['a@x.example', 'A@X.example'])).toThrow('person.address-twice');
  });
});

describe('reachableAddress', () => {
  it.each([
    ['the preferred one', [address('b', false, 'ok'), address('a', true, 'ok')], 'a@x.example', 'ok'],
    ['the next that works', [address('a', true, 'bounced'), address('b', false, 'ok')], 'b@x.example', 'ok'],
    [
      'none, for the preferred one’s reason',
      [address('b', false, 'bounced'), address('a', true, 'unsubscribed')],
      null,
      'unsubscribed',
    ],
    ['none where there is none', [], null, 'none'],
  ])('is %s', (_, addresses, expected, addressState) => {
    expect(reachableAddress(addresses)).toEqual({ address: expected, addressState });
  });
});
