import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { languages } from '#i18n';
import { useLeave, useSession } from '../api/index.js';
import { useText } from '../ui/use-text.js';
import styles from './account-menu.module.css';

const schemes = [
  { value: 'light', key: 'console.theme.light', Icon: IconSun },
  { value: 'dark', key: 'console.theme.dark', Icon: IconMoon },
  { value: 'auto', key: 'console.theme.auto', Icon: IconDeviceDesktop },
] as const satisfies readonly { value: MantineColorScheme; key: string; Icon: unknown }[];

/** At the foot of the rail: who is signed in, the language, light or dark, and the way out. */
export function AccountMenu() {
  const { t } = useText();
  const { data: me } = useSession();
  const leave = useLeave();
  const signOut = () => {
    leave().catch(() => notifications.show({ color: 'red', message: t('console.problem.unreachable') }));
  };
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.account}>
          <span className={styles.who}>
            <span className={styles.name}>{me?.name}</span>
            <span className={styles.address}>{me?.address}</span>
          </span>
          <IconSelector size={18} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
        <Menu.Divider />
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item component={Link} to="/me" leftSection={<IconUser size={18} />}>
          {t('rights.me.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={signOut}>
          {t('console.nav.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageItems() {
  const { t, language, choose } = useText();
  return (
    <>
      <Menu.Label>{t('console.language.label')}</Menu.Label>
      {languages.map((each) => (
        <Menu.Item
          key={each}
          lang={each}
          closeMenuOnClick={false}
          aria-current={each === language}
          rightSection={each === language ? <IconCheck size={18} /> : null}
          onClick={() => choose(each)}
        >
          {t(`common.language.${each}`)}
        </Menu.Item>
      ))}
    </>
  );
}

function ThemeItems() {
  const { t } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('console.theme.label')}</Menu.Label>
      {schemes.map(({ value, key, Icon }) => (
        <Menu.Item
          key={value}
          closeMenuOnClick={false}
          aria-current={value === colorScheme}
          leftSection={<Icon size={18} />}
          rightSection={value === colorScheme ? <IconCheck size={18} /> : null}
          onClick={() => setColorScheme(value)}
        >
          {t(key)}
        </Menu.Item>
      ))}
    </>
  );
}
