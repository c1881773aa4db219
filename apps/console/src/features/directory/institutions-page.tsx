import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints } from '#contracts';
import { useApiPages, useMay } from '../../api/index.js';
import { ColumnChoice } from '../../ui/column-choice.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { FilterBar } from '../../ui/filter-bar.js';
import { FilterChips } from '../../ui/filter-chips.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { FilterText } from '../../ui/filter-text.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { useInstitutionChoices } from './choices.js';
import { NewInstitution } from './institution-form.js';
import { InstitutionTable, useInstitutionColumns } from './institution-table.js';
import { institutionKinds, lands } from './kinds.js';

/** Institutions by name; what they are filtered by and which columns are shown stands in the address. */
export function InstitutionsPage() {
  const { t } = useText();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const filter = useFilter();
  const columns = useInstitutionColumns();
  const query = useApiPages(endpoints.listInstitutions, { query: filter });
  return (
    <>
      <Group justify="space-between" align="flex-start" mb="xs">
        <FilterChips
          name="kind"
          label={t('console.institution.kind-label')}
          choices={[
            { value: null, label: t('console.list.all') },
            ...institutionKinds.map((value) => ({ value, label: t(`console.institution.kinds.${value}`) })),
          ]}
        />
        <Group gap="sm">
          <ColumnChoice options={columns} />
          <ExportMenu list={endpoints.listInstitutions} input={{ query: filter }} />
          {may('institution.create') && (
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
              {t('console.institution.new')}
            </Button>
          )}
        </Group>
      </Group>
      <Filters />
      <Loaded query={{ ...query, data: query.items }}>
        {(items) => <InstitutionTable items={items} columns={columns} />}
      </Loaded>
      <LoadMore query={query} />
      {adding && <NewInstitution kind={filter.kind ?? 'cluster'} onClose={() => setAdding(false)} />}
    </>
  );
}

function Filters() {
  const { t } = useText();
  const networks = useInstitutionChoices('network');
  return (
    <FilterBar>
      <FilterMenu
        name="land"
        label={t('directory.filter.land')}
        choices={lands.map((value) => ({ value, label: t(`console.place.lands.${value}`) }))}
      />
      <FilterMenu name="memberOf" label={t('directory.filter.member-of')} choices={networks} />
      <FilterText name="field" label={t('directory.filter.field')} />
    </FilterBar>
  );
}

/** What the address says; what it cannot say well is left out. */
function useFilter() {
  const [search] = useSearchParams();
  return {
    kind: institutionKinds.find((each) => each === search.get('kind')),
    land: lands.find((each) => each === search.get('land')),
    memberOf: search.get('memberOf') ?? undefined,
    field: search.get('field') ?? undefined,
  };
}
