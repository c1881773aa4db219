import { Stack, Text } from '@mantine/core';
import type { ImportRowDto } from '#contracts';
import { Cell, DataTable } from '../../ui/data-table.js';
import { SidePanel } from '../../ui/side-panel.js';
import { useText } from '../../ui/use-text.js';
import { RowMark } from './row-mark.js';
import { problemWords } from './row-words.js';

interface RowPanelProps {
  readonly row: ImportRowDto;
  readonly onClose: () => void;
}

/** One row of the file, field by field. */
export function RowPanel({ row, onClose }: RowPanelProps) {
  const { t } = useText();
  return (
    <SidePanel title={t('import.details', { row: row.row, name: row.name })} onClose={onClose}>
      <Stack gap="md" align="flex-start">
        <RowMark state={row.state} />
        {row.problems.map((problem) => (
          <Text key={`${problem.field} ${problem.code}`}>{problemWords(t, problem)}</Text>
        ))}
        {row.state === 'linked' && <Text>{t('import.known-here')}</Text>}
        {row.changes.length > 0 && (
          <DataTable
            label={t('import.what-changes')}
            columns={[t('import.field'), t('import.before'), t('import.after')]}
          >
            {row.changes.map(({ field, before, after }) => (
              <tr key={field}>
                <Cell>{t(`import.fields.${field}`)}</Cell>
                <Cell head={t('import.before')}>
                  {before ?? (
                    <Text span c="dimmed">
                      {t('import.nothing')}
                    </Text>
                  )}
                </Cell>
                <Cell head={t('import.after')}>{after}</Cell>
              </tr>
            ))}
          </DataTable>
        )}
        {row.state === 'unchanged' && <Text>{t('import.no-changes')}</Text>}
      </Stack>
    </SidePanel>
  );
}
