import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from './use-text.js';

interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Details beside the list that one returns to at once. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const { t } = useText();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(42rem, 100vw)"
      title={title}
      closeButtonProps={{ 'aria-label': t('console.close') }}
    >
      {children}
    </Drawer>
  );
}
