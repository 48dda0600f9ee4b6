/** The address of the next page: the request's own address with `after` set. Null when this page was the last. */
export function nextLink(request: Request, after: string | null): string | null {
  if (after === null) return null
  const url = new URL(request.url)
  url.searchParams.set('after', after)
  return `${url.pathname}${url.search}`
}
