import { Group, Stack, Text, Title } from '@mantine/core';
import { endpoints, type MessageDto } from '#contracts';
import { useApi } from '../../api/index.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { Markdown } from '../../ui/markdown.js';
import { momentWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { MailMark } from '../mail/mail-mark.js';
import { useMeeting } from '../meetings/meeting-layout.js';
import styles from './messages.module.css';
import { WriteMessage } from './write-message.js';

const EVERY_MS = 10_000;

/** What the host writes to some of those invited, and what was sent to whom. */
export function MessagesPage() {
  const { t } = useText();
  const meeting = useMeeting();
  const input = { params: { id: meeting.id }, query: {} };
  const query = useApi(endpoints.listMessages, input, { every: () => EVERY_MS });
  return (
    <Stack gap="xl">
      <WriteMessage meeting={meeting} />
      <section aria-labelledby="sent">
        <Group justify="space-between" mb="sm">
          <Title order={2} id="sent">
            {t('host-view.messages.title')}
          </Title>
          <ExportMenu list={endpoints.listMessages} input={input} />
        </Group>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t('host-view.messages.none')}</Text>
            ) : (
              <ul className={styles.list}>
                {items.map((message) => (
                  <Sent key={message.id} message={message} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
    </Stack>
  );
}

function Sent({ message }: { readonly message: MessageDto }) {
  const { t, language } = useText();
  const subject = pickLocal(message.subject, language);
  const text = pickLocal(message.text, language);
  const by = message.writtenBy === null ? '' : ` ${t('host-view.messages.by', message.writtenBy)}`;
  return (
    <li>
      <Text fw={600} lang={subject.lang}>
        {subject.text}
      </Text>
      <Text size="sm" c="dimmed">
        {momentWords(message.writtenAt, language)}
        {by}
      </Text>
      <Markdown text={text.text} lang={text.lang} />
      <details>
        <summary>{t('host-view.messages.to', { count: message.people.length })}</summary>
        <ul className={styles.people}>
          {message.people.map(({ person, mail }) => (
            <li key={person.id}>
              <span>{person.name}</span>
              {mail === null ? (
                <Text size="sm" c="dimmed">
                  {t('host-view.messages.pending')}
                </Text>
              ) : (
                <MailMark state={mail} />
              )}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
