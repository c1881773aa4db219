import { newId, pickText } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { differenceOf } from '../../merge-patch.js';
import { foldName } from '../reading/fold.js';
import type { ImportRecord } from '../reading/record.js';
import type { Known, KnownInstitution } from './known.js';
import type { FieldChange, InstitutionFields, Outcome, PlannedPart } from './plan.js';
import { slugFor } from './slug.js';

export interface PlannedOrganisation extends PlannedPart {
  readonly institutionId: Id;
  readonly own: boolean;
}

type Named = Pick<KnownInstitution, 'name'>;

/**
 * Decides for one row after another which organisation is meant, by its name in either language: a member of the
 * institution, or one that the actor may change. One of the same name elsewhere is neither changed nor made a member,
 * because membership gives rights over it.
 */
export class OrganisationPlanner {
  private readonly members: ReadonlySet<Id>;
  private readonly byName = new Map<string, KnownInstitution[]>();
  private readonly seen = new Map<string, number>();
  private readonly slugs: Set<string>;

  constructor(known: Known) {
    this.members = new Set(known.memberships.map(({ memberId }) => memberId));
    this.slugs = new Set(known.takenSlugs);
    for (const institution of known.institutions) {
      for (const key of keysOf(institution))
        this.byName.set(key, [...(this.byName.get(key) ?? []), institution]);
    }
  }

  plan(record: ImportRecord): Outcome<PlannedOrganisation> {
    const name = nameIn(record);
    const earlier = keysOf({ name }).map((key) => this.seen.get(key));
    const twice = earlier.find((row) => row !== undefined);
    if (twice !== undefined)
      return { problem: { field: 'organisation', code: 'import.row-twice', params: { row: twice } } };
    for (const key of keysOf({ name })) this.seen.set(key, record.row);
    const found = new Set(keysOf({ name }).flatMap((key) => this.byName.get(key) ?? []));
    const within = [...found].filter(({ id, own }) => own || this.members.has(id));
    const [meant, another] = within.length > 1 ? within.filter(({ id }) => this.members.has(id)) : within;
    if (another !== undefined) return refused('import.ambiguous');
    if (meant !== undefined) return this.keep(meant, record);
    return found.size > 0 ? refused('import.organisation-elsewhere') : this.add(record, name);
  }

  private keep(institution: KnownInstitution, record: ImportRecord): PlannedOrganisation {
    const { id, own } = institution;
    const state = this.members.has(id) ? 'unchanged' : 'linked';
    const same = { institutionId: id, own, state, changes: [], commit: () => undefined } as const;
    if (!own) return same;
    const difference = differenceOf<InstitutionFields>(institution, fieldsOf(record, institution));
    if (difference === null) return same;
    return {
      ...same,
      state: state === 'linked' ? 'linked' : 'changed',
      changes: shown(difference.before, difference.after),
      commit: (writes) => writes.institutionChanges.push({ id, ...difference }),
    };
  }

  private add(record: ImportRecord, name: LocalizedText): PlannedOrganisation {
    const id = newId();
    const fields = fieldsOf(record, { name: {}, laender: [], mainLanguage: 'de' });
    const sortName = pickText(name, 'de', 'de').text;
    const slug = slugFor(sortName, id, this.slugs);
    const institution = {
      id,
      slug,
      kind: 'organisation' as const,
      name,
      sortName,
      shortName: null,
      colour: null,
      zone: 'Europe/Berlin',
      mainLanguage: name.de === undefined ? ('en' as const) : ('de' as const),
      field: null,
      laender: fields.laender ?? [],
      seat: fields.seat ?? null,
      website: fields.website ?? null,
      organisationKind: fields.organisationKind ?? null,
      operatorId: null,
      parentId: null,
      logoFileId: null,
    };
    return {
      institutionId: id,
      own: true,
      state: 'new',
      changes: shown({}, fields),
      commit: (writes) => writes.institutions.push(institution),
    };
  }
}

/** The name that a record gives its organisation; empty where it gives none. */
export function nameIn({ values: { organisation, organisationEn } }: ImportRecord): LocalizedText {
  return {
    ...(organisation !== undefined && { de: organisation }),
    ...(organisationEn !== undefined && { en: organisationEn }),
  };
}

function fieldsOf(
  record: ImportRecord,
  { name: present, laender, mainLanguage }: Pick<KnownInstitution, 'name' | 'laender' | 'mainLanguage'>,
): Partial<InstitutionFields> {
  const { organisationKind, seat, land, website } = record.values;
  const name = { ...present, ...nameIn(record) };
  return {
    name,
    sortName: pickText(name, mainLanguage, mainLanguage).text,
    ...(organisationKind !== undefined && { organisationKind }),
    ...(seat !== undefined && { seat }),
    ...(website !== undefined && { website }),
    ...(land !== undefined && !laender.includes(land) && { laender: [...laender, land].toSorted() }),
  };
}

function shown(
  before: Partial<InstitutionFields>,
  after: Partial<InstitutionFields>,
): readonly FieldChange[] {
  const changes: (FieldChange | null)[] = [
    change('organisation', before.name?.de, after.name?.de),
    change('organisationEn', before.name?.en, after.name?.en),
    change('organisationKind', before.organisationKind, after.organisationKind),
    change('seat', before.seat, after.seat),
    change('land', before.laender?.join(', '), after.laender?.join(', ')),
    change('website', before.website, after.website),
  ];
  return changes.filter((one) => one !== null);
}

function change(
  field: FieldChange['field'],
  before: string | null | undefined,
  after: string | null | undefined,
): FieldChange | null {
  if (after === undefined || after === null || after === '' || after === before) return null;
  return { field, before: before === undefined || before === '' ? null : before, after };
}

function keysOf({ name }: Named): readonly string[] {
  return [...new Set([name.de, name.en].filter((text) => text !== undefined).map(foldName))];
}

function refused(code: string): Outcome<PlannedOrganisation> {
  return { problem: { field: 'organisation', code, params: {} } };
}
