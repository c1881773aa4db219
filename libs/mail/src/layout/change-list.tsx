import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import { body, hairline, light, quiet } from './mail-styles.js';

/** What was and what is; null where there was or is nothing. */
export interface Change {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What was and what is, by words and not by colour or strike alone. */
export function ChangeList({ changes, t }: { changes: readonly Change[]; t: Translator }): ReactNode {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      className="line"
      style={{ borderTop: hairline, marginBottom: '24px' }}
    >
      <tbody>
        {changes.map(({ label, before, after }) => (
          <tr key={[label, before, after].join(' ')}>
            <td className="line" style={{ borderBottom: hairline, padding: '12px 0' }}>
              <div className="quiet" style={quiet}>
                {label}
              </div>
              {before !== null && (
                <div className="quiet" style={{ ...body, color: light.quiet }}>
                  {t('mail.change.before')}: <del>{before}</del>
                </div>
              )}
              <div className="ink" style={body}>
                {after === null ? t('mail.change.removed') : <Now before={before} after={after} t={t} />}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same for the plain text. */
export function changeText({ before, after }: Change, t: Translator): string {
  const was = before === null ? null : `${t('mail.change.before')}: ${before}`;
  const is = after === null ? t('mail.change.removed') : `${t(afterWord(before))}: ${after}`;
  return [was, is].filter((line) => line !== null).join('\n');
}

function Now({ before, after, t }: { before: string | null; after: string; t: Translator }): ReactNode {
  return (
    <>
      {t(afterWord(before))}: <strong>{after}</strong>
    </>
  );
}

function afterWord(before: string | null): 'mail.change.added' | 'mail.change.after' {
  return before === null ? 'mail.change.added' : 'mail.change.after';
}
