import { offlineProblem, type ProblemError, readProblem } from '../problem.ts'

/** The UTF-8 name in a `Content-Disposition` (RFC 6266), or null. */
export function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  try {
    return encoded === undefined ? null : decodeURIComponent(encoded)
  } catch {
    // a name that is no UTF-8 is no name
    return null
  }
}

async function refusalOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined)
  return readProblem(response.status, body, response.headers.get('x-request-id') ?? '')
}

/**
 * Fetches a file, by POST when there is a body (a form goes as it is, anything else as JSON), and saves it under the name it comes with. A plain link would show a
 * refusal as a failed download.
 */
export async function saveAnswer(address: string, body?: unknown): Promise<ProblemError | null> {
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const sent = { method: 'POST', ...(body instanceof FormData ? { body } : json) }
  try {
    const response = await fetch(address, { credentials: 'same-origin', ...(body === undefined ? {} : sent) })
    if (!response.ok) return await refusalOf(response)
    const url = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = url
    link.download = fileNameOf(response.headers.get('content-disposition')) ?? 'export'
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
    return null
  } catch {
    return offlineProblem()
  }
}
