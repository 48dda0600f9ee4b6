/** workerd's own hash of a stream: an attachment of 50 MB is never in memory as a whole. */
interface Crypto {
  readonly DigestStream: new (
    algorithm: 'SHA-256',
  ) => WritableStream<Uint8Array> & { readonly digest: Promise<ArrayBuffer> }
}
