import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { catalogues } from './catalogues.js';

type Texts = ReadonlyMap<string, string>;

const root = resolve(import.meta.dirname, '../../..');
const german = textsOf(catalogues.de);
const english = textsOf(catalogues.en);

describe('the catalogues', () => {
  it('have the same keys in German and English', () => {
    expect([...english.keys()].toSorted()).toEqual([...german.keys()].toSorted());
  });

  it('use the same placeholders', () => {
    const differing = [...german].filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(english.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('have no empty text and none with a stray space', () => {
    const wrong = [...german, ...english].filter(([, text]) => text === '' || text !== text.trim());
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('give every plural a form for one and for others', () => {
    const lonely = [...german.keys()].filter(
      (key) => key.endsWith('_one') && !german.has(key.replace(/_one$/, '_other')),
    );
    expect(lonely).toEqual([]);
  });

  it('have a text for every error that the code raises', () => {
    const thrown = sources('apps', 'libs').flatMap((text) => found(text, /new DomainError\(\s*'([^']+)'/g));
    const refused = sources('libs/contracts').flatMap((text) => found(text, /'(validation\.[a-z-]+)'/g));
    const named = sources('apps/api/src/http').flatMap((text) =>
      /byCode/.test(text) ? found(text, /'([a-z-]+(?:\.[a-z-]+)*)'/g) : [],
    );
    const raised = [...thrown, ...refused, ...named];
    expect([...new Set(raised)].filter((code) => !german.has(`errors.${code}`))).toEqual([]);
  });

  it('have no text for an error that nobody raises', () => {
    const code = sources('apps', 'libs', 'scripts').join('\n');
    const isRaised = (error: string) =>
      code.includes(`'${error}'`) || code.includes(`\`${error.split('.')[0]}.\${`);
    const errors = [...german.keys()]
      .filter((key) => key.startsWith('errors.'))
      .map((key) => key.slice('errors.'.length));
    expect(errors.filter((error) => !isRaised(error))).toEqual([]);
  });
});

function textsOf(tree: object, prefix = ''): Texts {
  const found = Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? [...textsOf(value, `${prefix}${key}.`)]
      : [[`${prefix}${key}`, String(value)] as const],
  );
  return new Map(found);
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name = '']) => name.trim()).toSorted();
}

function sources(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$|node_modules|[/\\]dist[/\\]/.test(path))
        .map((path) => readFileSync(join(root, folder, path), 'utf8')),
    );
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, code = '']) => code);
}
