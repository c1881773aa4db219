import { Kbd, Modal, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../ui/use-text.js';
import { SearchDialog } from './search-dialog.js';
import styles from './search-box.module.css';

interface SearchBoxProps {
  /** Only the glass, where there is no room for words. */
  readonly small?: boolean;
}

/** The way to the search; `/` and Ctrl+K open it from everywhere. */
export function SearchBox({ small = false }: SearchBoxProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  // Both boxes are in the document, one of them hidden: only the large one listens.
  useHotkeys(
    small
      ? []
      : [
          ['mod+K', () => setOpen(true)],
          ['/', () => setOpen(true)],
        ],
  );
  return (
    <>
      <UnstyledButton
        className={small ? styles.glass : styles.box}
        aria-label={small ? t('people.search.title') : undefined}
        onClick={() => setOpen(true)}
      >
        <IconSearch size={18} stroke={1.6} aria-hidden="true" />
        {!small && (
          <>
            <span className={styles.words}>{t('people.search.title')}</span>
            <Kbd size="xs" aria-hidden="true">
              {t('people.search.key')}
            </Kbd>
          </>
        )}
      </UnstyledButton>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        size="min(40rem, 100vw)"
        yOffset="8vh"
        title={t('people.search.title')}
        closeButtonProps={{ 'aria-label': t('console.close') }}
      >
        <SearchDialog onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}
