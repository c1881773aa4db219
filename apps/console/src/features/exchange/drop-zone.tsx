import { Button, FileButton, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useText } from '../../ui/use-text.js';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  readonly disabled: boolean;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.vcf,text/csv,text/vcard';

/** A place to let a file fall, and a button for those who do not drag. */
export function DropZone({ disabled, busy, onFile }: DropZoneProps) {
  const { t } = useText();
  const [over, setOver] = useState(false);
  const take = (file: File | null | undefined) => {
    if (file !== null && file !== undefined && !disabled && !busy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={styles.zone}
      data-over={over && !disabled ? true : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden="true" />
      <Text fw={600}>{t('import.drop')}</Text>
      <Text size="sm">{t(disabled ? 'import.choose-first' : 'import.or-choose')}</Text>
      <FileButton accept={ACCEPTED} onChange={take} disabled={disabled}>
        {(props) => (
          <Button {...props} disabled={disabled} loading={busy}>
            {t('import.choose')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        {t('import.drop-hint')}
      </Text>
    </div>
  );
}
