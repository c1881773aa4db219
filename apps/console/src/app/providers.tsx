import { DatesProvider } from '@mantine/dates';
import { MantineProvider, MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { useText } from '../ui/use-text.js';
import { cssVariables, theme } from './theme.js';

interface ProvidersProps {
  readonly texts: i18n;
  readonly queries: QueryClient;
  readonly children: ReactNode;
}

export function Providers({ texts, queries, children }: ProvidersProps) {
  return (
    <I18nextProvider i18n={texts}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <Calendars>{children}</Calendars>
          <Messages />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

function Calendars({ children }: { readonly children: ReactNode }) {
  const { language } = useText();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [6, 0] }}>
      {children}
    </DatesProvider>
  );
}

/** What passes by at the foot of the page; the way to close it has a name. */
function Messages() {
  const { t } = useText();
  const closeButtonProps = { 'aria-label': t('console.close') };
  return (
    <MantineThemeProvider
      theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}
      inherit
    >
      <Notifications position="bottom-center" autoClose={5000} />
    </MantineThemeProvider>
  );
}
