import { Group, Stack, Title } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { endpoints, importRowState, type ImportDto, type ImportRowDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { FilterChips } from '../../ui/filter-chips.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { ConfirmImport } from './confirm-import.js';
import { RowPanel } from './row-panel.js';
import { RowsTable } from './rows-table.js';

/** What the dry run found, row by row, and the question whether to take it over. */
export function CheckResult({ run }: { readonly run: ImportDto }) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const state = importRowState.options.find((each) => each === search.get('state'));
  const input = { params: { id: run.id }, query: { state } };
  const query = useApiPages(endpoints.listImportRows, input);
  const shown = query.items?.find(({ row }) => String(row) === search.get('row'));
  return (
    <Stack gap="lg">
      <Title order={2}>{t('import.found')}</Title>
      <ConfirmImport run={run} />
      <Group justify="space-between" align="flex-start">
        <FilterChips name="state" label={t('import.filter')} choices={choicesOf(run, t)} />
        <ExportMenu list={endpoints.listImportRows} input={input} />
      </Group>
      <Loaded query={{ ...query, data: query.items }}>
        {(rows: readonly ImportRowDto[]) => <RowsTable rows={rows} />}
      </Loaded>
      <LoadMore query={query} />
      {shown !== undefined && (
        <RowPanel
          row={shown}
          onClose={() => setSearch(without(search, 'row'), { preventScrollReset: true })}
        />
      )}
    </Stack>
  );
}

function choicesOf(run: ImportDto, t: ReturnType<typeof useText>['t']) {
  const named = (state: string, count: number) => t('import.state-count', { state, count });
  return [
    { value: null, label: named(t('import.all'), run.rows) },
    ...importRowState.options
      .map((value) => ({ value, count: run.counts?.[value] ?? 0 }))
      .filter(({ count }) => count > 0)
      .map(({ value, count }) => ({ value, label: named(t(`import.states.${value}`), count) })),
  ];
}

function without(search: URLSearchParams, name: string): URLSearchParams {
  const after = new URLSearchParams(search);
  after.delete(name);
  return after;
}
