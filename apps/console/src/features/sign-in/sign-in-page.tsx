import { Alert } from '@mantine/core';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useInstance, useSession } from '../../api/index.js';
import { Letter } from '../../ui/letter.js';
import { useText } from '../../ui/use-text.js';
import { AddressForm } from './address-form.js';
import { CodeForm } from './code-form.js';

/** Sign-in by mail: first the address, then the link in the mail, or here the code. */
export function SignInPage() {
  const { t } = useText();
  const [asked, setAsked] = useState<{ address: string; minutes: number } | null>(null);
  const [search] = useSearchParams();
  const session = useSession();
  const instance = useInstance();
  // Also when the link was opened in another tab: the session is asked again when this one is looked at.
  if (session.data) return <Navigate to={innerAddress(search.get('next'))} replace />;
  if (asked === null) {
    return (
      <Letter title={t('console.sign-in.title')}>
        {instance.data?.setUp === false && (
          <Alert variant="light" mb="md" title={t('console.sign-in.not-set-up')}>
            {t('console.sign-in.not-set-up-text')}
          </Alert>
        )}
        <AddressForm onAsked={setAsked} />
      </Letter>
    );
  }
  return (
    <Letter title={t('console.sign-in.asked-title')}>
      <CodeForm
        address={asked.address}
        minutes={asked.minutes}
        sendsMail={instance.data?.sendsMail ?? true}
        onBack={() => setAsked(null)}
      />
    </Letter>
  );
}

/** Only a path of the console itself is followed. */
function innerAddress(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}
