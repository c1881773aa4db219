import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints, type PersonDto } from '#contracts';
import { fullName } from '#i18n';
import { useApiPages, useMay } from '../../api/index.js';
import { AddressList } from '../../ui/address-list.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { NewPerson } from './person-form.js';
import { PersonPanel } from './person-panel.js';

const ALL = { query: {} };

/** People, by family name; who is looked at stands in the address. */
export function PeoplePage() {
  const { t } = useText();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const query = useApiPages(endpoints.listPeople, ALL);
  const shown = search.get('person');
  const close = () => setSearch({}, { preventScrollReset: true });
  return (
    <>
      <Group justify="flex-end" mb="md">
        <ExportMenu list={endpoints.listPeople} input={ALL} />
        {may('person.create') && (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('console.person.new')}
          </Button>
        )}
      </Group>
      <Loaded query={{ ...query, data: query.items }}>{(items) => <People items={items} />}</Loaded>
      <LoadMore query={query} />
      {adding && <NewPerson onClose={() => setAdding(false)} />}
      {shown !== null && <PersonPanel id={shown} onClose={close} />}
    </>
  );
}

function People({ items }: { readonly items: readonly PersonDto[] }) {
  const { t } = useText();
  if (items.length === 0) {
    return <EmptyState title={t('console.list.none')}>{t('console.person.none')}</EmptyState>;
  }
  return (
    <DataTable
      label={t('console.directory.people')}
      columns={[
        t('console.person.name'),
        t('console.person.position'),
        t('console.person.addresses'),
        t('console.person.language'),
      ]}
    >
      {items.map((person) => (
        <tr key={person.id}>
          <Cell>
            <RowLink to={`?person=${person.id}`}>{nameOf(person)}</RowLink>
          </Cell>
          <Cell>{person.position}</Cell>
          <Cell>
            <AddressList addresses={person.addresses} />
          </Cell>
          <Cell>
            <Text size="sm">{t(`console.language.names.${person.language}`)}</Text>
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function nameOf(person: PersonDto): string {
  return fullName({ ...person, title: person.academicTitle });
}
