import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link, useLocation, useNavigate } from 'react-router';
import { endpoints } from '#contracts';
import { hasCode, useAction, useEnter } from '../../api/index.js';
import { Letter } from '../../ui/letter.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';

/**
 * Where the link of the sign-in mail leads. Opening it does nothing: mail scanners open links, and submit forms too,
 * so the api completes only for the browser that asked.
 */
export function CompletePage() {
  const { t } = useText();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const enter = useEnter();
  const complete = useAction(endpoints.completeSignIn);
  const signIn = () =>
    complete.mutate(
      { body: { token: hash.slice(1) } },
      {
        onSuccess: (me) => {
          enter(me);
          void navigate('/', { replace: true });
        },
      },
    );
  if (hasCode(complete.error, 'sign-in.other-browser')) return <OtherBrowser />;
  return (
    <Letter title={t('console.sign-in.complete-title')}>
      <Stack>
        <Text>{t('console.sign-in.complete-text')}</Text>
        <ProblemAlert error={complete.error} />
        <Button size="md" loading={complete.isPending} onClick={signIn}>
          {t('console.sign-in.submit')}
        </Button>
        {complete.isError && (
          <Anchor component={Link} to="/sign-in">
            {t('console.sign-in.ask-again')}
          </Anchor>
        )}
      </Stack>
    </Letter>
  );
}

function OtherBrowser() {
  const { t } = useText();
  return (
    <Letter title={t('console.sign-in.other-browser-title')}>
      <Stack>
        <Text>{t('console.sign-in.other-browser-text')}</Text>
        <Anchor component={Link} to="/sign-in">
          {t('console.sign-in.here-instead')}
        </Anchor>
      </Stack>
    </Letter>
  );
}
