import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link, Outlet } from 'react-router';
import { useMay } from '../../api/index.js';
import { PageHead } from '../../ui/page-head.js';
import { TabLinks } from '../../ui/tab-links.js';
import { useText } from '../../ui/use-text.js';

/** Institutions, people and audiences. */
export function DirectoryLayout() {
  const { t } = useText();
  const may = useMay();
  return (
    <div>
      <PageHead
        title={t('console.nav.directory')}
        actions={
          may('directory.import') && (
            <Button
              component={Link}
              to="/directory/import"
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden="true" />}
            >
              {t('import.open')}
            </Button>
          )
        }
      >
        {t('console.directory.text')}
      </PageHead>
      <TabLinks
        label={t('console.nav.directory')}
        tabs={[
          { to: '/directory/institutions', label: t('console.directory.institutions') },
          ...(may('person.read') ? [{ to: '/directory/people', label: t('console.directory.people') }] : []),
          ...(may('audience.use') ? [{ to: '/directory/audiences', label: t('audiences.title') }] : []),
          ...(may('institution.change') ? [{ to: '/directory/calendars', label: t('calendars.title') }] : []),
          ...(may('person.merge')
            ? [{ to: '/directory/duplicates', label: t('people.duplicates.title') }]
            : []),
          ...(may('person.change')
            ? [{ to: '/directory/proposals', label: t('people.proposals.title') }]
            : []),
        ]}
      />
      <Outlet />
    </div>
  );
}
