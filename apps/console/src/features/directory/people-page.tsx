import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { addressFilters, endpoints } from '#contracts';
import { languages } from '#i18n';
import { useApiPages, useMay } from '../../api/index.js';
import { ColumnChoice } from '../../ui/column-choice.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { FilterBar } from '../../ui/filter-bar.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { searchWith } from '../../ui/search-with.js';
import { useText } from '../../ui/use-text.js';
import { useTagChoices } from '../audiences/choices.js';
import { InstitutionFilter } from './institution-filter.js';
import { officeKinds } from './kinds.js';
import { PeopleTable, usePeopleColumns } from './people-table.js';
import { NewPerson } from './person-form.js';
import { PersonPanel } from './person-panel.js';

/** People, by family name; what they are filtered by, which columns are shown and who is looked at stands in the address. */
export function PeoplePage() {
  const { t } = useText();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const columns = usePeopleColumns();
  const asked = { query: useFilter() };
  const query = useApiPages(endpoints.listPeople, asked);
  const shown = search.get('person');
  const close = () => setSearch(searchWith(search, 'person', null), { preventScrollReset: true });
  return (
    <>
      <Group justify="flex-end" mb="md" gap="sm">
        <ColumnChoice options={columns} />
        <ExportMenu list={endpoints.listPeople} input={asked} />
        {may('person.create') && (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('console.person.new')}
          </Button>
        )}
      </Group>
      <Filters />
      <Loaded query={{ ...query, data: query.items }}>
        {(items) => <PeopleTable items={items} columns={columns} />}
      </Loaded>
      <LoadMore query={query} />
      {adding && <NewPerson onClose={() => setAdding(false)} />}
      {shown !== null && <PersonPanel id={shown} onClose={close} />}
    </>
  );
}

function Filters() {
  const { t } = useText();
  const tags = useTagChoices();
  return (
    <FilterBar>
      <InstitutionFilter />
      <FilterMenu
        name="office"
        label={t('directory.filter.office')}
        choices={officeKinds.map((value) => ({ value, label: t(`directory.office-kinds.${value}`) }))}
      />
      <FilterMenu
        name="language"
        label={t('console.person.language')}
        choices={languages.map((value) => ({ value, label: t(`console.language.names.${value}`) }))}
      />
      <FilterMenu
        name="address"
        label={t('directory.filter.address')}
        choices={addressFilters.map((value) => ({ value, label: t(`directory.filter.addresses.${value}`) }))}
      />
      {tags.length > 0 && <FilterMenu name="tag" label={t('directory.filter.tag')} choices={tags} />}
    </FilterBar>
  );
}

/** What the address says; what it cannot say well is left out. */
function useFilter() {
  const [search] = useSearchParams();
  return {
    institutionId: search.get('institution') ?? undefined,
    office: officeKinds.find((each) => each === search.get('office')),
    language: languages.find((each) => each === search.get('language')),
    address: addressFilters.find((each) => each === search.get('address')),
    tagId: search.get('tag') ?? undefined,
  };
}
