import { Alert, SegmentedControl, Stack } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useState } from 'react';
import { endpoints, type MailDetailDto } from '#contracts';
import { useApi, useInstance } from '../../api/index.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { momentWords } from '../../ui/moment.js';
import { SidePanel } from '../../ui/side-panel.js';
import { useText } from '../../ui/use-text.js';
import { MailMark } from './mail-mark.js';
import styles from './mail-panel.module.css';

interface MailPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One mail: how it fared, and what it says in each of its parts. */
export function MailPanel({ id, onClose }: MailPanelProps) {
  const { t } = useText();
  const query = useApi(endpoints.getMail, { params: { id } });
  return (
    <SidePanel title={query.data?.subject ?? t('console.mail.one')} onClose={onClose}>
      <Loaded query={query}>{(mail) => <Mail mail={mail} />}</Loaded>
    </SidePanel>
  );
}

function Mail({ mail }: { readonly mail: MailDetailDto }) {
  const { t, language } = useText();
  const { data: instance } = useInstance();
  const kept = mail.sentAt === null && instance?.sendsMail === false;
  return (
    <Stack>
      {kept && (
        <Alert color="yellow" variant="light" icon={<IconMailOff />} title={t('console.mail.kept-title')}>
          {t('console.mail.off-text')}
        </Alert>
      )}
      <Facts
        rows={[
          [
            t('console.mail.columns.recipient'),
            mail.address === null ? mail.recipient : `${mail.recipient} <${mail.address}>`,
          ],
          [t('console.mail.columns.state'), <MailMark key="state" state={mail.state} />],
          [t('console.mail.written'), momentWords(mail.createdAt, language)],
          [t('console.mail.sent'), mail.sentAt !== null && momentWords(mail.sentAt, language)],
          [t('console.mail.attempts'), mail.attempts > 0 && mail.attempts],
          [t('console.mail.response'), mail.response],
          [t('console.mail.error'), mail.lastError],
        ]}
      />
      {mail.text === '' ? <p>{t('console.mail.secret')}</p> : <Parts mail={mail} />}
    </Stack>
  );
}

function Parts({ mail }: { readonly mail: MailDetailDto }) {
  const { t } = useText();
  const [part, setPart] = useState('html');
  const parts = [
    { value: 'html', label: t('console.mail.parts.html') },
    { value: 'text', label: t('console.mail.parts.text') },
    ...(mail.calendar === null ? [] : [{ value: 'calendar', label: t('console.mail.parts.calendar') }]),
  ];
  return (
    <>
      <SegmentedControl aria-label={t('console.mail.part')} data={parts} value={part} onChange={setPart} />
      {part === 'html' && (
        <iframe
          title={mail.subject}
          sandbox=""
          referrerPolicy="no-referrer"
          srcDoc={mail.html}
          className={styles.frame}
        />
      )}
      {part === 'text' && (
        <pre lang={mail.language} className={styles.text}>
          {mail.text}
        </pre>
      )}
      {part === 'calendar' && <pre className={styles.text}>{mail.calendar}</pre>}
    </>
  );
}
