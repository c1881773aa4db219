import { v7 } from 'uuid';

/** A UUID in its canonical lower-case form. */
export type Id = string;

/** A new UUIDv7 (RFC 9562, section 5.7): ids made in one process sort by the moment they were made. */
export function newId(): Id {
  return v7();
}
