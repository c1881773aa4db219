import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconMailX, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints, type PersonDto } from '#contracts';
import { fullName } from '#i18n';
import { useApi, useApiPages, useMay } from '../../api/index.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { SidePanel } from '../../ui/side-panel.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import { History } from '../audit/history.js';
import { LoginSection } from '../rights/login-section.js';
import { PersonMandates } from './mandate-history.js';
import { EditPerson, NewPerson } from './person-form.js';
import { TagsField } from './tags-field.js';

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

interface PersonPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

function PersonPanel({ id, onClose }: PersonPanelProps) {
  const { t } = useText();
  const query = useApi(endpoints.getPerson, { params: { id } });
  const title = query.data === undefined ? t('console.person.one') : nameOf(query.data);
  return (
    <SidePanel title={title} onClose={onClose}>
      <Loaded query={query}>
        {(person) => (
          <Stack key={person.id} gap="xl">
            <EditPerson person={person} onClose={onClose} />
            <TagsField of="person" id={person.id} keeperId={person.homeInstitutionId} />
            <LoginSection person={person} />
            <History subjectKind="person" subjectId={person.id} />
          </Stack>
        )}
      </Loaded>
      <section aria-labelledby="mandates" style={{ marginBlockStart: 40 }}>
        <Title order={2} id="mandates" mb="sm">
          {t('directory.person.mandates')}
        </Title>
        <PersonMandates personId={id} />
      </section>
    </SidePanel>
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
            <Addresses person={person} />
          </Cell>
          <Cell>
            <Text size="sm">{t(`console.language.names.${person.language}`)}</Text>
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function Addresses({ person }: { readonly person: PersonDto }) {
  const { t } = useText();
  return (
    <div>
      {person.addresses.map(({ id, address, state }) => (
        <Group key={id} gap="sm">
          {address}
          {state !== 'ok' && (
            <StateMark tone="bad" Shape={IconMailX}>
              {t(`console.person.address-states.${state}`)}
            </StateMark>
          )}
        </Group>
      ))}
    </div>
  );
}

function nameOf(person: PersonDto): string {
  return fullName({ ...person, title: person.academicTitle });
}
