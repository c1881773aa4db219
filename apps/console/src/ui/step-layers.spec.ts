import { stepLayers } from './step-layers.js';

describe('stepLayers', () => {
  it('lays layers on each other, each count lasting until the next day', () => {
    const { most, paths } = stepLayers({
      days: ['2027-03-01', '2027-03-04'],
      layers: [
        { key: 'confirmed', tone: 'good', counts: [1, 2] },
        { key: 'silent', tone: 'quiet', counts: [3, 2] },
      ],
      width: 400,
      height: 100,
    });
    expect(most).toBe(4);
    expect(paths).toEqual([
      { key: 'confirmed', tone: 'good', path: 'M0,75L300,75L300,50L400,50L400,100L300,100L300,100L0,100Z' },
      { key: 'silent', tone: 'quiet', path: 'M0,0L300,0L300,0L400,0L400,50L300,50L300,75L0,75Z' },
    ]);
  });

  it('draws one day as wide as the plot', () => {
    const { paths } = stepLayers({
      days: ['2027-03-01'],
      layers: [{ key: 'silent', tone: 'quiet', counts: [5] }],
      width: 400,
      height: 100,
    });
    expect(paths[0]?.path).toBe('M0,0L400,0L400,100L0,100Z');
  });
});
