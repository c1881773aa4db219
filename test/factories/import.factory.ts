import type { Reader } from '#database';
import { PostgresFileStore } from '#files';
import { newId, Temporal } from '#kernel';

const at = Temporal.Instant.from('2026-01-05T08:00:00Z');

/** A file of one person that was handed in for an institution; `checked` after its dry run. Gives the import's id. */
export async function anImportRun(
  reader: Reader,
  { institutionId, state }: { readonly institutionId: string; readonly state: 'mapping' | 'checked' },
): Promise<string> {
  const id = newId();
  const file = new PostgresFileStore();
  const bytes = Buffer.from('Vorname;Nachname\nKim;Neu');
  const tx = { manager: reader.manager, afterCommit: () => undefined };
  const kept = await file.put(tx, { bytes, owner: { kind: 'import', id }, public: false, at });
  await reader.manager.insert('ImportRun', {
    id,
    kind: 'people',
    institutionId: institutionId,
    fileId: kept.id,
    fileName: 'liste.csv',
    columns: ['Vorname', 'Nachname'].map((title) => ({ title, samples: [] })),
    mapping: ['givenName', 'familyName'],
    mappingRemembered: false,
    state,
    rows: 1,
    counts: null,
    fingerprint: state === 'checked' ? 'a' : null,
    operationId: null,
    createdBy: null,
    createdAt: at,
  });
  return id;
}
