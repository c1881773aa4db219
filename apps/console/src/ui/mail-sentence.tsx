import { IconMail, IconMailOff } from '@tabler/icons-react';
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
  const Shape = count === 0 ? IconMailOff : IconMail;
  return (
    <div className={styles.sentence}>
      <Shape size={20} aria-hidden="true" />
      <div>
        <strong>
          {count === 0 && t('console.sends.none')}
          {count > 0 && mails.en === 0 && t('console.sends.mails', { count })}
          {count > 0 && mails.en > 0 && t('console.sends.mails-english', { count, english: mails.en })}
        </strong>
        {count > 0 && instance.data?.sendsMail === false && <div>{t('console.sends.kept')}</div>}
      </div>
    </div>
  );
}
