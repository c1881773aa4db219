/** Everything that asks for permission, named once; which role may do what is the access lib's table. */
export const actions = [
  'instance.administer',
  'institution.read',
  'institution.create',
  'institution.change',
  'membership.change',
  'office.change',
  'mandate.change',
  'person.read',
  'person.create',
  'person.change',
  'person.merge',
  'audience.use',
  'audience.change',
  'directory.import',
  'meeting.read',
  'meeting.create',
  'meeting.change',
  'meeting.invite',
  'mail.read',
  'audit.read',
  'grant.read',
  'grant.change',
  'login.give',
  'report.read',
] as const;
export type Action = (typeof actions)[number];

/** How far a right goes from where its role is held; the access lib says what each means. */
export const reaches = ['everywhere', 'beneath', 'own', 'published', 'meeting'] as const;
export type Reach = (typeof reaches)[number];
