/** Joins, as `usable.address`, where a `person` is written to; people without such an address are left out. */
export const JOIN_USABLE_ADDRESS = `JOIN LATERAL (SELECT address FROM person_address
                      WHERE person_id = person.id AND state = 'ok'
                      ORDER BY preferred DESC, id LIMIT 1) AS usable ON true`;
