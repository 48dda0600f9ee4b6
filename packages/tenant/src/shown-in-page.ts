/**
 * What a browser may show in the page, and under what policy. An image runs nothing in a sandbox; the PDF viewers of
 * browsers do not open in one, and run nothing of the document against this origin.
 */
const SHOWN: Readonly<Record<string, string>> = {
  'application/pdf': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  'image/png': "default-src 'none'; sandbox; frame-ancestors 'self'",
  'image/jpeg': "default-src 'none'; sandbox; frame-ancestors 'self'",
}

/** The policy under which a file of this type is shown within the page; undefined when it is only downloaded. */
export function shownInPage(mediaType: string): string | undefined {
  return SHOWN[mediaType]
}
