import { IconMail, IconMailOff } from '@tabler/icons-react';
import type { TextKey } from '#i18n';
import { useInstance } from '../api/index.js';
import styles from './mail-sentence.module.css';
import { useText } from './use-text.js';

interface MailSentenceProps {
  /** How many mails in which language. */
  readonly mails: { readonly de: number; readonly en: number };
}

/** What leaves the house, before it does: "7 Mails werden gesendet, davon 2 auf Englisch". */
export function MailSentence({ mails }: MailSentenceProps) {
  const { t } = useText();
  const instance = useInstance();
  const count = mails.de + mails.en;
  const kept = count > 0 && instance.data?.sendsMail === false;
  const Shape = count === 0 || kept ? IconMailOff : IconMail;
  return (
    <div className={styles.sentence}>
      <Shape size={20} aria-hidden="true" />
      <div>
        <strong>
          {count === 0 ? t('console.sends.none') : t(sentence(kept, mails.en), { count, english: mails.en })}
        </strong>
        {kept && <div>{t('console.sends.kept')}</div>}
      </div>
    </div>
  );
}

function sentence(kept: boolean, english: number): TextKey {
  if (kept) return english > 0 ? 'console.sends.written-english' : 'console.sends.written';
  return english > 0 ? 'console.sends.mails-english' : 'console.sends.mails';
}
