import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { endpoints, type PersonDto } from '#contracts';
import { fullName, languages } from '#i18n';
import { call, refresh, useApi, useSession } from '../../api/index.js';
import { AddressList } from '../../ui/address-list.js';
import { ContractForm } from '../../ui/contract-form.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { OwnRights } from './own-rights.js';

/** What the directory says about whoever is signed in, what of it they change themselves, and what they may do. */
export function MePage() {
  const { t } = useText();
  const me = useApi(endpoints.getMyself, {});
  return (
    <div>
      <PageHead title={t('rights.me.title')}>{t('rights.me.text')}</PageHead>
      <Loaded query={me}>
        {(person) => (
          <>
            <Section title={t('rights.me.about')} hint={t('rights.me.about-hint')}>
              <About person={person} />
            </Section>
            <Section title={t('rights.me.own')} hint={t('rights.me.own-hint')}>
              <OwnFields person={person} />
            </Section>
          </>
        )}
      </Loaded>
      <Section title={t('rights.me.rights')} hint={t('rights.me.rights-hint')}>
        <OwnRights />
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

function Section({ title, hint, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ marginBlockEnd: 40 }}>
      <Title order={2} id={id}>
        {title}
      </Title>
      <Text c="dimmed" mb="sm" maw="42rem">
        {hint}
      </Text>
      {children}
    </section>
  );
}

function About({ person }: { readonly person: PersonDto }) {
  const { t } = useText();
  const { data: session } = useSession();
  return (
    <Facts
      rows={[
        [t('console.person.name'), fullName({ ...person, title: person.academicTitle })],
        [t('console.person.position'), person.position],
        [
          t('console.person.addresses'),
          person.addresses.length > 0 && <AddressList key="addresses" addresses={person.addresses} />,
        ],
        [t('rights.me.signs-in-with'), session?.address],
      ]}
    />
  );
}

function OwnFields({ person }: { readonly person: PersonDto }) {
  const { t } = useText();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: { language: String(person.language), phone: person.phone ?? '' },
    schema: endpoints.changeMyself.body,
    toBody: ({ language, phone }) => ({
      language: languages.find((each) => each === language) ?? person.language,
      phone: phone.trim() === '' ? null : phone,
    }),
    submit: async (body) => {
      await call(endpoints.changeMyself, { body });
      await refresh(client, [endpoints.getMyself.name, endpoints.getSession.name, endpoints.listPeople.name]);
      notifications.show({ message: t('console.form.saved') });
    },
  });
  const { form, busy } = contract;
  return (
    <ContractForm contract={contract}>
      <Stack maw="26rem">
        <Select
          allowDeselect={false}
          label={t('console.person.language')}
          description={t('console.person.language-hint')}
          data={languages.map((value) => ({ value, label: t(`console.language.names.${value}`) }))}
          {...form.getInputProps('language')}
        />
        <TextInput type="tel" label={t('console.person.phone')} {...form.getInputProps('phone')} />
        <Group>
          <Button type="submit" variant="default" loading={busy}>
            {t('console.form.save')}
          </Button>
        </Group>
      </Stack>
    </ContractForm>
  );
}
