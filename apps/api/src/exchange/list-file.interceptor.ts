import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { firstValueFrom, from } from 'rxjs';
import type { Observable } from 'rxjs';
import { fileQuery, isPaged, MOST_PER_PAGE } from '#contracts';
import type { Endpoint, ListName } from '#contracts';
import { everyItem } from '#database';
import type { Page } from '#database';
import { pickLanguage } from '#i18n';
import type { SheetCell } from '#sheets';
import { parseInput } from '../http/parse-input.js';
import { endpointCalled } from '../http/endpoint-of.js';
import { asFile } from './as-file.js';
import { isListName, listSheets } from './sheets/list-sheets.js';
import { sheetWords } from './sheets/sheet-words.js';
import type { SheetWords } from './sheets/sheet-words.js';

const wishedFile = fileQuery.required({ format: true });

/**
 * Answers any list as a file where `?format=` asks for one: the list's own handler is called page by page while the file
 * is sent (once, if it answers whole), so a file holds what the list shows to this caller under these filters, and nothing else. What is refused is
 * refused before the first byte. Has to be the innermost interceptor: the others see one reply.
 */
@Injectable()
export class ListFileInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = endpointCalled(context);
    if (!isListName(endpoint.name)) return next.handle();
    const request = context.switchToHttp().getRequest<ListRequest>();
    if (!('format' in request.query)) return next.handle();
    const list: ListCall = { name: endpoint.name, endpoint, request, next };
    return from(fileOf(list));
  }
}

/** What its handler is asked comes from `query`, every time it is called. */
type ListRequest = Omit<FastifyRequest, 'query'> & { query: object };

/** A list that comes whole says nothing of what follows. */
type Answer = Pick<Page<unknown>, 'items'> & Partial<Page<unknown>>;

interface ListCall {
  readonly name: ListName;
  readonly endpoint: Endpoint;
  readonly request: ListRequest;
  readonly next: CallHandler;
}

async function fileOf({ name, endpoint, request, next }: ListCall): Promise<StreamableFile> {
  const asked = request.query;
  const { format, lang, zone } = wishedFile.parse(parseInput(endpoint, request).query);
  const paged = isPaged(endpoint);
  const read = async (cursor: string | undefined): Promise<Page<unknown>> => {
    if (paged) request.query = { ...asked, cursor, limit: String(MOST_PER_PAGE) };
    const { items, next: following = null } = await firstValueFrom<Answer>(next.handle());
    return { items, next: following };
  };
  const first = await read(undefined);
  const pages = everyItem((cursor) => (cursor === undefined ? Promise.resolve(first) : read(cursor)));
  const language = lang ?? pickLanguage(request.headers['accept-language']);
  return asFile(rowsOf(name, pages, sheetWords(language, zone)), { name, format, language });
}

async function* rowsOf(
  name: ListName,
  pages: AsyncIterable<readonly unknown[]>,
  words: SheetWords,
): AsyncGenerator<readonly SheetCell[]> {
  // What the handler of the list gives is what its contract says: `Route` has checked it.
  const sheet = listSheets[name] as {
    rows(item: unknown, words: SheetWords): readonly (readonly SheetCell[])[];
  };
  yield listSheets[name].titles.map((title) => words.t(title));
  for await (const items of pages) {
    for (const item of items) yield* sheet.rows(item, words);
  }
}
