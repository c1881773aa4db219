import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AudiencePreviewDto } from '#contracts';
import { Cell, DataTable } from '../../ui/data-table.js';
import { useText } from '../../ui/use-text.js';
import { ReasonWords } from './reason-words.js';

type Person = AudiencePreviewDto['items'][number];

interface AudiencePeopleProps<Item extends Person> {
  readonly items: readonly Item[];
  /** How many there are; the list may be shorter. */
  readonly people: number;
  /** A further column: its head, and what it says of a person. */
  readonly more?: { readonly head: string; readonly cell: (item: Item) => ReactNode };
}

/** The people of an audience by name, with every reason. */
export function AudiencePeople<Item extends Person>({ items, people, more }: AudiencePeopleProps<Item>) {
  const { t } = useText();
  if (items.length === 0) return null;
  return (
    <>
      <DataTable
        label={t('audiences.preview-people')}
        columns={[t('console.invite.columns.person'), ...(more === undefined ? [] : [more.head])]}
      >
        {items.map((item) => (
          <tr key={item.personId}>
            <Cell>
              <div>
                <Text fw={600}>{item.name}</Text>
                <Text size="sm" c="dimmed">
                  <ReasonWords reasons={item.reasons} />
                </Text>
                <Text size="sm" c="dimmed">
                  <Contact person={item} />
                </Text>
              </div>
            </Cell>
            {more !== undefined && <Cell>{more.cell(item)}</Cell>}
          </tr>
        ))}
      </DataTable>
      {people > items.length && (
        <Text c="dimmed" mt="xs">
          {t('audiences.more', { count: people - items.length })}
        </Text>
      )}
    </>
  );
}

function Contact({ person }: { readonly person: Person }) {
  const { t } = useText();
  const language = t(`console.language.names.${person.language}`);
  if (person.addressState === 'none') return <>{`${t('console.invite.no-address')} · ${language}`}</>;
  if (person.addressState !== 'ok') {
    return <>{`${t(`console.person.address-states.${person.addressState}`)} · ${language}`}</>;
  }
  return <>{person.address === null ? language : `${person.address} · ${language}`}</>;
}
