import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const [forTs, forTsx] = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8')).map(
  ({ test: _test, ...options }) => ({ ...options, swcrc: false }),
);

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/test/support/own-realm-environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', forTs],
    '^.+\\.tsx$': ['@swc/jest', forTsx],
    '/node_modules/.+\\.[cm]?js$': '<rootDir>/test/support/loaded-by-node.mjs',
  },
  // None, or packages would not be transformed.
  transformIgnorePatterns: [],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

const onPostgres = {
  ...base,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

export default {
  // For machines that are busy: a limit to hangs, no demand on speed.
  testTimeout: 120_000,
  // One more than cores: much of what runs waits for PostgreSQL, a browser or a child process.
  maxWorkers: availableParallelism() + 1,
  // Node never gives back the modules of a file that has run.
  workerIdleMemoryLimit: '1GB',
  workerGracefulExitTimeout: 10_000,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  reporters: ['default', '<rootDir>/test/support/under-way-reporter.mjs'],
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps}/**/*.spec.{ts,tsx}'] },
    { ...onPostgres, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'screens', testMatch: ['<rootDir>/test/screens/**/*.spec.ts'] },
    // Whole installations in processes of their own, and what takes ten thousand rows of everything.
    { ...onPostgres, displayName: 'launch', testMatch: ['<rootDir>/test/launch/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'scale', testMatch: ['<rootDir>/test/scale/**/*.spec.ts'] },
    { ...base, displayName: 'interop', testMatch: ['<rootDir>/test/interop/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'bench', testMatch: ['<rootDir>/test/bench/**/*.bench.ts'] },
    { ...onPostgres, displayName: 'race', testMatch: ['<rootDir>/test/race/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.spec.ts'] },
    {
      ...onPostgres,
      displayName: 'redis',
      // What goes through jobs, and what kills the workers that do them.
      testMatch: [
        '<rootDir>/test/integration/{import,mail,papers,queue}/**/*.spec.ts',
        '<rootDir>/test/integration/participation/inviting.spec.ts',
        '<rootDir>/test/faults/**/*.spec.ts',
        '<rootDir>/test/redis/*.spec.ts',
      ],
      setupFiles: ['<rootDir>/test/support/use-redis.ts'],
    },
  ],
};
