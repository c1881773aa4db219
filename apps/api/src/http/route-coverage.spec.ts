import { endpoints } from '#contracts';
import { coverageFaults } from './route-coverage.js';

const { getMeeting, listMeetings, createMeeting } = endpoints;

describe('the coverage of the contract', () => {
  it('is complete with one method for each endpoint', () => {
    expect(coverageFaults([getMeeting, listMeetings], [listMeetings, getMeeting])).toEqual([]);
  });

  it('names what is missing, double or unknown', () => {
    expect(coverageFaults([getMeeting, getMeeting, createMeeting], [getMeeting, listMeetings])).toEqual([
      'listMeetings has no method',
      'getMeeting has several methods',
      'createMeeting is not in the contract',
    ]);
  });
});
