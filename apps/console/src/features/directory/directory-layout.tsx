import { Outlet } from 'react-router';
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
      <PageHead title={t('console.nav.directory')}>{t('console.directory.text')}</PageHead>
      <TabLinks
        label={t('console.nav.directory')}
        tabs={[
          { to: '/directory/institutions', label: t('console.directory.institutions') },
          ...(may('person.read') ? [{ to: '/directory/people', label: t('console.directory.people') }] : []),
          ...(may('audience.use') ? [{ to: '/directory/audiences', label: t('audiences.title') }] : []),
        ]}
      />
      <Outlet />
    </div>
  );
}
