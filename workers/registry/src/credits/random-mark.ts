/** 128 bits of chance in base64url: the part of a certificate's address that nobody can foresee. */
export function randomMark(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
