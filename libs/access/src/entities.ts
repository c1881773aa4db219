import { RoleGrant } from './grants/role-grant.entity.js';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { ApiKey } from './keys/api-key.entity.js';
import { Login } from './session/login.entity.js';
import { Session } from './session/session.entity.js';
import { Instance } from './setup/instance.entity.js';
import { SignInRequest } from './sign-in/sign-in-request.entity.js';

/** Every table of this lib. */
export const accessEntities = [ApiKey, IdempotencyKey, Instance, Login, RoleGrant, Session, SignInRequest];
