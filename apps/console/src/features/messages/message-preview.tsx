import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { MessagePreviewDto } from '#contracts';
import { languages } from '#i18n';
import { MailSentence } from '../../ui/mail-sentence.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText, type Language } from '../../ui/use-text.js';
import styles from './messages.module.css';

interface MessagePreviewProps {
  readonly preview: MessagePreviewDto;
  readonly onSend: () => Promise<void>;
  readonly onBack: () => void;
}

const MOST_NAMES = 30;

/** Who gets it and how it reads in each language, before anything leaves the house. */
export function MessagePreview({ preview, onSend, onBack }: MessagePreviewProps) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const count = preview.mails.de + preview.mails.en;
  const head = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: whoever goes by the keyboard goes on here.
  useEffect(() => head.current?.focus(), []);
  const send = () => {
    setBusy(true);
    onSend().catch((error: unknown) => {
      setProblem(error);
      setBusy(false);
    });
  };
  return (
    <Stack ref={head} tabIndex={-1} style={{ outline: 'none' }}>
      <ProblemAlert error={problem} />
      <Recipients preview={preview} />
      <Group>
        <Button loading={busy} disabled={count === 0} onClick={send}>
          {t('host-view.message.send')}
        </Button>
        <Button variant="default" disabled={busy} onClick={onBack}>
          {t('host-view.message.back')}
        </Button>
      </Group>
      <Reads preview={preview} />
    </Stack>
  );
}

function Recipients({ preview: { people, mails, unreachable } }: Pick<MessagePreviewProps, 'preview'>) {
  const { t } = useText();
  const reached = people.filter(({ reachable }) => reachable);
  const names = reached.slice(0, MOST_NAMES).map(({ person }) => person.name);
  const more = mails.de + mails.en - names.length;
  if (people.length === 0) return <Alert color="yellow">{t('host-view.message.choose')}</Alert>;
  return (
    <>
      <MailSentence mails={mails} />
      <Text>
        {t('host-view.message.to')}: {names.join(', ')}
        {more > 0 && ` ${t('host-view.message.more', { count: more })}`}
      </Text>
      {unreachable > 0 && (
        <Text c="dimmed">{t('host-view.message.unreachable', { count: unreachable })}</Text>
      )}
    </>
  );
}

/** Both languages, whoever reads which: so that nothing is missing in one of them. */
function Reads({ preview: { reads } }: Pick<MessagePreviewProps, 'preview'>) {
  const { t, language } = useText();
  const [shown, setShown] = useState<Language>(language);
  const { subject, html } = reads[shown];
  return (
    <section aria-label={t('host-view.message.reads')}>
      <SegmentedControl
        aria-label={t('host-view.message.reads')}
        data={languages.map((each) => ({ value: each, label: t(`console.language.names.${each}`) }))}
        value={shown}
        onChange={setShown}
        mb="sm"
      />
      <Text fw={600} lang={shown} mb={8}>
        {subject}
      </Text>
      <iframe
        title={subject}
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={html}
        className={styles.frame}
      />
    </section>
  );
}
