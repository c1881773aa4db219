import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Ring } from './ring.js';

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here yet: the ring, one sentence that teaches, one action. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={48} px="md" ta="center">
      <Ring size={72} />
      <Title order={2} ff="var(--jf-serif)" fw={400} fz={25}>
        {title}
      </Title>
      <Text c="dimmed" maw="32rem">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
