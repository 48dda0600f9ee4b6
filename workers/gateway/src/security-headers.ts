const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Adds what every answer carries; an answer's own stricter policy (an attachment's sandbox) stands. */
export function secured(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers)
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', PAGE_POLICY)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  // only what says so itself is shown within a page of ours: the preview of an attachment
  const framed = headers.get('content-security-policy')?.includes("frame-ancestors 'self'")
  headers.set('x-frame-options', framed ? 'SAMEORIGIN' : 'DENY')
  headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  headers.set('x-request-id', requestId)
  return new Response(response.body, { status: response.status, headers })
}
