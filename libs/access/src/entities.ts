import { ApiKey } from './api-key.entity.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { Instance } from './instance.entity.js';
import { Login } from './login.entity.js';
import { RoleGrant } from './role-grant.entity.js';
import { Session } from './session.entity.js';
import { SignInRequest } from './sign-in-request.entity.js';

/** Every table of this lib. */
export const accessEntities = [ApiKey, IdempotencyKey, Instance, Login, RoleGrant, Session, SignInRequest];
