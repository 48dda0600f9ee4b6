import { base64url } from 'jose'

/** 128 bits of chance in base64url: the part of a certificate's address that nobody can foresee. */
export function randomMark(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(16)))
}
