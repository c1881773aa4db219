import { whereFor } from './where.js';

const nothing = { room: null, street: null, postcode: null, city: null, directions: null };
const place = { ...nothing, name: 'Werk 2' };
const onlineUrl = 'https://meet.example/treffen';

describe('where a meeting is', () => {
  it.each([
    ['anybody', onlineUrl, { place, othersMeetAt: null, online: 'for-guests', onlineUrl: null }],
    ['anybody', null, { place, othersMeetAt: null, online: 'none', onlineUrl: null }],
    ['applicant', onlineUrl, { place, othersMeetAt: null, online: 'for-guests', onlineUrl: null }],
    ['invitee', onlineUrl, { place, othersMeetAt: null, online: 'open', onlineUrl }],
    ['invitee', null, { place, othersMeetAt: null, online: 'none', onlineUrl: null }],
    ['online', onlineUrl, { place: null, othersMeetAt: place, online: 'open', onlineUrl }],
    ['online', null, { place: null, othersMeetAt: place, online: 'to-follow', onlineUrl: null }],
  ] as const)('reads for %s, with the address %s', (reader, address, where) => {
    expect(whereFor({ place, onlineUrl: address }, reader)).toEqual(where);
  });
});
