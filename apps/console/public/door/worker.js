/*
 * Keeps the page at the door for when there is no connection. Only below /d/, only the page, its script and its manifest:
 * the list and the marks are kept by the page itself.
 */
const KEPT = 'door';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isPage = request.mode === 'navigate' && /^\/d\/[a-z2-7]{32}$/.test(pathname);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  // The page's script is built with the console, and loads parts of it.
  const isScript = pathname.startsWith('/console/door/') || pathname.startsWith('/console/assets/');
  if (isPage || isScript) event.respondWith(newest(request));
});

/** From the server if it can be reached, else as it was the last time. */
async function newest(request) {
  const kept = await caches.open(KEPT);
  try {
    const reply = await fetch(request);
    if (reply.ok) await kept.put(keyOf(request), reply.clone());
    // A link that opens nothing any more leaves nothing behind.
    else if (reply.status === 404 || reply.status === 410) await kept.delete(keyOf(request));
    return reply;
  } catch (error) {
    const found = await kept.match(keyOf(request));
    if (found === undefined) throw error;
    return found;
  }
}

/** A page is one, whatever was searched for on it. */
function keyOf(request) {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
}
