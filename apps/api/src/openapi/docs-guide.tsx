import type { ReactNode } from 'react';

const KEY = `curl https://jourfixe.example/api/v1/meetings \\
  -H 'Authorization: Bearer <key>'`;

const CHANGE = `curl -X PATCH https://jourfixe.example/api/v1/meetings/<id> \\
  -H 'Authorization: Bearer <key>' \\
  -H 'Content-Type: application/json' \\
  -H 'If-Match: "3"' \\
  -H 'Idempotency-Key: 4f1c…' \\
  -d '{ "capacity": 40 }'`;

const PROBLEM = `{
  "type": "urn:jourfixe:problem:validation.failed",
  "status": 422,
  "code": "validation.failed",
  "params": {},
  "errors": [
    { "pointer": "/capacity", "code": "validation.too-small", "params": { "minimum": 1 } }
  ],
  "requestId": "019a8f3e-…"
}`;

/** What holds for every call. */
export function Guide({ version }: { version: string }): ReactNode {
  return (
    <section id="guide">
      <p>
        Everything the console does goes through this interface, so a program can do it too. This is version{' '}
        {version}; the same contract for machines is at <a href="/api/openapi.json">/api/openapi.json</a>{' '}
        (OpenAPI 3.1). All paths below begin with <code>/api/v1</code>.
      </p>
      <h3>Keys</h3>
      <p>
        Whoever runs the installation makes a key with <code>jourfixe api-key create &lt;name&gt;</code>. It
        is shown once and has an owner’s rights.
      </p>
      <pre>{KEY}</pre>
      <h3>Lists</h3>
      <p>
        A list is <code>{'{ "items": […], "next": "…" }'}</code>. Send <code>next</code> back as{' '}
        <code>cursor</code> for the following page; the last one has <code>null</code>.
      </p>
      <h3>Changes</h3>
      <p>
        A change is a merge patch: what is absent stays, <code>null</code> empties. The row’s version comes as{' '}
        <code>ETag</code> and goes back as <code>If-Match</code>. If somebody was faster, the answer is 412
        and nothing has changed. A call with an <code>Idempotency-Key</code> may be sent again after a broken
        connection: it is done once and answered twice.
      </p>
      <pre>{CHANGE}</pre>
      <h3>Refusals</h3>
      <p>
        They come as <code>application/problem+json</code>. The <code>code</code> is stable and meant for
        programs; <code>errors</code> names each field, by a JSON pointer into the body, <code>?name</code>{' '}
        for the query or <code>:name</code> for the path. Tell us the <code>requestId</code> if you need help.
      </p>
      <pre>{PROBLEM}</pre>
      <h3>Times</h3>
      <p>
        <code>startsLocal</code> and the like are wall clocks in the row’s <code>zone</code>; <code>…At</code>{' '}
        is an instant in UTC; <code>…On</code>, <code>validFrom</code> and <code>validUntil</code> are days,
        the last one included.
      </p>
    </section>
  );
}
