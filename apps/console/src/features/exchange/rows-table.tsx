import { Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { ImportRowDto } from '#contracts';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { useText } from '../../ui/use-text.js';
import { problemWords } from './row-words.js';
import { RowMark } from './row-mark.js';

const SHOWN_CHANGES = 2;

/** The rows of a dry run; each opens with all it changes. */
export function RowsTable({ rows }: { readonly rows: readonly ImportRowDto[] }) {
  const { t } = useText();
  const [search] = useSearchParams();
  if (rows.length === 0) return <Text c="dimmed">{t('import.no-rows')}</Text>;
  const linkTo = (row: number) => {
    const after = new URLSearchParams(search);
    after.set('row', String(row));
    return `?${after.toString()}`;
  };
  return (
    <DataTable
      label={t('import.rows')}
      columns={[t('import.row'), t('import.name'), t('import.result'), t('import.what-changes')]}
    >
      {rows.map((row) => (
        <tr key={row.row}>
          <Cell head={t('import.row')}>{row.row}</Cell>
          <Cell>
            <RowLink to={linkTo(row.row)}>{row.name === '' ? '–' : row.name}</RowLink>
          </Cell>
          <Cell>
            <RowMark state={row.state} />
          </Cell>
          <Cell>
            <Summary row={row} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function Summary({ row }: { readonly row: ImportRowDto }) {
  const { t } = useText();
  const rest = row.changes.length - SHOWN_CHANGES;
  return (
    <div>
      {row.problems.map((problem) => (
        <Text key={`${problem.field} ${problem.code}`} size="sm">
          {problemWords(t, problem)}
        </Text>
      ))}
      {row.state === 'linked' && row.changes.length === 0 && <Text size="sm">{t('import.known-here')}</Text>}
      {row.state !== 'new' &&
        row.changes.slice(0, SHOWN_CHANGES).map(({ field, before, after }) => (
          <Text key={field} size="sm">
            {before === null
              ? t('import.added', { field: t(`import.fields.${field}`), after })
              : t('import.change', { field: t(`import.fields.${field}`), before, after })}
          </Text>
        ))}
      {row.state !== 'new' && rest > 0 && <Text size="sm">{t('import.more-changes', { count: rest })}</Text>}
    </div>
  );
}
