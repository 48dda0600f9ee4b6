/** The header of a download: an ASCII name for old programs, and the real one in UTF-8 (RFC 6266). */
export function attachmentDisposition(name: string): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="file${ending}"; filename*=UTF-8''${encoded}`
}
