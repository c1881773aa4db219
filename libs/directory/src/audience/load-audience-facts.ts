import type { AudienceRule } from '#contracts';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { groupRows } from '../group-rows.js';
import type { SeatMandate } from './asked-holders.rules.js';
import type { AudienceFacts, FactInstitution, FactOffice, FactPerson } from './audience-facts.js';
import { partsOf } from './rule-parts.js';
import type { RuleParts } from './rule-parts.js';

/**
 * What has to be known to work a rule out for a day: at most eight queries, however many institutions it reaches; what
 * the rule does not mention costs none.
 */
export async function loadAudienceFacts(
  reader: Reader,
  rule: AudienceRule,
  day: Temporal.PlainDate,
): Promise<AudienceFacts> {
  const rules = await findRules(reader, rule);
  const parts = partsOf([rule, ...rules.values()]);
  const members = await findMembers(reader, parts.memberOfIds, day);
  const taggedInstitutions = await findTaggedInstitutions(reader, parts.tagIds);
  const taggedPeople = await findTaggedPeople(reader, parts.tagIds);
  const regionClusters = await findRegionClusters(reader, parts.regions);
  const institutionIds = [
    ...parts.institutionIds,
    ...regionClusters,
    ...[...members.values(), ...taggedInstitutions.values()].flat(),
  ];
  const institutions = await findInstitutionFacts(reader, institutionIds);
  const offices = await findOffices(reader, institutionIds, parts.officeKinds);
  const mandates = await findAllMandates(
    reader,
    offices.map(({ id }) => id),
  );
  const byInstitution = groupRows(offices, ({ institutionId }) => institutionId);
  const tagged = { taggedInstitutions, taggedPeople };
  return { rules, institutions, members, ...tagged, regionClusters, offices: byInstitution, mandates };
}

/** The rules of the saved audiences that a rule refers to, and of those that they refer to, and so on. One query. */
export async function findRules(reader: Reader, rule: AudienceRule): Promise<ReadonlyMap<Id, AudienceRule>> {
  const isNested = [...rule.include, ...rule.exclude].some(({ kind }) => kind === 'audience');
  if (!isNested) return new Map();
  const rows: { id: Id; rule: AudienceRule }[] = await reader.manager.query(
    `WITH RECURSIVE used AS (
       SELECT $1::jsonb AS rule, NULL::uuid AS id
       UNION
       SELECT audience.rule, audience.id
         FROM used
         CROSS JOIN LATERAL jsonb_path_query(used.rule, '$.*[*].audienceId') AS named (id)
         JOIN audience ON audience.id = (named.id #>> '{}')::uuid)
     SELECT id, rule FROM used WHERE id IS NOT NULL`,
    [JSON.stringify(rule)],
  );
  return new Map(rows.map(({ id, rule: saved }) => [id, saved]));
}

type Link = { readonly ofId: Id; readonly id: Id };

async function findMembers(reader: Reader, ofIds: readonly Id[], day: Temporal.PlainDate) {
  if (ofIds.length === 0) return groupIds([]);
  const rows: Link[] = await reader.manager.query(
    `SELECT membership.institution_id AS "ofId", member.id
       FROM membership JOIN institution AS member ON member.id = membership.member_id
      WHERE membership.institution_id = ANY($1)
        AND membership.valid_from <= $2 AND (membership.valid_until IS NULL OR membership.valid_until >= $2)
      ORDER BY member.sort_name, member.id`,
    [ofIds, day],
  );
  return groupIds(rows);
}

async function findTaggedInstitutions(reader: Reader, tagIds: readonly Id[]) {
  if (tagIds.length === 0) return groupIds([]);
  const rows: Link[] = await reader.manager.query(
    `SELECT tagged.tag_id AS "ofId", institution.id
       FROM institution_tag AS tagged JOIN institution ON institution.id = tagged.institution_id
      WHERE tagged.tag_id = ANY($1)
      ORDER BY institution.sort_name, institution.id`,
    [tagIds],
  );
  return groupIds(rows);
}

async function findTaggedPeople(reader: Reader, tagIds: readonly Id[]) {
  if (tagIds.length === 0) return new Map<Id, readonly FactPerson[]>();
  const rows: (FactPerson & Link)[] = await reader.manager.query(
    `SELECT tagged.tag_id AS "ofId", person.id, person.home_institution_id AS "homeInstitutionId"
       FROM person_tag AS tagged JOIN person ON person.id = tagged.person_id
      WHERE tagged.tag_id = ANY($1)
      ORDER BY person.family_name, person.given_name, person.id`,
    [tagIds],
  );
  return groupRows<Id, FactPerson & Link>(rows, ({ ofId }) => ofId);
}

/** The clusters of any of the regions; which belong to which is told by their facts. */
async function findRegionClusters(reader: Reader, regions: RuleParts['regions']): Promise<readonly Id[]> {
  if (regions.length === 0) return [];
  const rows: { id: Id }[] = await reader.manager.query(
    `SELECT id FROM institution
      WHERE kind = 'cluster'
        AND (laender && $1::text[] OR lower(field ->> 'de' COLLATE "de-x-icu") = ANY($2)
             OR lower(field ->> 'en' COLLATE "de-x-icu") = ANY($2))
      ORDER BY sort_name, id`,
    [
      regions.flatMap(({ laender }) => laender),
      regions.flatMap(({ field }) => (field === null ? [] : [field.toLowerCase()])),
    ],
  );
  return rows.map(({ id }) => id);
}

async function findInstitutionFacts(reader: Reader, ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, FactInstitution>();
  const rows: FactInstitution[] = await reader.manager.query(
    `SELECT id, kind, name, zone, laender, field, parent_id AS "parentId"
       FROM institution
      WHERE id = ANY($1) OR id IN (SELECT parent_id FROM institution WHERE id = ANY($1))`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function findOffices(reader: Reader, institutionIds: readonly Id[], kinds: RuleParts['officeKinds']) {
  if (institutionIds.length === 0) return [];
  const rows: FactOffice[] = await reader.manager.query(
    `SELECT id, institution_id AS "institutionId", name, kind, seats
       FROM office WHERE institution_id = ANY($1) AND kind = ANY($2) ORDER BY id`,
    [institutionIds, kinds],
  );
  return rows;
}

async function findAllMandates(reader: Reader, officeIds: readonly Id[]) {
  if (officeIds.length === 0) return new Map<Id, readonly SeatMandate[]>();
  const rows: (SeatMandate & { readonly officeId: Id })[] = await reader.manager.query(
    `SELECT office_id AS "officeId", seat, person_id AS "personId",
            valid_from AS "validFrom", valid_until AS "validUntil"
       FROM mandate WHERE office_id = ANY($1) ORDER BY office_id, seat, valid_from`,
    [officeIds],
  );
  return groupRows<Id, SeatMandate & { readonly officeId: Id }>(rows, ({ officeId }) => officeId);
}

function groupIds(rows: readonly Link[]): ReadonlyMap<Id, readonly Id[]> {
  const groups = groupRows<Id, Link>(rows, ({ ofId }) => ofId);
  return new Map([...groups].map(([ofId, links]) => [ofId, links.map(({ id }) => id)]));
}
