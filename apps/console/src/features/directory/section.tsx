import { Button, Group, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly actionLabel: string;
  readonly onAction: () => void;
  /** Whether the reader may add; if not, the way to is not shown. */
  readonly allowed?: boolean;
  /** What else can be done with the list. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A list that belongs to an institution, with the way to add to it. */
export function Section({ title, actionLabel, onAction, allowed = true, extra, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ marginBlockStart: 40 }}>
      <Group justify="space-between" mb="sm">
        <Title order={2} id={id}>
          {title}
        </Title>
        <Group gap="sm">
          {extra}
          {allowed && (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPlus size={18} aria-hidden="true" />}
              onClick={onAction}
            >
              {actionLabel}
            </Button>
          )}
        </Group>
      </Group>
      {children}
    </section>
  );
}
