import type { ImportDto, ImportRowDto, OperationDto } from '#contracts';
import { CheckImport, ConfirmImport } from '#directory';
import type { TestApi } from './test-api.js';
import type { Reply, TestBrowser } from './test-browser.js';

export interface HandIn {
  readonly kind: 'people' | 'members';
  readonly institutionId: string;
  readonly content: string | Buffer;
  readonly fileName?: string;
}

/** A file as a browser sends it in a form. */
export async function packed(
  content: string | Buffer,
  fileName = 'liste.csv',
  field = 'file',
): Promise<{ body: Uint8Array; headers: Record<string, string> }> {
  const form = new FormData();
  form.set(field, new Blob([Buffer.from(content)]), fileName);
  const request = new Response(form);
  const type = request.headers.get('content-type') ?? '';
  return { body: new Uint8Array(await request.arrayBuffer()), headers: { 'content-type': type } };
}

/** Hands a file in as the console does. */
export async function handIn(browser: TestBrowser, file: HandIn): Promise<Reply<ImportDto>> {
  const { kind, institutionId, content, fileName } = file;
  const path = `/api/v1/imports?kind=${kind}&institutionId=${institutionId}`;
  return browser.send<ImportDto>('POST', path, await packed(content, fileName));
}

/** Imports as a host in the console does, with the worker's part done here and now. */
export class Importer {
  constructor(
    private readonly api: TestApi,
    private readonly browser: TestBrowser,
  ) {}

  /** Hands in and checks with the mapping that was guessed. */
  async dryRun(file: HandIn): Promise<{ run: ImportDto; rows: readonly ImportRowDto[] }> {
    const { body } = await handIn(this.browser, file);
    return this.check(body);
  }

  async check({ id, columns }: ImportDto): Promise<{ run: ImportDto; rows: readonly ImportRowDto[] }> {
    const mapping = columns.map(({ field }) => field);
    const asked = await this.browser.post<OperationDto>(`/api/v1/imports/${id}/check`, { mapping });
    if (asked.status !== 202) throw new Error(`the dry run was refused: ${JSON.stringify(asked.body)}`);
    await this.api.app.get(CheckImport).work(asked.body.id);
    return { run: await this.show(id), rows: await this.rows(id) };
  }

  async show(id: string): Promise<ImportDto> {
    return (await this.browser.get<ImportDto>(`/api/v1/imports/${id}`)).body;
  }

  async rows(id: string, state?: string): Promise<readonly ImportRowDto[]> {
    const query = state === undefined ? '' : `&state=${state}`;
    const page = await this.browser.get<{ items: ImportRowDto[] }>(
      `/api/v1/imports/${id}/rows?limit=200${query}`,
    );
    return page.body.items;
  }

  async confirm(id: string, body: object = {}): Promise<OperationDto> {
    const asked = await this.browser.post<OperationDto>(`/api/v1/imports/${id}/confirm`, body);
    if (asked.status !== 202) throw new Error(`confirming was refused: ${JSON.stringify(asked.body)}`);
    await this.api.app.get(ConfirmImport).work(asked.body.id);
    return (await this.browser.get<OperationDto>(`/api/v1/operations/${asked.body.id}`)).body;
  }

  /** All of it; returns the operation that wrote. */
  async import(file: HandIn, body: object = {}): Promise<OperationDto> {
    const { run } = await this.dryRun(file);
    return this.confirm(run.id, body);
  }
}
