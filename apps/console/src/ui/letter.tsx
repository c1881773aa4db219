import { Anchor, Group, Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { languages } from '#i18n';
import styles from './letter.module.css';
import { Ring } from './ring.js';
import { useText } from './use-text.js';

interface LetterProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of its own without the rail: one card on paper, with the mark above and the languages beneath. */
export function Letter({ title, children }: LetterProps) {
  const { t, language, choose } = useText();
  return (
    <main className={styles.page}>
      <title>{`${title} · Jourfixe`}</title>
      <div className={styles.brand}>
        <Ring size={36} /> {t('common.brand')}
      </div>
      <Paper withBorder className={styles.card}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </Paper>
      <Group justify="center" gap="lg" component="nav" aria-label={t('console.language.label')}>
        {languages.map((each) => (
          <Anchor
            key={each}
            component="button"
            type="button"
            lang={each}
            size="sm"
            aria-current={each === language}
            c={each === language ? 'dimmed' : undefined}
            onClick={() => choose(each)}
          >
            {t(`common.language.${each}`)}
          </Anchor>
        ))}
      </Group>
    </main>
  );
}
