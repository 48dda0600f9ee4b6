/** `__Host-` binds the cookie to this host over TLS; plain http exists only on a developer's loopback and cannot carry it. */
export function cookieName(url: URL): string {
  return url.protocol === 'https:' ? '__Host-sid' : 'sid'
}

/** The session token of a request, if it carries one of the right form (256 bits, base64url). */
export function sessionToken(request: Request): string | null {
  const name = cookieName(new URL(request.url))
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value
  }
  return null
}
