import { Outlet } from 'react-router';
import { PageHead } from '../../ui/page-head.js';
import { TabLinks } from '../../ui/tab-links.js';
import { useText } from '../../ui/use-text.js';

/** Institutions and people. */
export function DirectoryLayout() {
  const { t } = useText();
  return (
    <div>
      <PageHead title={t('console.nav.directory')}>{t('console.directory.text')}</PageHead>
      <TabLinks
        label={t('console.nav.directory')}
        tabs={[
          { to: '/directory/institutions', label: t('console.directory.institutions') },
          { to: '/directory/people', label: t('console.directory.people') },
          { to: '/directory/duplicates', label: t('people.duplicates.title') },
          { to: '/directory/proposals', label: t('people.proposals.title') },
        ]}
      />
      <Outlet />
    </div>
  );
}
