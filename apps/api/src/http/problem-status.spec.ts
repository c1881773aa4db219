import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actions, auditActions } from '#contracts';
import { errorText, isErrorCode, translator } from '#i18n';
import { statusOfCode } from './problem-status.js';

const ROOT = join(import.meta.dirname, '../../../..');
const SOURCES = ['libs', 'apps/api/src', 'apps/worker/src', 'apps/cli/src'];
const THROWN = /new DomainError\(\s*'([^']+)'/g;
const REFUSED_BY_CONTRACT = /'((?:validation|meeting|period)\.[a-z][a-z-]*)'/g;

function codesIn(folders: string[], code: RegExp): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(ROOT, folder, file),
    ),
  );
  const sources = files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'))
    .map((file) => readFileSync(file, 'utf8'));
  return [...new Set(sources.flatMap((text) => [...text.matchAll(code)].map(([, found = '']) => found)))];
}

describe('codes of refusals', () => {
  const thrown = codesIn(SOURCES, THROWN);
  const named: readonly string[] = [...actions, ...auditActions];
  const inContracts = codesIn(['libs/contracts/src'], REFUSED_BY_CONTRACT).filter(
    (code) => !named.includes(code),
  );

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
