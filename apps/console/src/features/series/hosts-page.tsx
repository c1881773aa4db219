import { useParams } from 'react-router';
import { endpoints } from '#contracts';
import { useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { HostsSection } from './hosts-section.js';

/** The hosts of one series, on a page of their own. */
export function HostsPage() {
  const { id = '' } = useParams();
  const { language } = useText();
  const query = useApi(endpoints.getSeries, { params: { id } });
  return (
    <Loaded query={query}>
      {(series) => {
        const name = pickLocal(series.name, language);
        return (
          <div>
            <PageHead title={name.text} {...(name.lang !== undefined && { lang: name.lang })}>
              {series.ruleWords[language]}
            </PageHead>
            <HostsSection series={series} />
          </div>
        );
      }}
    </Loaded>
  );
}
