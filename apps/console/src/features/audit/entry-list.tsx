import { Text } from '@mantine/core';
import type { AuditEntryDto } from '#contracts';
import { actionWords, changeWords, fieldWords, type ValueWords } from '#i18n';
import { Cell, DataTable } from '../../ui/data-table.js';
import { dayWords, momentWords } from '../../ui/moment.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';
import styles from './entry-list.module.css';

interface EntryListProps {
  readonly items: readonly AuditEntryDto[];
  /** Left out where the list is about one record. */
  readonly subjects?: boolean;
}

/** Entries of the log: what, who, when, and what it was before and is now. */
export function EntryList({ items, subjects = true }: EntryListProps) {
  const { t } = useText();
  return (
    <DataTable
      label={t('rights.log.title')}
      columns={[t('rights.log.columns.what'), t('rights.log.columns.changes'), t('rights.log.columns.who')]}
    >
      {items.map((entry) => (
        <EntryRow key={entry.id} entry={entry} subjects={subjects} />
      ))}
    </DataTable>
  );
}

function EntryRow({ entry, subjects }: { readonly entry: AuditEntryDto; readonly subjects: boolean }) {
  const { t, language } = useText();
  const { actor, at, channel, subject } = entry;
  return (
    <tr>
      <Cell>
        <div>
          <Text fw={600}>{actionWords(entry.action, t)}</Text>
          {subjects && subject.name !== null && <Text size="sm">{subject.name}</Text>}
        </div>
      </Cell>
      <Cell>
        <Changes entry={entry} />
      </Cell>
      <Cell>
        <div>
          <Text>{actor === null ? t('rights.log.nobody') : actor.name}</Text>
          <Text size="sm" c="dimmed">
            {momentWords(at, language)} · {t(`rights.log.channels.${channel}`)}
          </Text>
        </div>
      </Cell>
    </tr>
  );
}

function Changes({ entry: { changes, hidden } }: { readonly entry: AuditEntryDto }) {
  const { t, language } = useText();
  const words: ValueWords = {
    t,
    text: (text) => pickLocal(text, language).text,
    day: (day) => dayWords(day, language),
    moment: (instant) => momentWords(instant, language),
  };
  return (
    <div>
      <dl className={styles.changes}>
        {changes.map((change) => {
          const { was, now } = changeWords(change, words);
          return (
            <div key={change.field}>
              <dt>{fieldWords(change.field, t)}</dt>
              <dd>
                {was !== null && (
                  <>
                    <del>{was}</del> →{' '}
                  </>
                )}
                {now}
              </dd>
            </div>
          );
        })}
      </dl>
      {hidden && (
        <Text size="sm" c="dimmed">
          {t('rights.log.hidden')}
        </Text>
      )}
    </div>
  );
}
