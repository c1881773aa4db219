import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { SetupSteps } from './setup-steps.js';

export function HomePage() {
  const { t } = useText();
  return (
    <div>
      <PageHead title={t('console.nav.home')} />
      <SetupSteps />
    </div>
  );
}
