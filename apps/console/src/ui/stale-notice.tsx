import { Alert, List, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Stale } from './use-versioned-form.js';
import { useText } from './use-text.js';

interface StaleNoticeProps<Values> {
  readonly stale: Stale<Values> | null;
  readonly labelOf: (field: string) => string;
  /** How the other's value reads, where the value itself does not; null for any other field. */
  readonly valueWords?: (field: string) => string | null;
}

/** What somebody else saved while this form was open, and what stays as typed here. */
export function StaleNotice<Values extends object>({ stale, labelOf, valueWords }: StaleNoticeProps<Values>) {
  const { t } = useText();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (stale !== null) notice.current?.focus();
  }, [stale]);
  if (stale === null) return null;
  const values = new Map<string, unknown>(Object.entries(stale.fresh));
  return (
    <Alert
      ref={notice}
      tabIndex={-1}
      role="alert"
      color="yellow"
      variant="light"
      mb="md"
      icon={<IconUsers />}
      title={t('console.stale.title')}
    >
      <Text size="sm">{t('console.stale.text')}</Text>
      <List size="sm" mt="xs">
        {stale.theirs.map((field) => (
          <List.Item key={field}>
            {t(stale.both.includes(field) ? 'console.stale.both' : 'console.stale.theirs', {
              field: labelOf(field),
              value: valueWords?.(field) ?? wordsOf(values.get(field)),
            })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value !== 'object') return String(value);
  const parts = Object.values(value).map(wordsOf);
  return parts.filter((part) => part !== '–').join(', ') || '–';
}
