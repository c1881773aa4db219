import { chownSync, lstatSync, lchownSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

/** The user and group a program runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * User numbers that neither distributions nor systemd give to anybody (Debian policy 9.2.2; systemd, UIDS-GIDS):
 * PostgreSQL refuses to run as root, and as `nobody` its files would belong to every other service that runs so.
 */
const FREE_UIDS = Array.from({ length: 14 }, (_, index) => 65_533 - index);

/**
 * Whom the server must run as: nobody else than ourselves (undefined), unless we are root; then the owner of the data
 * if there is some, else a number that no user has.
 */
export function serverAccount(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = lstatSync(dataFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const taken = new Set(listUsers().map(({ uid }) => uid));
  const uid = FREE_UIDS.find((candidate) => !taken.has(candidate));
  if (uid === undefined) throw new EmbeddedPostgresError('There is no free user number to run PostgreSQL as');
  return { uid, gid: uid };
}

/** initdb, unlike the server, insists on a user that /etc/passwd knows. */
export function initdbAccount(account: Account | undefined): Account | undefined {
  if (account === undefined) return undefined;
  const users = listUsers().filter(({ uid }) => uid > 0);
  const known =
    users.find(({ uid }) => uid === account.uid) ?? users.find(({ name }) => name === 'nobody') ?? users[0];
  if (known === undefined) {
    throw new EmbeddedPostgresError(
      'PostgreSQL cannot be set up as root where /etc/passwd knows nobody else: start as an ordinary user',
    );
  }
  return { uid: known.uid, gid: known.gid };
}

/** Gives a folder and everything in it to the account. */
export function giveFolder(folder: string, account: Account): void {
  chownSync(folder, account.uid, account.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveFolder(path, account);
    else lchownSync(path, account.uid, account.gid);
  }
}

function listUsers(): readonly (Account & { name: string })[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
