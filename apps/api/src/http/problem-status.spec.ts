import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorText, isErrorCode, translator } from '#i18n';
import { statusOfCode } from './problem-status.js';

const SOURCES = ['libs/*/src/**/*.{ts,tsx}', 'apps/{api,worker,cli}/src/**/*.ts'];
const THROWN = /new DomainError\(\s*'([^']+)'/g;
const REFUSED_BY_CONTRACT = /'((?:validation|meeting|period)\.[a-z][a-z-]*)'/g;

function codesIn(patterns: string[], code: RegExp): string[] {
  const files = globSync(patterns, { cwd: join(import.meta.dirname, '../../../..') });
  const sources = files
    .filter((file) => !file.includes('.spec.'))
    .map((file) => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8'));
  return [...new Set(sources.flatMap((text) => [...text.matchAll(code)].map(([, found = '']) => found)))];
}

describe('codes of refusals', () => {
  const thrown = codesIn(SOURCES, THROWN);
  const inContracts = codesIn(['libs/contracts/src/**/*.ts'], REFUSED_BY_CONTRACT);

  it('finds the codes in the sources', () => {
    expect(thrown).toContain('access.denied');
    expect(inContracts).toContain('validation.required');
  });

  it('has a status below 500 for every code that is thrown', () => {
    expect(thrown.filter((code) => (statusOfCode(code) ?? 500) >= 500)).toEqual([]);
  });

  it('has a text for every code that is thrown or that a contract names', () => {
    expect([...thrown, ...inContracts].filter((code) => !isErrorCode(code))).toEqual([]);
    expect(errorText(translator('en'), 'access.denied')).toMatch(/permi/);
  });

  it('knows no status for a code that nobody has thought about', () => {
    expect(statusOfCode('meeting.unheard-of')).toBeUndefined();
  });
});
