import type { ImportDto } from '#contracts';
import { eventually } from './eventually.js';
import { handIn } from './imports.js';
import type { TestBrowser } from './test-browser.js';

const home = 'Anrede;Titel;Vorname;Nachname;Funktion;E-Mail;Lieblingsfarbe';
const people = {
  first: 'Frau;Dr.;Mila;Muster;Leiterin;mila.muster@optonet.example;blau',
  changed: 'Frau;Prof. Dr.;Mila;Muster;Geschäftsführerin;mila.muster@optonet.example;grün',
  added: 'Herr;;Noah;Neumann;Referent;noah@optonet.example;',
  wrong: 'Signora;;Olga;Ohnesorg;;keine-adresse;',
};

/** Files at every step of their way into the directory; the product's worker takes its part. */
export async function fillImports(
  browser: TestBrowser,
  institutionId: string,
): Promise<{ mapping: string; checked: string; done: string }> {
  const start = async (...rows: readonly string[]) => {
    const content = [home, ...rows].join('\r\n');
    return (
      await handIn(browser, { kind: 'people', institutionId, content, fileName: 'mitglieder-2027.csv' })
    ).body;
  };
  const done = await start(people.first);
  await check(browser, done);
  await browser.post(`/api/v1/imports/${done.id}/confirm`, {});
  await reaches(browser, done.id, 'done');
  const checked = await start(people.changed, people.added, people.wrong);
  await check(browser, checked);
  const mapping = await start(people.added);
  return { mapping: mapping.id, checked: checked.id, done: done.id };
}

async function check(browser: TestBrowser, { id, columns }: ImportDto): Promise<void> {
  const mapping = columns.map(({ field }) => field);
  await browser.post(`/api/v1/imports/${id}/check`, { mapping });
  await reaches(browser, id, 'checked');
}

async function reaches(browser: TestBrowser, id: string, state: ImportDto['state']): Promise<void> {
  await eventually(
    async () => (await browser.get<ImportDto>(`/api/v1/imports/${id}`)).body.state === state,
    30,
  );
}
