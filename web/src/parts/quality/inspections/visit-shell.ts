const worker = '/visit-worker.js'

/** The files this page is made of, as the browser loaded them. */
function ownFiles(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = loaded.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  return Array.from(new Set(own.map(({ pathname }) => pathname)))
}

/** The worker once it listens; null when the browser gave it up. */
function awake({ active, waiting, installing }: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const own = active ?? waiting ?? installing
  if (own === null || own.state === 'activated') return Promise.resolve(own)
  return new Promise((resolve) => {
    own.addEventListener('statechange', () => {
      if (own.state === 'activated') resolve(own)
      else if (own.state === 'redundant') resolve(null)
    })
  })
}

/** Keeps the page within reach without a network, so that a reload at the school finds it; false where a browser cannot. */
export async function keepShell(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    const active = await awake(await navigator.serviceWorker.register(worker, { scope: '/visit' }))
    if (!active) return false
    return await new Promise<boolean>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => resolve(data === true)
      active.postMessage(ownFiles(), [port2])
    })
  } catch {
    return false
  }
}
