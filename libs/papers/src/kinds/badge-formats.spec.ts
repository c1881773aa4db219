import { badgeFormat } from '#contracts';
import { badgeFormats, badgesPerPage } from './badge-formats.js';

describe.each(badgeFormat.options)('%s', (format) => {
  const { page, columns, rows, badge, left, top, pitch } = badgeFormats[format];

  it('lies on its page, in the middle, and no badge on another', () => {
    const right = left + (columns - 1) * pitch.x + badge.width;
    const bottom = top + (rows - 1) * pitch.y + badge.height;
    expect(right).toBeCloseTo(page.width - left, 6);
    expect(bottom).toBeCloseTo(page.height - top, 6);
    expect(pitch.x).toBeGreaterThanOrEqual(badge.width);
    expect(pitch.y).toBeGreaterThanOrEqual(badge.height);
  });

  it('has as many as its name says', () => {
    const expected = format.startsWith('card') ? 1 : format === 'labels-63x38' ? 21 : 10;
    expect(badgesPerPage(badgeFormats[format])).toBe(expected);
  });
});
