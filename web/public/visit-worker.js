// Keeps the page of a site visit within reach while there is no network: the page itself and the files it is made of,
// never an answer of the API. What was filled in lives in the page's own database.
const SHELL = 'shixun-visit'
const PAGE = '/visit'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

async function keepAll(paths) {
  const shell = await caches.open(SHELL)
  const known = new Set((await shell.keys()).map((request) => new URL(request.url).pathname))
  await Promise.all(paths.filter((path) => !known.has(path)).map((path) => shell.add(path)))
  // last, so that a page is never kept without the files it needs
  await shell.add(PAGE)
  // files of earlier versions of the client are of no use any more
  const wanted = new Set([PAGE, ...paths])
  for (const request of await shell.keys()) if (!wanted.has(new URL(request.url).pathname)) await shell.delete(request)
}

// the page names the files it was made of, which it loaded before this worker was there
self.addEventListener('message', (event) => {
  const port = event.ports[0]
  event.waitUntil(
    keepAll(event.data).then(
      () => port.postMessage(true),
      () => port.postMessage(false),
    ),
  )
})

// a school's line may be there and carry nothing: the kept page does not wait for it
const PATIENCE_MS = 5000

async function page(request) {
  const kept = await caches.match(PAGE)
  const asked = fetch(request).then((answer) => (answer.ok || !kept ? answer : kept))
  if (!kept) return asked
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  return Promise.race([asked.catch(() => kept), late])
}

async function file(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request))
})
