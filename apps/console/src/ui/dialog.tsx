import { Modal, type MantineSize } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from './use-text.js';

export interface DialogProps {
  readonly title: string;
  readonly size?: MantineSize;
  readonly onClose: () => void;
  /** Something was typed: only the buttons put it away. */
  readonly holdsText?: boolean;
  readonly children: ReactNode;
}

/** What stands before the page until it is settled or put away. */
export function Dialog({ title, size = 'md', holdsText = false, onClose, children }: DialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      closeOnEscape={!holdsText}
      closeOnClickOutside={!holdsText}
      title={title}
      closeButtonProps={{ 'aria-label': t('console.close') }}
    >
      {children}
    </Modal>
  );
}
