/** The cookies of the platform: the session, and the mark of a device from which somebody signed in before. */
export type CookieKind = 'sid' | 'device'

/** `__Host-` binds a cookie to this host over TLS; plain http exists only on a developer's loopback and cannot carry it. */
function cookieName(url: URL, kind: CookieKind): string {
  return url.protocol === 'https:' ? `__Host-${kind}` : kind
}

/** The token of a request's cookie, if it carries one of the right form (256 bits, base64url). */
export function tokenOf(request: Request, kind: CookieKind): string | null {
  const name = cookieName(new URL(request.url), kind)
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value
  }
  return null
}

/** A Set-Cookie header: unreadable for scripts, never sent from other sites' forms. Zero seconds take the cookie away. */
export function setCookie(url: URL, kind: CookieKind, token: string, seconds: number): string {
  const secure = url.protocol === 'https:' ? '; Secure' : ''
  return `${cookieName(url, kind)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}
