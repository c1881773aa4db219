/**
 * SQL: joins to each reason (alias `reason`) the cluster that it stands for, as `cluster`: a cluster for itself, a
 * committee for the cluster whose committee it is. A member organisation stands for no cluster.
 */
export const JOIN_REPRESENTED_CLUSTER = `
  JOIN institution AS asked ON asked.id = reason.institution_id
  JOIN institution AS cluster
    ON cluster.kind = 'cluster'
   AND cluster.id = CASE asked.kind WHEN 'committee' THEN asked.parent_id ELSE asked.id END`;
