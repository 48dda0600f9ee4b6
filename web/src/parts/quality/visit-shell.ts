const worker = '/visit-worker.js'

/** The files this page is made of, as the browser loaded them. */
function ownFiles(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = loaded.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  return Array.from(new Set(own.map(({ pathname }) => pathname)))
}

/** Keeps the page within reach without a network, so that a reload at the school finds it; false where a browser cannot. */
export async function keepShell(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    await navigator.serviceWorker.register(worker, { scope: '/visit' })
    const { active } = await navigator.serviceWorker.ready
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
