import type { ColumnDeclarations, PersonalColumn } from './declaration.js';

const account: PersonalColumn = {
  subject: 'person',
  purpose: 'enter',
  retention: 'directory',
  erasure: 'row',
};
const session: PersonalColumn = { ...account, retention: 'session' };
const request: PersonalColumn = {
  subject: 'requester',
  purpose: 'enter',
  retention: 'day',
  erasure: 'expires',
};
const reply: PersonalColumn = { subject: 'person', purpose: 'run', retention: 'day', erasure: 'expires' };

export const accessColumns: ColumnDeclarations = {
  'api_key.id': 'none',
  'api_key.person_id': account,
  'api_key.name': account,
  'api_key.token_hash': account,
  'api_key.token_key_id': 'none',
  'api_key.created_at': account,
  'api_key.revoked_at': account,

  'idempotency_key.person_id': reply,
  'idempotency_key.key': 'none',
  'idempotency_key.request_hash': 'none',
  'idempotency_key.status': 'none',
  // The reply as it was sent, with whatever people's data it showed.
  'idempotency_key.reply': reply,
  'idempotency_key.created_at': reply,

  'instance.id': 'none',
  'instance.singleton': 'none',
  'instance.created_at': 'none',
  'instance.set_up_at': 'none',

  'login.id': 'none',
  'login.person_id': account,
  'login.address': account,
  'login.address_folded': account,
  'login.created_at': account,

  'role_grant.id': 'none',
  'role_grant.person_id': account,
  'role_grant.institution_id': account,
  'role_grant.meeting_id': account,
  'role_grant.role': account,
  'role_grant.valid_from': account,
  'role_grant.valid_until': account,

  'session.id': 'none',
  'session.login_id': session,
  'session.secret_hash': session,
  'session.created_at': session,
  'session.expires_at': session,

  'sign_in_request.id': 'none',
  'sign_in_request.login_id': request,
  'sign_in_request.browser_hash': request,
  // Hashes of few possible values can be guessed back: as personal as what they were made from.
  'sign_in_request.address_hash': request,
  'sign_in_request.client_hash': request,
  'sign_in_request.token_hash': request,
  'sign_in_request.token_key_id': 'none',
  'sign_in_request.attempts': request,
  'sign_in_request.created_at': request,
  'sign_in_request.expires_at': request,
  'sign_in_request.used_at': request,
};
