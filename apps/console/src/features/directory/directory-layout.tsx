import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link, Outlet } from 'react-router';
import { PageHead } from '../../ui/page-head.js';
import { TabLinks } from '../../ui/tab-links.js';
import { useText } from '../../ui/use-text.js';

/** Institutions and people. */
export function DirectoryLayout() {
  const { t } = useText();
  return (
    <div>
      <PageHead
        title={t('console.nav.directory')}
        actions={
          <Button
            component={Link}
            to="/directory/import"
            variant="default"
            leftSection={<IconFileImport size={18} aria-hidden="true" />}
          >
            {t('import.open')}
          </Button>
        }
      >
        {t('console.directory.text')}
      </PageHead>
      <TabLinks
        label={t('console.nav.directory')}
        tabs={[
          { to: '/directory/institutions', label: t('console.directory.institutions') },
          { to: '/directory/people', label: t('console.directory.people') },
        ]}
      />
      <Outlet />
    </div>
  );
}
