import type {
  ImportRowDto,
  ListItem,
  OwnProposalDto,
  PersonDto,
  PersonField,
  PersonPatch,
  ProposalDto,
} from '#contracts';
import { errorText, fieldValueWords, fullName } from '#i18n';
import { momentOf, sheet, splitSheet, textOf } from './list-sheet.js';
import type { SheetWords } from './sheet-words.js';

/** With titles that an import knows again. */
export const personSheet = sheet<ListItem<'listPeople'>>([
  [
    'import.fields.salutation',
    ({ salutation }, { t }) => (salutation === 'none' ? '' : t(`import.salutations.${salutation}`)),
  ],
  ['import.fields.academicTitle', ({ academicTitle }) => academicTitle],
  ['import.fields.givenName', ({ givenName }) => givenName],
  ['import.fields.familyName', ({ familyName }) => familyName],
  ['import.fields.position', ({ position }) => position],
  ['import.fields.phone', ({ phone }) => phone],
  ['import.fields.language', ({ language }, { t }) => t(`import.languages.${language}`)],
  ['import.fields.email', ({ addresses }) => addresses[0]?.address],
  ['import.fields.email2', ({ addresses }) => addresses[1]?.address],
  ['import.fields.email3', ({ addresses }) => addressWords(addresses.slice(2))],
  ['sheets.columns.home', textOf(({ home }) => home?.name)],
  [
    'sheets.columns.offices',
    ({ offices }, { text }) =>
      offices.map(({ name, institution }) => `${text(name)}, ${text(institution)}`).join('; '),
  ],
]);

export const duplicateSheet = sheet<ListItem<'listDuplicates'>>([
  ['sheets.columns.first-person', ({ people: [first] }) => nameOf(first)],
  ['sheets.columns.first-addresses', ({ people: [first] }) => addressWords(first?.addresses ?? [])],
  ['sheets.columns.second-person', ({ people: [, second] }) => nameOf(second)],
  ['sheets.columns.second-addresses', ({ people: [, second] }) => addressWords(second?.addresses ?? [])],
  [
    'sheets.columns.why',
    ({ reasons }, { t }) => reasons.map((reason) => t(`people.duplicates.reasons.${reason}`)).join('; '),
  ],
  ['sheets.columns.score', ({ score }) => score],
]);

type Patched<Proposal> = Proposal & {
  readonly field: PersonField | 'addresses';
  readonly before: string;
  readonly after: string;
};

/** A row for every field that a proposal changes. */
export const proposalSheet = splitSheet(
  (proposal: ProposalDto) => patched(proposal, proposal.person),
  [
    ['sheets.columns.person', ({ person }) => nameOf(person)],
    ['sheets.columns.proposer', ({ proposer }) => proposer.name],
    ['sheets.columns.proposed-at', momentOf(({ proposedAt }) => proposedAt)],
    ['sheets.columns.what', ({ field }, { t }) => t(`people.merge.fields.${field}`)],
    ['sheets.columns.before', ({ field, before }, words) => valueOf(field, before, words)],
    ['sheets.columns.after', ({ field, after }, words) => valueOf(field, after, words)],
    ['sheets.columns.note', ({ note }) => note],
  ],
);

/** A row for every field that a proposal changes. */
export const ownProposalSheet = splitSheet(
  (proposal: OwnProposalDto) => patched(proposal, null),
  [
    ['sheets.columns.proposed-at', momentOf(({ proposedAt }) => proposedAt)],
    ['sheets.columns.what', ({ field }, { t }) => t(`people.merge.fields.${field}`)],
    ['sheets.columns.after', ({ field, after }, words) => valueOf(field, after, words)],
    ['sheets.columns.note', ({ note }) => note],
    ['sheets.columns.state', ({ state }, { t }) => t(`people.proposals.states.${state}`)],
    ['sheets.columns.decided-at', momentOf(({ decidedAt }) => decidedAt)],
  ],
);

/** The dry run, row by row: what each would change, and what is wrong with it. */
export const importRowSheet = sheet<ImportRowDto>([
  ['sheets.columns.row', ({ row }) => row],
  ['sheets.columns.state', ({ state }, { t }) => t(`import.states.${state}`)],
  ['sheets.columns.name', ({ name }) => name],
  ['sheets.columns.changes', ({ changes }, words) => changes.map((each) => changeOf(each, words)).join('; ')],
  [
    'sheets.columns.problems',
    ({ problems }, words) => problems.map((each) => problemOf(each, words)).join('; '),
  ],
]);

function changeOf({ field, before, after }: ImportRowDto['changes'][number], { t }: SheetWords): string {
  return `${t(`import.fields.${field}`)}: ${before === null ? '' : `${before} → `}${after}`;
}

function problemOf({ field, column, code, params }: ImportRowDto['problems'][number], { t }: SheetWords) {
  const words = errorText(t, code, params);
  const name = column ?? (field === null ? '' : t(`import.fields.${field}`));
  return name === '' ? words : t('import.problem-in', { column: name, problem: words });
}

function nameOf(person: PersonDto | undefined): string {
  return person === undefined ? '' : fullName({ ...person, title: person.academicTitle });
}

function addressWords(addresses: PersonDto['addresses']): string {
  return addresses.map(({ address }) => address).join(' ');
}

function valueOf(field: Patched<object>['field'], value: string, words: SheetWords): string {
  return value === '' ? '' : fieldValueWords(field, value, words);
}

const fields = [
  'academicTitle',
  'givenName',
  'familyName',
  'salutation',
  'position',
  'phone',
  'language',
  'homeInstitutionId',
] as const satisfies readonly PersonField[];

function patched<Proposal extends { readonly patch: PersonPatch }>(
  proposal: Proposal,
  person: PersonDto | null,
): readonly Patched<Proposal>[] {
  const { patch } = proposal;
  const rows = fields
    .filter((field) => patch[field] !== undefined)
    .map((field) => ({ ...proposal, field, before: person?.[field] ?? '', after: patch[field] ?? '' }));
  if (patch.addresses === undefined) return rows;
  const before = addressWords(person?.addresses ?? []);
  return [...rows, { ...proposal, field: 'addresses', before, after: patch.addresses.join(' ') }];
}
