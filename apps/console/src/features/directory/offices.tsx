import { ActionIcon, Anchor, Button, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconUserOff, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  endpoints,
  type HandoverDto,
  type InstitutionDto,
  type MandateDto,
  type OfficeDto,
} from '#contracts';
import { formatList } from '#i18n';
import { useApiPages, useMay } from '../../api/index.js';
import { DataTable, Cell } from '../../ui/data-table.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { StateMark } from '../../ui/state-mark.js';
import { PeriodWords } from '../../ui/timeline.js';
import { useText } from '../../ui/use-text.js';
import { ComingHandover } from '../handover/coming-handover.js';
import { DeputiesPanel } from '../handover/deputies-panel.js';
import { HandOverDialog } from '../handover/hand-over-dialog.js';
import { EndMandate, GiveMandate } from './mandate-dialogs.js';
import { OfficeHistory } from './mandate-history.js';
import { EditOffice, NewOffice } from './office-form.js';
import { Section } from './section.js';

interface OfficesProps {
  readonly institution: InstitutionDto;
  /** The day looked at; today if none. */
  readonly asOf: string | undefined;
}

/** The offices of an institution: roles that exist whoever fills them. */
export function Offices({ institution, asOf }: OfficesProps) {
  const { t } = useText();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const handovers = useApiPages(endpoints.listHandovers, {
    query: { institutionId: institution.id, limit: 200 },
  });
  const input = { query: { institutionId: institution.id, asOf } };
  const query = useApiPages(endpoints.listOffices, input);
  return (
    <Section
      title={t('console.office.title')}
      aside={<ExportMenu list={endpoints.listOffices} input={input} />}
      action={
        may('office.change', { institutionIds: [institution.id] })
          ? { label: t('console.office.new'), onClick: () => setAdding(true) }
          : undefined
      }
    >
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('console.office.none')}</Text>
          ) : (
            <DataTable
              label={t('console.office.title')}
              columns={[
                t('console.office.one'),
                t('console.office.holders'),
                t('console.answers.columns.actions'),
              ]}
            >
              {items.map((office) => (
                <OfficeRow
                  key={office.id}
                  office={office}
                  handovers={(handovers.items ?? []).filter((each) => each.office.id === office.id)}
                />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
      {adding && <NewOffice institutionId={institution.id} onClose={() => setAdding(false)} />}
    </Section>
  );
}

type Dialog =
  | { readonly kind: 'edit' | 'give' | 'history' | 'deputies' }
  | { readonly kind: 'end' | 'hand-over'; readonly mandate: MandateDto };

interface OfficeRowProps {
  readonly office: OfficeDto;
  /** Those to come. */
  readonly handovers: readonly HandoverDto[];
}

function OfficeRow({ office, handovers }: OfficeRowProps) {
  const { t, language } = useText();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const may = useMay();
  const place = { institutionIds: [office.institution.id] };
  const mayGive = may('mandate.change', place);
  const mayEdit = may('office.change', place);
  const name = pickLocal(office.name, language);
  const close = () => setDialog(null);
  return (
    <tr>
      <Cell>
        <div>
          <Text fw={600} lang={name.lang}>
            {name.text}
          </Text>
          <Text size="sm" c="dimmed">
            {t('console.office.seats', { count: office.seats })}
          </Text>
          <OfficeAddresses office={office} />
        </div>
      </Cell>
      <Cell>
        <div>
          <Holders office={office} onChoose={mayGive ? setDialog : null} />
          {handovers.map((handover) => (
            <ComingHandover key={handover.id} handover={handover} />
          ))}
          {office.deputies.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('handover.deputies.line', {
                names: formatList(
                  office.deputies.map(({ person }) => person.name),
                  language,
                ),
              })}
            </Text>
          )}
        </div>
      </Cell>
      <Cell numeric>
        <OfficeMenu name={name.text} mayGive={mayGive} mayEdit={mayEdit} onChoose={setDialog} />
        {dialog !== null && <OfficeDialog office={office} dialog={dialog} onClose={close} />}
      </Cell>
    </tr>
  );
}

/** The office's own mailbox, which stays when it changes hands, and who gets a copy. */
function OfficeAddresses({ office: { mailbox, copyAddress } }: { readonly office: OfficeDto }) {
  const { t } = useText();
  const lines = [
    ...(mailbox === null ? [] : [t('directory.office.mailbox', { address: mailbox })]),
    ...(copyAddress === null ? [] : [t('directory.office.copy', { address: copyAddress })]),
  ];
  return lines.map((line) => (
    <Text key={line} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {line}
    </Text>
  ));
}

interface OfficeDialogProps {
  readonly office: OfficeDto;
  readonly dialog: Dialog;
  readonly onClose: () => void;
}

function OfficeDialog({ office, dialog, onClose }: OfficeDialogProps) {
  switch (dialog.kind) {
    case 'edit':
      return <EditOffice office={office} onClose={onClose} />;
    case 'give':
      return <GiveMandate office={office} onClose={onClose} />;
    case 'history':
      return <OfficeHistory office={office} onClose={onClose} />;
    case 'deputies':
      return <DeputiesPanel office={office} onClose={onClose} />;
    case 'end':
      return <EndMandate mandate={dialog.mandate} onClose={onClose} />;
    case 'hand-over':
      return <HandOverDialog office={office} mandate={dialog.mandate} onClose={onClose} />;
  }
}

interface HoldersProps {
  readonly office: OfficeDto;
  /** Null: the reader may not end a mandate. */
  readonly onChoose: ((dialog: Dialog) => void) | null;
}

function Holders({ office, onChoose }: HoldersProps) {
  const { t } = useText();
  // Guests come when they are asked: an empty seat of theirs is no vacancy.
  const vacant = office.kind === 'guest' ? 0 : office.seats - office.holders.length;
  return (
    <div>
      {office.holders.map((mandate) => (
        <Group key={mandate.id} gap="sm">
          <span>
            <Anchor component={Link} underline="always" to={`/directory/people?person=${mandate.person.id}`}>
              {mandate.person.name}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              <PeriodWords period={mandate} />
            </Text>
          </span>
          {mandate.validUntil === null && onChoose !== null && (
            <>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onChoose({ kind: 'hand-over', mandate })}
                aria-label={t('handover.action-for', { name: mandate.person.name })}
              >
                {t('handover.action')}
              </Button>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onChoose({ kind: 'end', mandate })}
                aria-label={t('console.mandate.end-for', { name: mandate.person.name })}
              >
                {t('console.mandate.end')}
              </Button>
            </>
          )}
        </Group>
      ))}
      {vacant > 0 && (
        <StateMark tone="warn" Shape={IconUserOff}>
          {t('console.office.vacant', { count: vacant })}
        </StateMark>
      )}
    </div>
  );
}

interface OfficeMenuProps {
  readonly name: string;
  readonly mayGive: boolean;
  readonly mayEdit: boolean;
  readonly onChoose: (dialog: Dialog) => void;
}

function OfficeMenu({ name, mayGive, mayEdit, onChoose }: OfficeMenuProps) {
  const { t } = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size={36} aria-label={t('console.answers.actions-for', { name })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayGive && (
          <Menu.Item leftSection={<IconUserPlus size={18} />} onClick={() => onChoose({ kind: 'give' })}>
            {t('console.mandate.give')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconHistory size={18} />} onClick={() => onChoose({ kind: 'history' })}>
          {t('directory.history.open')}
        </Menu.Item>
        {mayEdit && (
          <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => onChoose({ kind: 'edit' })}>
            {t('console.form.edit')}
          </Menu.Item>
        )}
        {mayEdit && (
          <Menu.Item leftSection={<IconUsers size={18} />} onClick={() => onChoose({ kind: 'deputies' })}>
            {t('handover.deputies.title')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
