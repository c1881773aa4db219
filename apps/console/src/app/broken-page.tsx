import { Button, Container } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state.js';
import { useText } from '../ui/use-text.js';

/** A page failed: most often a new version was installed and the old page's parts are gone, so load it afresh. */
export function BrokenPage() {
  const { t } = useText();
  return (
    <Container size="sm">
      <EmptyState
        level={1}
        title={t('console.broken.title')}
        action={<Button onClick={() => location.reload()}>{t('console.broken.reload')}</Button>}
      >
        {t('console.broken.text')}
      </EmptyState>
    </Container>
  );
}

export function UnknownPage() {
  const { t } = useText();
  return (
    <>
      <title>{`${t('console.unknown-page.title')} · Jourfixe`}</title>
      <EmptyState
        level={1}
        title={t('console.unknown-page.title')}
        action={
          <Button component={Link} to="/">
            {t('console.unknown-page.home')}
          </Button>
        }
      >
        {t('console.unknown-page.text')}
      </EmptyState>
    </>
  );
}
