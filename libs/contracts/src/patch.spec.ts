import { endpoints } from './index.js';

describe('a merge-patch', () => {
  it.each([
    ['changeInstitution', endpoints.changeInstitution.body],
    ['changePerson', endpoints.changePerson.body],
    ['changeOffice', endpoints.changeOffice.body],
    ['changeMeeting', endpoints.changeMeeting.body],
  ])('leaves absent what is absent: %s', (_, body) => {
    expect(body?.parse({})).toEqual({});
  });

  it('leaves the absent fields of a place absent', () => {
    expect(endpoints.changeMeeting.body?.parse({ place: { room: '1.04' } })).toEqual({
      place: { room: '1.04' },
    });
  });

  it('empties with null, where the input allows it', () => {
    expect(endpoints.changePerson.body?.parse({ phone: null })).toEqual({ phone: null });
    expect(endpoints.changePerson.body?.safeParse({ familyName: null }).success).toBe(false);
  });

  it('keeps the rules of the fields and refuses unknown ones', () => {
    expect(endpoints.changeOffice.body?.safeParse({ seats: 0 }).success).toBe(false);
    expect(endpoints.changeOffice.body?.safeParse({ institutionId: 'x' }).success).toBe(false);
  });
});
