import { delayAfter } from './due-work-runner.js';

describe('delayAfter', () => {
  it.each([
    [1, 10],
    [2, 20],
    [5, 160],
    [9, 2560],
    [10, 3600],
    [1000, 3600],
  ])('is, after attempt %i, %i seconds', (attempt, seconds) => {
    expect(delayAfter(attempt)).toBe(seconds);
  });
});
