import { Group, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { endpoints, type MailItemDto } from '#contracts';
import { mailKindKey } from '#i18n';
import { useApiPages } from '../../api/index.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { FilterChips } from '../../ui/filter-chips.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { momentWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { MailMark, mailStates } from './mail-mark.js';
import { MailPanel } from './mail-panel.js';

const EVERY_MS = 10_000;

/** The log, latest first; the filter and the mail looked at stand in the address. */
export function MailLog({ meetingId }: { readonly meetingId?: string }) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const state = mailStates.find((each) => each === search.get('state'));
  const input = { query: { meetingId, state } };
  const query = useApiPages(endpoints.listMails, input, { every: EVERY_MS });
  const shown = search.get('mail');
  const close = () =>
    setSearch(
      (before) => {
        before.delete('mail');
        return before;
      },
      { preventScrollReset: true },
    );
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <FilterChips
          name="state"
          label={t('console.mail.filter')}
          choices={[
            { value: null, label: t('console.list.all') },
            ...mailStates.map((value) => ({ value, label: t(`console.mail.states.${value}`) })),
          ]}
        />
        <ExportMenu list={endpoints.listMails} input={input} />
      </Group>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) => <Mails items={items} search={search} filtered={state !== undefined} />}
      </Loaded>
      <LoadMore query={query} />
      {shown !== null && <MailPanel id={shown} onClose={close} />}
    </>
  );
}

interface MailsProps {
  readonly items: readonly MailItemDto[];
  readonly search: URLSearchParams;
  readonly filtered: boolean;
}

function Mails({ items, search, filtered }: MailsProps) {
  const { t } = useText();
  if (items.length === 0) {
    return (
      <EmptyState title={t('console.mail.none')}>
        {t(filtered ? 'console.mail.none-here' : 'console.mail.none-text')}
      </EmptyState>
    );
  }
  return (
    <DataTable
      label={t('console.nav.mail')}
      columns={[
        t('console.mail.columns.recipient'),
        t('console.mail.columns.subject'),
        t('console.mail.columns.state'),
        t('console.mail.columns.time'),
      ]}
    >
      {items.map((mail) => (
        <MailRow key={mail.id} mail={mail} search={search} />
      ))}
    </DataTable>
  );
}

function MailRow({ mail, search }: { readonly mail: MailItemDto; readonly search: URLSearchParams }) {
  const { t, language } = useText();
  const to = new URLSearchParams(search);
  to.set('mail', mail.id);
  return (
    <tr>
      <Cell>
        <div>
          <RowLink to={`?${to.toString()}`}>{mail.recipient || t('console.invite.hidden-address')}</RowLink>
          <Text size="sm" c="dimmed">
            {mail.address ?? t('console.invite.hidden-address')}
          </Text>
        </div>
      </Cell>
      <Cell>
        <div>
          <span lang={mail.subject === null ? undefined : mail.language}>
            {mail.subject ?? t(mailKindKey(mail.kind))}
          </span>
          <Text size="sm" c="dimmed">
            {t(`console.language.names.${mail.language}`)}
          </Text>
        </div>
      </Cell>
      <Cell>
        <MailMark state={mail.state} />
      </Cell>
      <Cell>
        <Text size="sm">{momentWords(mail.sentAt ?? mail.createdAt, language)}</Text>
      </Cell>
    </tr>
  );
}
