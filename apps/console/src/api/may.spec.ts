import type { MeDto } from '#contracts';
import { may } from './may.js';

const me = (role: Partial<MeDto['roles'][number]>): Pick<MeDto, 'roles'> => ({
  roles: [
    {
      role: 'cluster_manager',
      institutionId: 'own',
      meetingId: null,
      own: ['own', 'committee'],
      beneath: ['member'],
      rights: [],
      ...role,
    },
  ],
});

describe('what makes sense to show', () => {
  it.each([
    ['everywhere', { institutionIds: ['foreign'] }, true],
    ['beneath', { institutionIds: ['member'] }, true],
    ['beneath', { institutionIds: ['foreign'] }, false],
    ['own', { institutionIds: ['foreign', 'committee'] }, true],
    ['own', { institutionIds: ['member'] }, false],
    ['own', undefined, true],
    ['meeting', { institutionIds: ['own'], meetingId: 'other' }, false],
  ] as const)('is told by the reach: %s of %j: %s', (reach, place, shown) => {
    const rights = [{ action: 'meeting.change', reach }] as const;
    expect(may(me({ rights: [...rights] }), 'meeting.change', place)).toBe(shown);
    expect(may(me({ rights: [...rights] }), 'audit.read', place)).toBe(false);
  });

  it('is told by the meeting for who is named for one', () => {
    const host = me({ meetingId: 'this', rights: [{ action: 'meeting.change', reach: 'meeting' }] });
    expect(may(host, 'meeting.change', { institutionIds: [], meetingId: 'this' })).toBe(true);
  });
});
