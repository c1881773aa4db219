import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { endpoints, type Endpoint, type ResponseOf } from '#contracts';
import { call, type CallInput } from './call.js';
import { hasStatus } from './problem-error.js';

type Page<Item> = { items: Item[]; next: string | null };
type ItemOf<E> = ResponseOf<E> extends Page<infer Item> ? Item : never;

/** Nobody needs more than this in one choice; longer lists get a search of their own. */
const MOST_PAGES = 10;

/** The options of a query that asks this endpoint; its key begins with the endpoint's name. */
export function asking<E extends Endpoint>(endpoint: E, input: CallInput<E>) {
  return queryOptions({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }): Promise<ResponseOf<E>> => call(endpoint, { ...input, signal }),
  });
}

interface Asking<Data> {
  /** How long until it is asked again, in milliseconds, while the page is looked at; false for not at all. */
  readonly every?: (data: Data | undefined) => number | false;
  /** Shows what was asked before until the new answer is there. */
  readonly keepsPrevious?: boolean;
  /** Asked whenever the page comes up, however short ago that was before: it hangs on what other pages change. */
  readonly whenShown?: boolean;
}

export function useApi<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  { every = never, keepsPrevious = false, whenShown = false }: Asking<ResponseOf<E>> = {},
) {
  return useQuery({
    ...asking(endpoint, input),
    refetchInterval: ({ state }) => every(state.data),
    ...(keepsPrevious && { placeholderData: keepPreviousData }),
    ...(whenShown && { refetchOnMount: 'always' as const }),
  });
}

function never(): false {
  return false;
}

/** A list page by page: `items` of all pages so far; asked again `every` so many milliseconds, if at all. */
export function useApiPages<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  { every = false }: { readonly every?: number | false } = {},
) {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input), 'pages'],
    queryFn: ({ signal, pageParam }) => pageOf(endpoint, input, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: every,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return { ...query, items };
}

/** All items of a list, for choices: follows the cursor until the end, or until about 2000. */
export function useApiAll<E extends Endpoint>(endpoint: E, input: CallInput<E>) {
  return useQuery({
    queryKey: [...keyOf(endpoint, input), 'all'],
    queryFn: async ({ signal }) => {
      const items: ItemOf<E>[] = [];
      let cursor: string | null = null;
      for (let count = 0; count < MOST_PAGES; count += 1) {
        const page: Page<ItemOf<E>> = await pageOf(endpoint, input, cursor, signal);
        items.push(...page.items);
        cursor = page.next;
        if (cursor === null) break;
      }
      return items;
    },
  });
}

/** An unsafe call; when it succeeded, everything read from the endpoints named in `refreshes` is read again. */
export function useAction<E extends Endpoint>(endpoint: E, refreshes: readonly string[] = []) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<E>): Promise<ResponseOf<E>> => call(endpoint, input),
    onSuccess: () => refresh(client, refreshes),
  });
}

/**
 * Reads again whatever came from these endpoints and is shown now; the rest when it is shown next. So is the log, in which
 * every change is written down.
 */
export async function refresh(client: QueryClient, names: readonly string[]): Promise<void> {
  const changed = names.length === 0 ? [] : [...names, endpoints.listAudit.name];
  await Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })));
}

/** Saves; when somebody else came first, what they saved is read: the refusal says so, and the next attempt is about that. */
export async function saveOrReread(
  client: QueryClient,
  names: readonly string[],
  save: () => Promise<unknown>,
): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (hasStatus(error, 412)) await refresh(client, names);
    throw error;
  }
}

function keyOf<E extends Endpoint>(endpoint: E, input: CallInput<E>): readonly unknown[] {
  return [endpoint.name, input.params ?? null, input.query ?? null, input.body ?? null];
}

async function pageOf<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ItemOf<E>>> {
  const query = { ...(input.query as object | undefined), cursor };
  const reply: unknown = await call(endpoint, { ...input, query, signal } as CallInput<E>);
  return reply as Page<ItemOf<E>>;
}
