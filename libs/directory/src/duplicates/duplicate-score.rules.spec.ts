import type { DuplicateReason } from '#contracts';
import { duplicateScore, isSuggestion } from './duplicate-score.rules.js';

describe('whether two people may be one', () => {
  it.each<[DuplicateReason[], number, boolean]>([
    [['same-name', 'same-address', 'same-institution'], 100, true],
    [['same-name', 'same-institution'], 80, true],
    [['same-address', 'alike-name'], 80, true],
    [['same-name'], 60, true],
    [['same-address'], 50, true],
    [['alike-name', 'same-institution'], 50, true],
    [['alike-name'], 30, false],
    [['same-institution'], 20, false],
    [[], 0, false],
  ])('%j: %i, suggested: %s', (reasons, score, suggested) => {
    expect(duplicateScore(reasons)).toBe(score);
    expect(isSuggestion(reasons)).toBe(suggested);
  });
});
