import { Alert } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useInstance } from '../../api/index.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { MailLog } from './mail-log.js';

/** Every mail that was written, whether or not it left the house. */
export function MailPage() {
  const { t } = useText();
  const { data: instance } = useInstance();
  return (
    <div>
      <PageHead title={t('console.nav.mail')}>{t('console.mail.text')}</PageHead>
      {instance?.sendsMail === false && (
        <Alert
          color="yellow"
          variant="light"
          mb="md"
          icon={<IconMailOff />}
          title={t('console.mail.off-title')}
        >
          {t('console.mail.off-text')}
        </Alert>
      )}
      <MailLog />
    </div>
  );
}
