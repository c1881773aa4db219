import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Ring } from './ring.js';

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** 1 where it is the whole page. */
  readonly level?: 1 | 2;
}

/** Nothing here yet: the ring, one sentence that teaches, one action. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={48} px="md" ta="center">
      <Ring size={72} />
      <Title order={level} ff="var(--jf-serif)" fw={400} fz={25}>
        {title}
      </Title>
      <Text c="dimmed" maw="32rem">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
