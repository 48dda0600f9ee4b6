const LOST = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']

function lost(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause && LOST.includes(String(cause.code))
}

/**
 * `fetch`, asked once more when a kept connection was closed under the request: the runtime closes idle ones, and Node
 * may just then send on one. Throws what the second try throws.
 */
export async function steadyFetch(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (!lost(error)) throw error
    return fetch(url, init)
  }
}
