import { Anchor, Text } from '@mantine/core';
import { Link, useLocation, useSearchParams } from 'react-router';
import { endpoints } from '#contracts';
import { hasStatus, useApi } from '../../api/index.js';
import { Letter } from '../../ui/letter.js';
import { Waiting } from '../../ui/loaded.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { SetupForm } from './setup-form.js';

/** Where the one-time link printed at the first start leads. */
export function SetupPage() {
  const { t } = useText();
  const token = useToken();
  const check = useApi(endpoints.checkSetup, { body: { token } });
  // A token of the wrong form is refused by the contract: for the reader that is a link that does not hold.
  const useless = check.data?.open === false || hasStatus(check.error, 400) || hasStatus(check.error, 422);
  if (useless) return <UsedLink />;
  return (
    <Letter title={t('console.setup.title')}>
      {check.data?.open === true && <SetupForm token={token} />}
      {check.isPending && <Waiting />}
      {check.isError && <ProblemAlert error={check.error} retry={() => void check.refetch()} />}
    </Letter>
  );
}

function UsedLink() {
  const { t } = useText();
  return (
    <Letter title={t('console.setup.used-title')}>
      <Text>{t('console.setup.used-text')}</Text>
      <Text mt="md">{t('console.setup.used-help')}</Text>
      <Anchor component={Link} to="/sign-in" mt="lg" display="inline-block">
        {t('console.setup.to-sign-in')}
      </Anchor>
    </Letter>
  );
}

function useToken(): string {
  const { hash } = useLocation();
  const [search] = useSearchParams();
  return hash === '' ? (search.get('token') ?? '') : hash.slice(1);
}
