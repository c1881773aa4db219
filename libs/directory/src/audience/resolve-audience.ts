import type { AudienceRule } from '#contracts';
import type { Reader } from '#database';
import { findPeople } from '../person/find-people.js';
import { composeAudience } from './compose-audience.js';
import { evaluateRule } from './evaluate-rule.js';
import { loadAudienceFacts } from './load-audience-facts.js';
import type { AudienceMoment, ResolvedAudience } from './resolved-audience.js';

/**
 * Who belongs to the audience of a rule on the meeting's day, seen from now. What a rule refers to and is no longer
 * there yields nobody. At most ten queries, however many institutions and people.
 */
export async function resolveAudience(
  reader: Reader,
  rule: AudienceRule,
  moment: AudienceMoment,
): Promise<ResolvedAudience> {
  const facts = await loadAudienceFacts(reader, rule, moment.meetingDay);
  const yielded = evaluateRule(rule, facts, moment);
  const personIds = new Set(yielded.asked.map(({ personId }) => personId));
  return composeAudience(yielded, await findPeople(reader, [...personIds]), facts);
}
