import type { OfficeKind } from '#contracts';
import { UnitOfWork } from '#database';
import { newId } from '#kernel';
import { aMandate, anOffice, aPerson } from '../factories/directory.factory.js';
import { aKey } from '../factories/access.factory.js';
import type { TestApi } from './test-api.js';
import { TestBrowser } from './test-browser.js';

/** Somebody with a right, and a browser that acts as them. */
export interface Officer {
  readonly id: string;
  readonly officeId: string;
  readonly browser: TestBrowser;
}

/** Somebody at home in the institution who holds an office of this kind there. */
export async function anOfficer(api: TestApi, kind: OfficeKind, institutionId: string): Promise<Officer> {
  const { reader } = api.app.get(UnitOfWork);
  const { id } = await aPerson(reader, { homeInstitutionId: institutionId });
  const office = await anOffice(reader, { institutionId, kind });
  await aMandate(reader, { officeId: office.id, personId: id });
  return { id, officeId: office.id, browser: await browserOf(api, id) };
}

/** A browser that acts as the person, by a key. */
export async function browserOf(api: TestApi, personId: string): Promise<TestBrowser> {
  const key = await aKey(api.app.get(UnitOfWork).reader, personId);
  return new TestBrowser(api.url, { authorization: `Bearer ${key}` });
}

/** Lets the person sign in, straight in the table. */
export async function aLogin(
  api: TestApi,
  personId: string,
  address = `${personId}@firma.example`,
): Promise<void> {
  const { manager } = api.app.get(UnitOfWork).reader;
  const row = { id: newId(), personId, address, addressFolded: address, createdAt: api.clock.now() };
  await manager.insert('Login', row);
}
