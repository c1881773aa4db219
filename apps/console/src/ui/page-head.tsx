import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './page-head.module.css';

interface PageHeadProps {
  readonly title: string;
  /** The language the title is in, where it is not the interface's. */
  readonly lang?: string;
  readonly children?: ReactNode;
  /** Top right; the main action comes last and filled. */
  readonly actions?: ReactNode;
  /** The page's own heading is larger; this one only says where one is. */
  readonly quiet?: boolean;
  readonly back?: { readonly to: string; readonly label: string };
}

/** The head of every page: where one came from, the title, and what can be done. */
export function PageHead({ title, lang, children, actions, quiet = false, back }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <title>{`${title} · Jourfixe`}</title>
      {back !== undefined && (
        <Anchor component={Link} to={back.to} size="sm" className={styles.back}>
          <IconArrowLeft size={16} aria-hidden="true" /> {back.label}
        </Anchor>
      )}
      <Group justify="space-between" align="flex-start" gap="md">
        <div className={styles.words}>
          <Title
            order={1}
            lang={lang}
            {...(quiet ? { size: 'h2', c: 'dimmed' } : { className: styles.title })}
          >
            {title}
          </Title>
          {children !== undefined && <Text c="dimmed">{children}</Text>}
        </div>
        {actions !== undefined && <Group gap="sm">{actions}</Group>}
      </Group>
    </header>
  );
}
