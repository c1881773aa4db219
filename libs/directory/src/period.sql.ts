/** SQL: the row with a period (both days inclusive, no last day: open-ended) is in force on the day. */
export function isInForce(alias: string, day: string): string {
  return `${alias}.validFrom <= ${day} AND (${alias}.validUntil IS NULL OR ${alias}.validUntil >= ${day})`;
}
