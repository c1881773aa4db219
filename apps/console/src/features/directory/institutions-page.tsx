import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints, type InstitutionDto, type InstitutionKind } from '#contracts';
import { useApiPages, useMay } from '../../api/index.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterChips } from '../../ui/filter-chips.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';
import { ExportMenu } from '../exchange/export-menu.js';
import { NewInstitution } from './institution-form.js';

const kinds = [
  'network',
  'cluster',
  'organisation',
  'committee',
] as const satisfies readonly InstitutionKind[];

export function InstitutionsPage() {
  const { t } = useText();
  const may = useMay();
  const [search] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const kind = kinds.find((each) => each === search.get('kind'));
  const query = useApiPages(endpoints.listInstitutions, { query: { kind } });
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <FilterChips
          name="kind"
          label={t('console.institution.kind-label')}
          choices={[
            { value: null, label: t('console.list.all') },
            ...kinds.map((value) => ({ value, label: t(`console.institution.kinds.${value}`) })),
          ]}
        />
        <Group>
          {may('directory.export') && <ExportMenu path="institutions" />}
          {may('institution.create') && (
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
              {t('console.institution.new')}
            </Button>
          )}
        </Group>
      </Group>
      <Loaded query={{ ...query, data: query.items }}>{(items) => <Institutions items={items} />}</Loaded>
      <LoadMore query={query} />
      {adding && <NewInstitution kind={kind ?? 'cluster'} onClose={() => setAdding(false)} />}
    </>
  );
}

function Institutions({ items }: { readonly items: readonly InstitutionDto[] }) {
  const { t, language } = useText();
  if (items.length === 0) {
    return <EmptyState title={t('console.list.none')}>{t('console.institution.none')}</EmptyState>;
  }
  return (
    <DataTable
      label={t('console.directory.institutions')}
      columns={[
        t('console.institution.name'),
        t('console.institution.kind-label'),
        t('console.institution.short-name'),
      ]}
    >
      {items.map((institution) => {
        const name = pickLocal(institution.name, language);
        return (
          <tr key={institution.id}>
            <Cell>
              <RowLink to={`/directory/institutions/${institution.id}`} lang={name.lang}>
                {name.text}
              </RowLink>
            </Cell>
            <Cell>{t(`console.institution.kind.${institution.kind}`)}</Cell>
            <Cell>{institution.shortName}</Cell>
          </tr>
        );
      })}
    </DataTable>
  );
}
