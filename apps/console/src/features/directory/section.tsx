import { Button, Group, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** The way to add to it, where one can and may. */
  readonly action?:
    | {
        readonly label: string;
        /** The label with what it is about, where several on a page are alike. */
        readonly fullLabel?: string;
        readonly onClick: () => void;
      }
    | undefined;
  /** What else can be done, before the way to add. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A list that belongs to an institution. */
export function Section({ title, action, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ marginBlockStart: 40 }}>
      <Group justify="space-between" mb="sm">
        <Title order={2} id={id}>
          {title}
        </Title>
        <Group gap="sm">
          {aside}
          {action !== undefined && (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPlus size={18} aria-hidden="true" />}
              onClick={action.onClick}
              aria-label={action.fullLabel}
            >
              {action.label}
            </Button>
          )}
        </Group>
      </Group>
      {children}
    </section>
  );
}
