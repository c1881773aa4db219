// An institution stands for itself, a committee for whose committee it is.
const STOOD_FOR = `CASE asked.kind WHEN 'committee' THEN asked.parent_id ELSE asked.id END`;

/** SQL: joins to each reason (alias `reason`) the institution that it stands for, as `represented`. */
export const JOIN_REPRESENTED = `
  JOIN institution AS asked ON asked.id = reason.institution_id
  JOIN institution AS represented ON represented.id = ${STOOD_FOR}`;

/**
 * SQL: joins to each reason (alias `reason`) the cluster that it stands for, as `cluster`. A member organisation stands
 * for no cluster.
 */
export const JOIN_REPRESENTED_CLUSTER = `
  JOIN institution AS asked ON asked.id = reason.institution_id
  JOIN institution AS cluster ON cluster.kind = 'cluster' AND cluster.id = ${STOOD_FOR}`;
