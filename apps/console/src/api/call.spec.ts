import { endpoints } from '#contracts';
import { addressOf } from './call.js';

describe('the address of a call', () => {
  it('keeps what a list is narrowed down to, and leaves out what is not set', () => {
    const query = { when: 'past', state: undefined, format: 'csv', lang: 'de', zone: 'Europe/Berlin' };
    expect(addressOf(endpoints.listMeetings, { query })).toBe(
      '/api/v1/meetings?when=past&format=csv&lang=de&zone=Europe%2FBerlin',
    );
  });

  it('puts ids in their places', () => {
    const input = { params: { id: 'a/b' }, query: {} };
    expect(addressOf(endpoints.listMembers, input)).toBe('/api/v1/institutions/a%2Fb/members');
  });
});
