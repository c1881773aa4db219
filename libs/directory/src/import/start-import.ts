import { Injectable } from '@nestjs/common';
import { assertMay, scopeOf } from '#access';
import type { Actor } from '#access';
import type { ImportKind } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { FileStore } from '#files';
import { Clock, newId } from '#kernel';
import type { Id } from '#kernel';
import { getInstitution } from '../institution/list-institutions.js';
import { importOwner } from './import-file.js';
import { getImport } from './import-view.js';
import type { ImportView } from './import-view.js';
import { guessMapping, signatureOf } from './reading/mapping.js';
import type { Mapping } from './reading/mapping.js';
import { readHead } from './reading/read-records.js';
import { ImportMapping } from './tables/import-mapping.entity.js';
import { ImportRun } from './tables/import-run.entity.js';

export interface HandedIn {
  readonly institutionId: Id;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Takes a file in, and says what its columns probably are. */
@Injectable()
export class StartImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads the whole file once before anything is written, then keeps it. Throws `access.denied`,
   * `institution.not-found`, `import.only-titles`, `file.too-large` and what `readSheet` refuses.
   */
  async start(actor: Actor, { institutionId, kind, fileName, bytes }: HandedIn): Promise<ImportView> {
    assertMayImport(actor, kind, institutionId);
    const { reader } = this.unitOfWork;
    await getInstitution(reader, scopeOf(actor, 'institution.read'), institutionId);
    const { columns, rows } = await readHead(bytes);
    const id = newId();
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const file = await this.files.put(tx, { bytes, owner: importOwner(id), public: false, at: now });
      const titles = columns.map(({ title }) => title);
      const remembered = await findMapping(tx, institutionId, signatureOf(kind, titles));
      const run: ImportRun = {
        id,
        kind,
        institutionId,
        fileId: file.id,
        fileName,
        columns,
        mapping: remembered ?? guessMapping(kind, titles),
        mappingRemembered: remembered !== undefined,
        state: 'mapping',
        rows,
        counts: null,
        fingerprint: null,
        operationId: null,
        createdBy: actor.personId,
        createdAt: now,
      };
      await insertRows(tx, ImportRun, [run]);
      return getImport(tx, scopeOf(actor, 'directory.import'), id);
    });
  }
}

/** Whoever imports does what the rows do: adds people, or organisations as members. Throws `access.denied`. */
export function assertMayImport(actor: Actor, kind: ImportKind, institutionId: Id): void {
  const place = { institutionIds: [institutionId] };
  assertMay(actor, 'directory.import', place);
  assertMay(actor, kind === 'people' ? 'person.create' : 'membership.change', place);
}

async function findMapping(tx: Tx, institutionId: Id, signature: string): Promise<Mapping | undefined> {
  const found = await tx.manager.findOneBy(ImportMapping, { institutionId, signature });
  return found?.mapping;
}
