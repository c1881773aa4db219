import { Anchor, AppShell, Box, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAddressBook,
  IconCalendarEvent,
  IconCalendarQuestion,
  IconHistory,
  IconHome,
  IconMail,
  IconRepeat,
  IconSettings,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigation } from 'react-router';
import { useMay } from '../api/index.js';
import { Ring } from '../ui/ring.js';
import { useText } from '../ui/use-text.js';
import { SearchBox } from '../features/search/search-box.js';
import { AccountMenu } from './account-menu.js';
import styles from './shell.module.css';

const rail = [
  { to: '/', key: 'console.nav.home', Icon: IconHome, asks: null },
  { to: '/meetings', key: 'console.nav.meetings', Icon: IconCalendarEvent, asks: 'meeting.read' },
  { to: '/series', key: 'series-pages.title', Icon: IconRepeat, asks: 'meeting.read' },
  { to: '/polls', key: 'polls.console.title', Icon: IconCalendarQuestion, asks: 'meeting.invite' },
  { to: '/directory', key: 'console.nav.directory', Icon: IconAddressBook, asks: 'institution.read' },
  { to: '/mail', key: 'console.nav.mail', Icon: IconMail, asks: 'mail.read' },
  { to: '/log', key: 'rights.log.title', Icon: IconHistory, asks: 'audit.read' },
  { to: '/settings/access', key: 'rights.settings.title', Icon: IconSettings, asks: 'instance.administer' },
] as const;

/** The frame of every page: the rail on the left (behind a button on small screens), the page beside it. */
export function Shell() {
  const { t } = useText();
  const [open, { toggle, close }] = useDisclosure(false);
  const main = useFocusOnNewPage(close);
  const may = useMay();
  const loading = useNavigation().state === 'loading';
  return (
    <AppShell
      layout="alt"
      header={{ height: { base: 56, sm: 0 } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !open } }}
      transitionDuration={150}
    >
      <a href="#main" className={styles.skip}>
        {t('console.nav.skip')}
      </a>
      <Box component="nav" hiddenFrom="sm" aria-label={t('console.nav.bar')} className={styles.bar}>
        <Brand />
        <SearchBox small />
        <Burger opened={open} onClick={toggle} aria-label={t('console.nav.menu')} aria-expanded={open} />
      </Box>
      <AppShell.Navbar className={styles.rail} data-open={open} aria-label={t('console.nav.label')}>
        <Group justify="space-between" className={styles.railHead}>
          <Brand />
          <Burger opened={open} onClick={toggle} hiddenFrom="sm" aria-label={t('console.nav.menu')} />
        </Group>
        <SearchBox />
        <ul className={styles.links}>
          {rail
            .filter(({ asks }) => asks === null || may(asks))
            .map(({ to, key, Icon }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/'} className={styles.link}>
                  <Icon size={20} stroke={1.6} aria-hidden="true" />
                  {t(key)}
                </NavLink>
              </li>
            ))}
        </ul>
        <AccountMenu />
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1} aria-busy={loading} className={styles.main}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function Brand() {
  const { t } = useText();
  return (
    <Anchor component={Link} to="/" underline="never" className={styles.brand}>
      <Ring size={28} />
      <Text span fw={650} fz="lg">
        {t('common.brand')}
      </Text>
    </Anchor>
  );
}

/** Takes the focus to the page when another one is opened, as loading a page would. */
function useFocusOnNewPage(onNewPage: () => void) {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    onNewPage();
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname, onNewPage]);
  return main;
}
