import { createRequire } from 'node:module';
import vm from 'node:vm';
import { ModuleMocker } from 'jest-mock';

/** What Jest passes on as a test file's context, and the functions below take for none. */
const OWN_REALM = {};

const { compileFunction, SourceTextModule, SyntheticModule } = vm;

vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(code, parameters, parsingContext === OWN_REALM ? options : { ...options, parsingContext });
vm.SourceTextModule = inOwnRealm(SourceTextModule);
vm.SyntheticModule = inOwnRealm(SyntheticModule);

/** For `loaded-by-node.mjs`. */
globalThis.requireByNode = createRequire(import.meta.url);

function inOwnRealm(Module) {
  return class extends Module {
    constructor(content, ...rest) {
      const { context, ...options } = rest.pop();
      super(content, ...rest, context === OWN_REALM ? options : { ...options, context });
    }
  };
}

/**
 * Runs test files in Node's own realm, so that they can share the packages that Node has loaded (`loaded-by-node.mjs`);
 * in a context of its own, each would load them again, and an `instanceof` would not know what comes from Node. A file
 * still has modules of its own; what it adds to `globalThis` and changes in `process.env` is taken back.
 */
export default class OwnRealmEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #conditions;
  #names = new Set(Reflect.ownKeys(globalThis));
  #env = { ...process.env };
  /** What Jest replaces. */
  #replaced = [
    [globalThis, { console }],
    [process, { exit: process.exit, getBuiltinModule: process.getBuiltinModule }],
  ];

  constructor({ projectConfig }) {
    this.#conditions = projectConfig.testEnvironmentOptions.customExportConditions;
  }

  async setup() {}

  async teardown() {
    for (const name of Reflect.ownKeys(globalThis))
      if (!this.#names.has(name)) Reflect.deleteProperty(globalThis, name);
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
    for (const [target, properties] of this.#replaced) Object.assign(target, properties);
  }

  exportConditions() {
    return this.#conditions;
  }

  getVmContext() {
    return OWN_REALM;
  }
}
