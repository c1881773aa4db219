import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { useText } from './use-text.js';

interface CopyLinkProps {
  readonly address: string;
  readonly label: string;
}

/** Puts an address into the clipboard and says so. */
export function CopyLink({ address, label }: CopyLinkProps) {
  const { t } = useText();
  return (
    <CopyButton value={address}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={
            copied ? <IconCheck size={18} aria-hidden="true" /> : <IconLink size={18} aria-hidden="true" />
          }
          onClick={copy}
        >
          <span aria-live="polite">{copied ? t('console.copied') : label}</span>
        </Button>
      )}
    </CopyButton>
  );
}
