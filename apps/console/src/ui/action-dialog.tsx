import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.js';
import { useText } from './use-text.js';

interface ActionDialogProps {
  readonly title: string;
  readonly action: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The last look before something leaves the house or is settled. */
export function ActionDialog({ title, action, busy, error, onSubmit, onClose, children }: ActionDialogProps) {
  const { t } = useText();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('console.close') }}>
      <Stack>
        {children}
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('console.form.cancel')}
          </Button>
          <Button loading={busy} onClick={onSubmit}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
