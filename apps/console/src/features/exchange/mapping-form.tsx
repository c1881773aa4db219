import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints, importFields, type ImportDto, type ImportField } from '#contracts';
import { errorText } from '#i18n';
import { refresh, useAction, useApi } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { mappingFault } from './mapping-fault.js';

type Column = ImportDto['columns'][number];

/** Which column is what: guessed or remembered, and to be corrected before the dry run. */
export function MappingForm({ run }: { readonly run: ImportDto }) {
  const { t } = useText();
  const client = useQueryClient();
  const [, setSearch] = useSearchParams();
  const [mapping, setMapping] = useState(run.columns.map(({ field }) => field));
  const check = useAction(endpoints.checkImport);
  const fault = mappingFault(run.kind, mapping);
  const submit = () =>
    check.mutate(
      { params: { id: run.id }, body: { mapping } },
      {
        onSuccess: async () => {
          await refresh(client, [endpoints.getImport.name, endpoints.listImportRows.name]);
          setSearch({ import: run.id });
        },
      },
    );
  const choose = (index: number, field: ImportField | null) =>
    setMapping((before) => before.map((present, at) => (at === index ? field : present)));
  return (
    <Stack gap="md">
      <LastFailure run={run} />
      <Text>{t(run.mappingRemembered ? 'import.remembered' : 'import.guessed')}</Text>
      <DataTable
        label={t('import.steps.mapping')}
        columns={[t('import.column'), t('import.samples'), t('import.take-as')]}
      >
        {run.columns.map((column, index) => (
          <MappingRow
            key={`${index} ${column.title}`}
            column={column}
            number={index + 1}
            fields={importFields[run.kind]}
            chosen={mapping[index] ?? null}
            onChoose={(field) => choose(index, field)}
          />
        ))}
      </DataTable>
      <ProblemAlert error={check.error} />
      <Group justify="flex-end">
        {fault !== null && (
          <Text c="dimmed" aria-live="polite">
            {fault.key === 'import.twice'
              ? t(fault.key, { field: t(`import.fields.${fault.field}`) })
              : t(fault.key)}
          </Text>
        )}
        <Button disabled={fault !== null} loading={check.isPending} onClick={submit}>
          {t('import.check')}
        </Button>
      </Group>
    </Stack>
  );
}

interface MappingRowProps {
  readonly column: Column;
  readonly number: number;
  readonly fields: readonly ImportField[];
  readonly chosen: ImportField | null;
  readonly onChoose: (field: ImportField | null) => void;
}

function MappingRow({ column, number, fields, chosen, onChoose }: MappingRowProps) {
  const { t } = useText();
  const title = column.title === '' ? t('import.no-title', { number }) : column.title;
  return (
    <tr>
      <Cell>
        <Text fw={600}>{title}</Text>
      </Cell>
      <Cell>
        <Text size="sm">{column.samples.join(' · ')}</Text>
      </Cell>
      <Cell>
        <Select
          aria-label={t('import.take-as-for', { column: title })}
          placeholder={t('import.leave-out')}
          clearable
          clearButtonProps={{ 'aria-label': t('import.leave-out') }}
          data={fields.map((value) => ({ value, label: t(`import.fields.${value}`) }))}
          value={chosen}
          onChange={(value) => onChoose(fields.find((field) => field === value) ?? null)}
        />
      </Cell>
    </tr>
  );
}

/** Why the step before did not come to its end. */
function LastFailure({ run }: { readonly run: ImportDto }) {
  return run.operationId === null ? null : <Failure operationId={run.operationId} />;
}

function Failure({ operationId }: { readonly operationId: string }) {
  const { t } = useText();
  const { data } = useApi(endpoints.getOperation, { params: { id: operationId } });
  const code = data?.errorCode ?? null;
  if (code === null) return null;
  return (
    <Text role="alert" c="red">
      {errorText(t, code)}
    </Text>
  );
}
