import { Container } from '@mantine/core';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../api/index.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { Waiting } from '../ui/loaded.js';

/** Lets in who is signed in; everybody else signs in first and comes back to the same address. */
export function RequireSession() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.data !== null && session.data !== undefined) return <Outlet />;
  if (session.data === null) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${next}`} replace />;
  }
  return (
    <Container size="sm" py={48}>
      {session.error === null ? (
        <Waiting />
      ) : (
        <ProblemAlert error={session.error} retry={() => void session.refetch()} />
      )}
    </Container>
  );
}
