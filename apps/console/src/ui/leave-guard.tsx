import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useText } from './use-text.js';

/** For `navigate(to, { state: SAVED })`: leaving is meant, nothing is lost. */
export const SAVED = { saved: true } as const;

/** Asks before typed text is lost by leaving the page. */
export function LeaveGuard({ when }: { readonly when: boolean }) {
  const { t } = useText();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && nextLocation.pathname !== currentLocation.pathname && nextLocation.state !== SAVED,
  );
  useEffect(() => {
    if (!when) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('console.leave.title')}
      closeButtonProps={{ 'aria-label': t('console.close') }}
    >
      <Text>{t('console.leave.text')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('console.leave.discard')}
        </Button>
        <Button onClick={() => blocker.reset?.()} data-autofocus>
          {t('console.leave.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
