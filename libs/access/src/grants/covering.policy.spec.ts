import type { Role } from '#contracts';
import type { Actor, Grant } from './actor.js';
import { covers } from './covering.policy.js';

const at = (role: Role, institutionId: string, beneath: readonly string[] = []): Grant => ({
  role,
  institutionId,
  meetingId: null,
  own: [institutionId, `committee of ${institutionId}`],
  beneath,
});
const owner: Grant = { role: 'owner', institutionId: null, meetingId: null, own: [], beneath: [] };
const hostOf = (meetingId: string, meetingOf: readonly string[]): Grant => ({
  role: 'meeting_host',
  institutionId: null,
  meetingId,
  own: [],
  beneath: [],
  meetingOf,
});
const having = (...grants: readonly Grant[]): Actor => ({
  personId: 'somebody',
  channel: 'host',
  requestId: null,
  grants,
});

describe('rights cover', () => {
  it.each([
    ['an owner', owner, 'an owner', owner, true],
    ['an owner', owner, 'a coordinator', at('network_coordinator', 'network', ['cluster']), true],
    ['a manager', at('cluster_manager', 'cluster'), 'an assistant', at('assistant', 'cluster'), true],
    ['a manager', at('cluster_manager', 'cluster'), 'a member', at('member', 'cluster'), true],
    ['a manager', at('cluster_manager', 'cluster'), 'the like', at('cluster_manager', 'cluster'), true],
    ['a manager', at('cluster_manager', 'cluster'), 'one of elsewhere', at('member', 'foreign'), false],
    ['a manager', at('cluster_manager', 'cluster'), 'an owner', owner, false],
    ['an assistant', at('assistant', 'cluster'), 'a manager', at('cluster_manager', 'cluster'), false],
    ['a member', at('member', 'cluster'), 'an assistant', at('assistant', 'cluster'), false],
    [
      'a manager of a cluster',
      at('cluster_manager', 'cluster', ['company']),
      'a coordinator of the same',
      at('network_coordinator', 'cluster', ['company']),
      false,
    ],
    [
      'a coordinator',
      at('network_coordinator', 'network', ['cluster', 'committee of cluster']),
      'the manager of a member',
      at('cluster_manager', 'cluster'),
      false,
    ],
    [
      'a manager',
      at('cluster_manager', 'cluster'),
      'a host of an own meeting',
      hostOf('m', ['x', 'cluster']),
      true,
    ],
    ['a manager', at('cluster_manager', 'cluster'), 'a host of a foreign one', hostOf('m', ['x']), false],
    ['a host', hostOf('m', ['cluster']), 'another host of it', hostOf('m', ['cluster']), true],
    ['a host', hostOf('m', ['cluster']), 'a host of another', hostOf('n', ['cluster']), false],
    [
      'a funder',
      at('funder', 'network', ['cluster']),
      'a funder of more',
      at('funder', 'network', ['a', 'b']),
      false,
    ],
  ] as const)('of %s (%j): those of %s', (...[, mine, , theirs, covered]) => {
    expect(covers(having(mine), [theirs])).toBe(covered);
  });

  it('every one of them, not some', () => {
    const manager = having(at('cluster_manager', 'cluster'));
    expect(covers(manager, [])).toBe(true);
    expect(covers(manager, [at('member', 'cluster'), at('member', 'foreign')])).toBe(false);
  });

  it('nothing for somebody without rights, except those who have none either', () => {
    expect(covers(having(), [at('member', 'cluster')])).toBe(false);
    expect(covers(having(), [])).toBe(true);
  });
});
