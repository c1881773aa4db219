import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readOrCreateSecretKeys } from './index.js';

describe('readOrCreateSecretKeys', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'secret key '))));
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('makes a key once, for its owner only', () => {
    const keys = readOrCreateSecretKeys(join(dataDir, 'new'));
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(readOrCreateSecretKeys(join(dataDir, 'new'))).toEqual(keys);
    expect(statSync(join(dataDir, 'new/secret-key')).mode & 0o777).toBe(0o600);
  });

  it('reads several, newest first', () => {
    writeFileSync(join(dataDir, 'secret-key'), 'newer\nolder\n');
    expect(readOrCreateSecretKeys(dataDir)).toEqual(['newer', 'older']);
  });

  it('says in one line when the folder cannot be used', () => {
    writeFileSync(join(dataDir, 'file'), '');
    expect(() => readOrCreateSecretKeys(join(dataDir, 'file'))).toThrow(ConfigError);
    expect(() => readOrCreateSecretKeys(join(dataDir, 'file'))).toThrow(/^DATA_DIR .*file cannot be used/);
    expect(readFileSync(join(dataDir, 'file'), 'utf8')).toBe('');
  });
});
