/** Whose data a column may hold. */
export const subjects = {
  person: 'somebody in the directory, with or without an account',
  requester: 'whoever asked to sign in or registered on a public page, perhaps a stranger',
  mentioned: 'people whom a text names because its author did',
} as const;

/** What it is kept for. */
export const purposes = {
  address: 'writing to people and addressing them rightly',
  represent: 'knowing who speaks for which institution on which day',
  invite: 'inviting, taking answers, keeping seats',
  inform: 'telling those invited what a meeting is about and whom to ask',
  deliver: 'sending each mail once and showing what became of it',
  enter: 'letting in whoever may come in, and nobody else',
  account: 'showing who changed what',
  run: 'finishing work that was asked for, once',
} as const;

/** How long it is kept when nobody asks for its erasure; `enforcedBy` names what deletes it. */
export const retentions = {
  directory: { rule: 'while the person is in the directory', enforcedBy: null },
  meeting: { rule: 'while the meeting is kept', enforcedBy: null },
  text: { rule: 'until its author changes it', enforcedBy: null },
  mail: { rule: '12 months after the mail was written', enforcedBy: null },
  audit: { rule: '36 months after the change', enforcedBy: null },
  run: { rule: '12 months after the work was done', enforcedBy: null },
  due: { rule: 'until the work is done', enforcedBy: 'the due-work runner' },
  file: { rule: 'while a row in the directory needs the file', enforcedBy: 'FileStore.release' },
  import: { rule: '14 days after the file was handed in', enforcedBy: 'import.delete-old' },
  paper: { rule: '24 hours after the paper was asked for', enforcedBy: 'paper.delete' },
  session: { rule: '30 days after the last use', enforcedBy: 'access.delete-expired' },
  unconfirmed: {
    rule: '30 minutes, or until it is confirmed and lies with the registration',
    enforcedBy: 'open-registration.lapses',
  },
  confirmed: {
    rule: '30 minutes without confirmation, confirmed while the meeting is kept',
    enforcedBy: 'open-registration.lapses',
  },
  counted: {
    rule: '24 hours after the confirmation was due',
    enforcedBy: 'open-registration.delete-unconfirmed',
  },
  day: { rule: '24 hours after it has ended', enforcedBy: 'access.delete-expired' },
} as const satisfies Record<string, { rule: string; enforcedBy: string | null }>;

/** What erasing the person does to it. */
export const erasures = {
  row: 'the row is deleted',
  emptied: 'the value is emptied, or replaced by a neutral one',
  unlinked: 'stays for counts and history: without name and address it leads to nobody',
  author: 'stays: the author of the text is asked to change it',
  expires: 'stays until it expires by itself, within two weeks',
} as const;

/** What one column holds of people, and what becomes of it. */
export interface PersonalColumn {
  readonly subject: keyof typeof subjects;
  readonly purpose: keyof typeof purposes;
  readonly retention: keyof typeof retentions;
  readonly erasure: keyof typeof erasures;
}

/** `none`: says nothing about a person, such as the id or the version of a row. */
export type ColumnDeclaration = PersonalColumn | 'none';

/** By `table.column`. */
export type ColumnDeclarations = Readonly<Record<string, ColumnDeclaration>>;
