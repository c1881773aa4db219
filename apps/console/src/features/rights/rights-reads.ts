import { endpoints } from '#contracts';

/** What shows who may do what, and is read again after it changed. */
export const rightsReads: readonly string[] = [endpoints.listGrants.name, endpoints.getLogins.name];
