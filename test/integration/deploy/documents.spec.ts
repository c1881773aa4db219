import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadLauncherConfig, settingsSchema } from '#config';
import { project } from '../../support/project-copy.js';

const read = (path: string): string => readFileSync(join(project, path), 'utf8');

/** Setting → default, as the table of the README has them; a row may name several. */
function settingsInReadme(): ReadonlyMap<string, string> {
  const [, part = ''] = read('README.md').split(/^## Settings$/m);
  const [table = ''] = part.split(/^## /m);
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.flatMap((row) => {
      const [, names = '', defaults = ''] = row.split('|').map((cell) => cell.trim());
      const values = defaults.split(', ');
      return names.split(', ').map((name, index) => {
        const own = values.length > 1 ? values[index] : values[0];
        return [name.replaceAll('`', ''), own ?? ''] as const;
      });
    }),
  );
}

describe('README.md', () => {
  it('names every setting, and no other', () => {
    expect([...settingsInReadme().keys()].toSorted()).toEqual(Object.keys(settingsSchema.shape).toSorted());
  });

  it('says what holds where a setting is not set', () => {
    const documented = settingsInReadme();
    const fixed = Object.entries(settingsSchema.parse({})).filter(([, value]) => typeof value !== 'object');
    expect(fixed).toHaveLength(5);
    for (const [name, value] of fixed)
      expect([name, documented.get(name)]).toEqual([name, `\`${String(value)}\``]);
    const config = loadLauncherConfig({ PORT: '4000', PUBLIC_URL: '' });
    expect(config.publicUrl).toBe('http://localhost:4000');
    expect(documented.get('PUBLIC_URL')).toContain('http://localhost:');
    expect(config.mailFrom).toEqual({ name: 'Jourfixe', address: 'jourfixe@localhost' });
    expect(documented.get('MAIL_FROM')).toContain('Jourfixe <jourfixe@');
  });

  it('calls only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
    const called = [...read('README.md').matchAll(/^(?:\S+=\S+ )*npm (?:run )?(\w[\w:-]*)/gm)].map(
      ([, name]) => name,
    );
    expect(called).toEqual(expect.arrayContaining(['start', 'test', 'demo']));
    expect(called.filter((name) => !(String(name) in scripts))).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...documents('docs')])(
    '%s links only to what is there',
    (file) => {
      const links = [...read(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
      const own = links.filter((link) => !/^[a-z]+:/.test(link));
      expect(own.filter((link) => !existsSync(join(project, dirname(file), link)))).toEqual([]);
    },
  );

  it.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...documents('docs')])(
    '%s names only files and folders that are there',
    (file) => {
      const named = [
        ...read(file).matchAll(/`((?:apps|libs|test|scripts|migrations|docs|deploy)\/[^`\s*…{<]*)`/g),
      ];
      expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(project, path)))).toEqual(
        [],
      );
    },
  );
});

function documents(folder: string): readonly string[] {
  return globSync(`${folder}/**/*.md`, { cwd: project });
}
