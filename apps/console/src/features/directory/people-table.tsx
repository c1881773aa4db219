import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { PersonItemDto } from '#contracts';
import { fullName } from '#i18n';
import { AddressList } from '../../ui/address-list.js';
import { useColumns, type ColumnOption } from '../../ui/column-choice.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Local } from '../../ui/local-text.js';
import { searchWith } from '../../ui/search-with.js';
import { useText } from '../../ui/use-text.js';

type ColumnKey = 'position' | 'offices' | 'home' | 'addresses' | 'phone' | 'language';

/** The columns beside the name. */
export function usePeopleColumns(): readonly ColumnOption<ColumnKey>[] {
  const { t } = useText();
  return [
    { key: 'position', label: t('console.person.position'), usual: true },
    { key: 'offices', label: t('directory.person.offices'), usual: false },
    { key: 'home', label: t('directory.person.home'), usual: false },
    { key: 'addresses', label: t('console.person.addresses'), usual: true },
    { key: 'phone', label: t('console.person.phone'), usual: false },
    { key: 'language', label: t('console.person.language'), usual: true },
  ];
}

interface PeopleTableProps {
  readonly items: readonly PersonItemDto[];
  readonly columns: readonly ColumnOption<ColumnKey>[];
}

export function PeopleTable({ items, columns }: PeopleTableProps) {
  const { t } = useText();
  const [search] = useSearchParams();
  const shown = useColumns(columns);
  if (items.length === 0) {
    return <EmptyState title={t('console.list.none')}>{t('console.person.none')}</EmptyState>;
  }
  return (
    <DataTable
      label={t('console.directory.people')}
      columns={[t('console.person.name'), ...shown.map(({ label }) => label)]}
    >
      {items.map((person) => (
        <tr key={person.id}>
          <Cell>
            <RowLink to={`?${searchWith(search, 'person', person.id)}`}>
              {fullName({ ...person, title: person.academicTitle })}
            </RowLink>
          </Cell>
          {shown.map(({ key, label }) => (
            <ValueCell key={key} column={key} label={label} person={person} />
          ))}
        </tr>
      ))}
    </DataTable>
  );
}

interface ValueCellProps {
  readonly column: ColumnKey;
  readonly label: string;
  readonly person: PersonItemDto;
}

/** On a small screen a value says what it is where it does not go without saying, and nothing where there is none. */
function ValueCell({ column, label, person }: ValueCellProps) {
  const { t } = useText();
  const { position, offices, home, addresses, phone, language } = person;
  const values: Readonly<Record<ColumnKey, ReactNode>> = {
    position,
    offices: offices.length > 0 && <Offices offices={offices} />,
    home: home && <Local text={home.name} />,
    addresses: addresses.length > 0 && <AddressList addresses={addresses} />,
    phone,
    language: <Text size="sm">{t(`console.language.names.${language}`)}</Text>,
  };
  const value = values[column];
  if (value === null || value === '' || value === false) return <Cell />;
  return column === 'offices' || column === 'home' ? <Cell head={label}>{value}</Cell> : <Cell>{value}</Cell>;
}

function Offices({ offices }: Pick<PersonItemDto, 'offices'>) {
  return (
    <div>
      {offices.map(({ name, institution }, place) => (
        <div key={place}>
          <Local text={name} />, <Local text={institution} />
        </div>
      ))}
    </div>
  );
}
